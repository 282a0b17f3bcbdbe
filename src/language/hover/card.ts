/** The parts of a hover, in the order in which they are read; all but the title may be missing. */
export interface Card {
  readonly title: string;
  /** What kind of thing it is, behind the title: type, default. */
  readonly kind?: string;
  readonly meaning?: string;
  readonly limits?: readonly string[];
  readonly example?: { readonly text: string; readonly language: string };
  readonly source?: string;
}

/** Lays a card out as Markdown that fits without scrolling. */
export function card({ title, kind, meaning, limits = [], example, source }: Card): string {
  const parts = [`**${title}**${kind ? ` · ${kind}` : ''}`];
  if (meaning) parts.push(meaning);
  if (limits.length > 0) parts.push(limits.map((limit) => `- ${limit}`).join('\n'));
  if (example) parts.push(`\`\`\`${example.language}\n${example.text}\n\`\`\``);
  if (source) parts.push(`[${source}](${searchLink(source)})`);
  return parts.join('\n\n');
}

/** AWS moves its pages; its search finds them by their titles. */
function searchLink(title: string): string {
  return `https://docs.aws.amazon.com/search/doc-search.html?searchQuery=${encodeURIComponent(title)}`;
}
