import { machinesOf } from '../../model/resources/machines';
import { hclStyleOf } from '../../syntax/hclStyle';
import { lineStart } from '../../syntax/lines';
import { WholeText } from '../../syntax/mapped';
import { contains } from '../../syntax/navigate';
import { LanguageDocument } from '../document';
import type { Item } from './item';
import type { Mended } from './mended';
import { JSON_TEXT, terraform, YAML_LINES, type Notation } from './notation';
import { toSnippet } from './stops';
import { LANGUAGES, machineItem, machineMembers } from './wholeMachine';

/** A key under which lines of YAML make up a definition. */
const YAML_HOLDER = /^( *)(?:Definition|definition):[ \t]*(?:#.*)?$/;
/** What opens a text that holds a definition. */
const TEXT_HOLDER = /^\s*(?:"?DefinitionString"?:\s*(?:!Sub\s+)?[|>][-+]?|definition\s*=\s*<<-?\s*\w+)\s*$/;

/** A key whose text is empty, up to the cursor in its quotes. */
const EMPTY_TEXT = /^(\s*)[^#]*?\bDefinitionString"?\s*:\s*(?:!Sub\s+)?(["']?)$/;
/** The same with nothing of its value, or a word of it. */
const EMPTY_HOLDER = /^( *)[Dd]efinition:(?: *| +(\w*))$/;

/** The line of an offset: what stands before it, and the word that is begun. */
interface Begun {
  readonly margin: string;
  readonly word: string;
  /** The last line above that says something. */
  readonly above: string | undefined;
}

function begunAt(text: string, offset: number): Begun | undefined {
  const line = text.slice(lineStart(text, offset), offset);
  const [, margin, word] = /^(\s*)("?[\w-]*)$/.exec(line) ?? [];
  const rest = /^[^\n]*/.exec(text.slice(offset))?.[0].trim() ?? '';
  if (margin === undefined || (rest !== '' && rest !== '"')) return undefined;
  return { margin, word, above: lineAbove(text, lineStart(text, offset)) };
}

function lineAbove(text: string, from: number): string | undefined {
  for (let end = from - 1; end >= 0;) {
    const start = lineStart(text, end);
    const line = text.slice(start, end).trimEnd();
    if (line !== '' && !/^\s*(?:#|\/\/)/.test(line)) return line;
    end = start - 1;
  }
  return undefined;
}

/**
 * Lines of YAML in which a definition is to begin, with a first key, so that the next ones can be told; a text
 * without any has no object yet.
 */
export function begunYaml(document: LanguageDocument, offset: number): Mended | undefined {
  const { text, located } = document;
  if (located.tree?.format !== 'yaml') return undefined;
  const begun = begunAt(text, offset);
  if (!begun || !isYamlPlace(document, begun)) return undefined;
  const { margin, word } = begun;
  const at = offset - word.length;
  const inserted = `_: 0\n${margin}`;
  const whole = new LanguageDocument({
    ...document,
    path: document.path,
    text: text.slice(0, at) + inserted + text.slice(at),
  });
  if (whole.located.stateMachines.length <= located.stateMachines.length) return undefined;
  const back = (position: number): number =>
    position <= at ? position : Math.max(at, position - inserted.length);
  return {
    document: whole,
    offset: offset + inserted.length,
    toOriginal: (item) => ({
      ...item,
      replace: { start: back(item.replace.start), end: back(item.replace.end) },
    }),
  };
}

function isYamlPlace({ located }: LanguageDocument, { margin, above }: Begun): boolean {
  if (located.isDefinition) return located.stateMachines.length === 0 && margin === '' && above === undefined;
  const [, outer] = YAML_HOLDER.exec(above ?? '') ?? [];
  return outer !== undefined && margin.length > outer.length;
}

/** A whole machine where a definition is to stand and nothing is written yet. */
export function blankItems({ text, located }: LanguageDocument, offset: number): Item[] {
  const begun = begunAt(text, offset);
  const isCall = /jsonencode\(\s*$/.test(text.slice(0, offset)) && /^\s*\)/.test(text.slice(offset));
  if (isCall && located.tree?.format === 'hcl') {
    const indentation = /^\s*/.exec(text.slice(lineStart(text, offset), offset))?.[0].length ?? 0;
    const style = hclStyleOf(undefined, new WholeText(''), '  ');
    return machines(terraform(style), indentation, { start: offset, end: offset });
  }
  if (!begun) return [...emptyText(text, located, offset), ...emptyHolder(text, located, offset)];
  const { margin, word, above } = begun;
  const isText = located.template !== undefined && TEXT_HOLDER.test(above ?? '');
  const isFile =
    located.isDefinition && located.tree?.format === 'json' && located.stateMachines.length === 0 && !above;
  if (!isText && !isFile) return [];
  if (located.tree?.comments.some(({ span }) => contains(span, offset))) return [];
  const start = offset - word.length;
  const end = offset + (word.startsWith('"') && text[offset] === '"' ? 1 : 0);
  return machines(JSON_TEXT, margin.length, { start, end }, word.startsWith('"') ? '"' : '');
}

/** A machine below the key of a resource that has nothing of it yet. */
function emptyHolder(text: string, located: LanguageDocument['located'], offset: number): Item[] {
  const begin = lineStart(text, offset);
  const [, margin, word = ''] = EMPTY_HOLDER.exec(text.slice(begin, offset)) ?? [];
  if (located.tree?.format !== 'yaml' || margin === undefined) return [];
  const rest = text.slice(offset);
  const [below] = /(?<=\n) *(?=[^\s#])/.exec(rest) ?? [''];
  if (!/^[ \t]*(?:\r?\n|$)/.test(rest) || below.length > margin.length) return [];
  const key = begin + margin.length;
  const isMachine = machinesOf(located).some(({ resource }) =>
    resource.properties.properties.some((property) => property.key.span.start === key),
  );
  // Lines begin right behind the colon.
  const start = text.indexOf(':', key) + 1;
  if (!isMachine) return [];
  return machines(YAML_LINES, margin.length, { start, end: offset }, word && ` ${word}`);
}

/** A machine as a block of lines in YAML, and with escapes in JSON, which has only quotes. */
function emptyText(text: string, { template, tree }: LanguageDocument['located'], offset: number): Item[] {
  const [, margin, quote] = EMPTY_TEXT.exec(text.slice(lineStart(text, offset), offset)) ?? [];
  if (!template || !tree || margin === undefined || !text.startsWith(quote, offset)) return [];
  if (tree.comments.some(({ span }) => contains(span, offset))) return [];
  const replace = { start: offset - quote.length, end: offset + quote.length };
  if (tree.format === 'json')
    return quote === '' ? [] : machines(JSON_TEXT, 0, replace, quote, (machine) => JSON.stringify(machine));
  const isAlone = /^[ \t]*\r?(?:\n|$)/.test(text.slice(replace.end));
  const column = margin.length + 2;
  const gap = text[replace.start - 1] === ':' ? ' ' : '';
  const block = (machine: string): string => `${gap}|\n${' '.repeat(column)}${machine}`;
  return isAlone ? machines(JSON_TEXT, column, replace, quote, block) : [];
}

function machines(
  notation: Notation,
  column: number,
  replace: Item['replace'],
  quote = '',
  write = (machine: string): string => machine,
): Item[] {
  return LANGUAGES.map((language, rank) => {
    const item = machineItem(language, rank);
    const newText = toSnippet(write(notation.block(machineMembers(notation, language, column + 2), column)));
    return { ...item, newText, replace, ...(quote && { filter: quote + item.label }) };
  });
}
