import { load } from 'js-yaml';
import { parseDocument } from 'yaml';
import { tones } from './markdown.mjs';

/** Languages of code blocks, and how each is known to be well formed. */
const languages = {
  asl: JSON.parse,
  json: JSON.parse,
  eventpattern: JSON.parse,
  yaml: (/** @type {string} */ text) => {
    const [error] = parseDocument(text, { logLevel: 'silent' }).errors;
    if (error) throw error;
  },
  python: () => undefined,
  typescript: () => undefined,
  hcl: () => undefined,
  text: () => undefined,
};

/** The anchor of a heading: its words in lower case, joined by hyphens. */
export const slug = (/** @type {string} */ title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Notes as sections of blocks (HTML, callout, code), in their order.
 * @param {ReturnType<typeof import('./read.mjs').reader>} read
 * @param {import('./problems.mjs').Problems} problems
 * @param {import('./links.mjs').Links} links
 * @param {ReturnType<typeof import('./markdown.mjs').markdown>} md
 */
export function compileNotes(read, problems, links, md) {
  return read
    .list('notes', '.md')
    .map((file) => compileNote(file, read, problems, links, md))
    .sort((a, b) => a.order - b.order);
}

function compileNote(file, read, problems, links, md) {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read.text(file));
  if (!match) throw new Error(`${file} has no front matter`);
  const front = read.check(file, 'note', load(match[1]));
  if (file !== `notes/${front.id}.md`) problems.add(file, `the id "${front.id}" is not the name of the file`);
  const sections = [{ anchor: '', title: front.title, blocks: [], text: '', rules: [] }];
  for (const tokens of topLevel(md.parse(match[2]))) {
    const section = sections[sections.length - 1];
    if (tokens[0].type === 'heading_open') {
      if (tokens[0].tag !== 'h2')
        problems.add(file, `"${tokens[1].content}" is not a heading of the second level`);
      sections.push({
        anchor: slug(tokens[1].content),
        title: tokens[1].content,
        blocks: [],
        text: '',
        rules: [],
      });
    } else {
      section.blocks.push(block(tokens, file, problems, md));
      section.text = `${section.text} ${plain(tokens)}`.trim();
    }
  }
  for (const [anchor, rules] of Object.entries(front.rules ?? {})) {
    const section = sections.find((candidate) => candidate.anchor === (anchor === 'whole' ? '' : anchor));
    if (section) section.rules = rules;
    else problems.add(file, `rules belong to "${anchor}", which is not a heading`);
    for (const rule of rules) links.add(file, 'rule', rule);
  }
  const anchors = sections.map(({ anchor }) => anchor);
  for (const twice of anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)) {
    problems.add(file, `two headings have the anchor "${twice}"`);
  }
  const { id, title, order, summary, objectives } = front;
  const rules = Object.values(front.rules ?? {}).flat();
  return { id, title, order, summary, objectives, rules, sections };
}

/** Splits a flat token list into its top-level elements. */
function topLevel(tokens) {
  const elements = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) elements.push([]);
    elements[elements.length - 1].push(token);
    depth += token.nesting;
  }
  return elements;
}

function block(tokens, file, problems, md) {
  const [first] = tokens;
  if (first.type === 'fence') return code(first, file, problems);
  if (first.type !== 'blockquote_open') return { kind: 'html', html: md.render(tokens, file) };
  const inline = tokens.find(({ type }) => type === 'inline');
  const match = /^\[!(\w+)\] (.+)(?:\n([\s\S]*))?$/.exec(inline?.content ?? '');
  if (!match || !tones.includes(match[1])) {
    problems.add(file, `a callout begins with "${inline?.content.slice(0, 30)}" and not with its kind`);
    return { kind: 'html', html: md.render(tokens, file) };
  }
  const [, tone, title, rest = ''] = match;
  const after = tokens.slice(tokens.indexOf(inline) + 2, -1);
  const html = `${rest ? md.render(md.parse(rest), file) : ''}${md.render(after, file)}`;
  return { kind: 'callout', tone, title, html };
}

function code(token, file, problems) {
  const [, language = '', title] = /^(\S*)(?:\s+title="(.*)")?$/.exec(token.info.trim()) ?? [];
  const wellFormed = languages[language];
  if (!wellFormed) problems.add(file, `"${token.info}" is not a language of a code block`);
  if (!title) problems.add(file, `a code block has no title`);
  try {
    wellFormed?.(token.content);
  } catch (problem) {
    problems.add(file, `the code "${title}" does not parse: ${problem.message.split('\n')[0]}`);
  }
  return { kind: 'code', language, title, code: token.content };
}

const plain = (tokens) =>
  tokens
    .flatMap((token) => (token.type === 'inline' ? token.children : [token]))
    .filter(({ type }) => ['text', 'code_inline', 'fence', 'softbreak'].includes(type))
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
    .join(' ')
    .replace(/\[!\w+\] /g, '')
    .replace(/\s+/g, ' ')
    .trim();
