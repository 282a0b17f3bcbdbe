import type { Severity } from '../../rules/rule';
import type { FileReport } from '../report';
import type { FormatOptions } from '.';

const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };

/** For people: a block for each file, a line for each finding, a sum at the end. */
export function text(reports: readonly FileReport[], { color }: FormatOptions): string {
  const paint = (code: number, words: string): string => (color ? `\x1b[${code}m${words}\x1b[0m` : words);
  const found = reports.filter(({ diagnostics }) => diagnostics.length > 0);
  const blocks = found.map(({ path, diagnostics }) => {
    const lines = diagnostics.map(({ severity, message, rule, range: { start } }) => {
      const place = `${start.line + 1}:${start.character + 1}`;
      return `  ${paint(90, place.padEnd(8))} ${paint(COLORS[severity], severity.padEnd(7))}  ${message}  ${paint(90, rule)}`;
    });
    return [paint(4, path), ...lines, ''].join('\n');
  });
  return `${[...blocks, sum(reports)].join('\n')}\n`;
}

function sum(reports: readonly FileReport[]): string {
  const all = reports.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Severity): number => all.filter((one) => one.severity === severity).length;
  if (all.length === 0) return `Nothing found in ${amount(reports.length, 'file')}.`;
  const parts = [amount(count('error'), 'error'), amount(count('warning'), 'warning')];
  const notes = count('info') + count('hint');
  if (notes > 0) parts.push(amount(notes, 'note'));
  return `${parts.join(', ')} in ${amount(reports.length, 'file')}.`;
}

function amount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
