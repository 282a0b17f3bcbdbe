import { lineStart } from '../../syntax/lines';
import type { Span } from '../../syntax/tree';
import { LanguageDocument } from '../document';
import type { Item } from './item';

/** A text in which what is half typed at the cursor has been made whole, with the way back. */
export interface Mended {
  readonly document: LanguageDocument;
  /** The cursor in it. */
  readonly offset: number;
  /** An item for the mended text, as it has to be for the text itself. */
  toOriginal(item: Item): Item;
}

/** The text with some of it replaced. */
interface Change {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
  /** True where what is removed is what an accepted item takes the place of. */
  readonly typed: boolean;
}

/**
 * Terraform's grammar gives up an object in which one member is half typed. The first change at the cursor
 * that leaves fewer problems is taken: a quote that is closed, a value that is there, a word that is not.
 */
export function mended(document: LanguageDocument, offset: number): Mended | undefined {
  const { tree } = document.located;
  if (tree?.format !== 'hcl') return undefined;
  // A value that is missing altogether is no problem of the grammar: what follows is just not there.
  if (tree.problems.length === 0 && !/[:=][ \t]*$/.test(document.text.slice(0, offset))) return undefined;
  for (const change of changesAt(document.text, offset)) {
    const { at, removed, inserted } = change;
    // What is removed leaves its room, so that places stay.
    const text =
      document.text.slice(0, at) + ' '.repeat(removed) + inserted + document.text.slice(at + removed);
    const other = new LanguageDocument({ ...document, path: document.path, text });
    if (isBetter(other, document))
      return { document: other, offset, toOriginal: (item) => toOriginal(item, change) };
  }
  return undefined;
}

function isBetter({ located: one }: LanguageDocument, { located: other }: LanguageDocument): boolean {
  const states = ({ stateMachines }: typeof one): number =>
    stateMachines.reduce((sum, machine) => sum + machine.states.length, 0);
  const difference = (other.tree?.problems.length ?? 0) - (one.tree?.problems.length ?? 0);
  return difference > 0 || (difference === 0 && states(one) > states(other));
}

function changesAt(text: string, offset: number): Change[] {
  const before = text.slice(lineStart(text, offset), offset);
  const [after] = text.slice(offset).split('\n', 1);
  const opening = openQuote(before);
  if (opening === undefined) {
    const word = /[\w.$-]*$/.exec(before)?.[0] ?? '';
    const hasSign = /[:=]\s*$/.test(before.slice(0, before.length - word.length));
    const start = offset - word.length;
    return hasSign
      ? [{ at: offset, removed: 0, inserted: '""', typed: true }]
      : [{ at: start, removed: word.length, inserted: '', typed: true }];
  }
  const start = offset - before.length + opening;
  const closed = openQuote(after) !== undefined;
  const length = closed ? offset - start + after.indexOf('"') + 1 : offset - start;
  const blank: Change = { at: start, removed: length, inserted: '', typed: true };
  const end = before.startsWith('"{%', opening) ? ' %}"' : '"';
  return closed ? [blank] : [{ at: offset, removed: 0, inserted: end, typed: false }, blank];
}

/** Where a string begins that a line leaves open. */
function openQuote(line: string): number | undefined {
  let open: number | undefined;
  for (const { index } of line.matchAll(/(?<!\\)"/g)) open = open === undefined ? index : undefined;
  return open;
}

function toOriginal(item: Item, { at, removed, inserted, typed }: Change): Item {
  const back = (offset: number): number => (offset <= at ? offset : Math.max(at, offset - inserted.length));
  const span = ({ start, end }: Span): Span => ({ start: back(start), end: back(end) });
  const also = item.also?.map((edit) => ({ ...edit, span: span(edit.span) }));
  if (removed > 0) return { ...item, also, replace: { start: at, end: at + removed } };
  // An item that leaves the closing quote alone brings it along.
  const closes = !typed && item.replace.end <= at;
  return { ...item, also, replace: span(item.replace), newText: item.newText + (closes ? inserted : '') };
}
