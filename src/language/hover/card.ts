import { documentationUrl } from '../../catalog/documentation';

/** The parts of a hover, in the order in which they are read; all but the title may be missing. */
export interface Card {
  readonly title: string;
  /** What kind of thing it is, behind the title: type, default. */
  readonly kind?: string;
  readonly meaning?: string;
  readonly limits?: readonly string[];
  readonly example?: { readonly text: string; readonly language: string };
  /** What is known of its data, each part under a heading of its own. */
  readonly data?: readonly string[];
  /** Title of a page of the AWS documentation. */
  readonly source?: string;
  /** Where more is to be read, as Markdown, in one line with the page. */
  readonly more?: string;
}

/** Lays a card out as Markdown that fits without scrolling. */
export function card({ title, kind, meaning, limits = [], example, data = [], source, more }: Card): string {
  const parts = [`**${title}**${kind ? ` · ${kind}` : ''}`];
  if (meaning) parts.push(meaning);
  if (limits.length > 0) parts.push(limits.map((limit) => `- ${limit}`).join('\n'));
  if (example) parts.push(`\`\`\`${example.language}\n${example.text}\n\`\`\``);
  parts.push(...data);
  const url = source && documentationUrl(source);
  const links = [url && `[${source}](${url})`, more].filter(Boolean);
  if (links.length > 0) parts.push(links.join(' · '));
  return parts.join('\n\n');
}
