import { html, nothing, type TemplateResult } from 'lit';
import type { Fact } from '../advisor/decide/facts';

interface Known {
  readonly status: string;
  readonly date: string;
  readonly source: { readonly title: string; readonly url?: string };
}

/** What a fact says, with its unit. */
export function valueOf({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return `${typeof value === 'number' ? value.toLocaleString('en-US') : value}${unit ? ` ${unit}` : ''}`;
}

/** How well something is known, in words. */
export const STATUS: Readonly<Record<string, string>> = {
  V: 'read at the source',
  S: 'second-hand',
  M: 'from memory, not verified',
  X: 'sources disagree or are missing, not verified',
};

const isUnverified = ({ status }: Known): boolean => status === 'M' || status === 'X';

/** Where a fact or price is known from, when it was read, and how well it is known. */
export function sourceLine(known: Known): TemplateResult {
  const { source, date, status } = known;
  const title = source.url ? html`<a href=${source.url}>${source.title}</a> · ` : html`${source.title} · `;
  const words = isUnverified(known) ? html`<strong>${STATUS[status]}</strong>` : STATUS[status];
  // What is remembered has no page that could be named.
  return html`<span class="source"
    >${status === 'M' ? nothing : title}${words} · <span class="date">${date}</span></span
  >`;
}

/** A small mark behind a figure that nobody verified. */
export const unverifiedMark = (known: Known | undefined): TemplateResult | typeof nothing =>
  known && isUnverified(known) ? html`<span class="unverified">not verified</span>` : nothing;
