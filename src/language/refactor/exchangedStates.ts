import type { Scope, State, StateMachine } from '../../model/stateMachine';
import { EditedText } from '../../syntax/editedText';
import { get } from '../../syntax/navigate';
import { StateBlocks, type Block } from './stateBlocks';

interface Entry extends Block {
  /** What stands before it, without a comma. */
  readonly gap: string;
}

/** The text of a machine with other blocks in the place of some states of a level. */
export function exchangedStates(
  { tree }: StateMachine,
  scope: Scope,
  gone: readonly State[],
  blocks: readonly Block[],
): string {
  const { text } = tree.source;
  const texts = new StateBlocks(tree);
  const { states } = scope;
  const places = states.map((state) => texts.place(state));
  const first = states.findIndex((state) => gone.includes(state));
  const indentation = texts.indentation(states[first]);
  const usual = usualGap();
  const entries = states.flatMap((state, index): Entry[] => {
    const gap = index > 0 ? texts.gap(states, index) : usual;
    const { start, end, behind } = places[index];
    if (!gone.includes(state))
      return [{ gap, text: text.slice(start, end), behind: text.slice(behind.start, behind.end) }];
    if (index !== first) return [];
    return blocks.map((block, nth) => ({
      gap: nth === 0 ? gap : usual,
      text: indented(block.text, indentation),
      behind: indented(block.behind, indentation),
    }));
  });
  const last = places[places.length - 1];
  const withCommas = places.slice(0, -1).some(({ comma }) => comma);
  const written = entries.map(({ text: own, behind }, index) => {
    const next = entries.at(index + 1);
    const comma = next ? needsComma(next.gap) : last.comma;
    return `${index > 0 ? entries[index].gap : ''}${own}${comma ? ',' : ''}${behind}`;
  });
  return text.slice(0, places[0].start) + written.join('') + text.slice(last.behind.end);

  function needsComma(gap: string): boolean {
    if (texts.isBlock(states[0].property)) return false;
    return tree.format !== 'hcl' || withCommas || !gap.includes('\n');
  }

  /** What separates states where the level has no two that tell. */
  function usualGap(): string {
    const between = states.length > 1 ? texts.gap(states, 1) : undefined;
    if (between !== undefined && (between.trim() === '' || !between.includes('\n'))) return between;
    if (between !== undefined || texts.isBlock(states[0].property)) return `\n${indentation}`;
    const edited = new EditedText(tree);
    const around = get(scope.node, 'States');
    const isSpread = around && text.slice(edited.inner(around)[0], places[0].start).includes('\n');
    return isSpread ? `\n${indentation}` : ' ';
  }
}

/** A block whose lines but the first are moved to the right. */
export function indented(block: string, indentation: string): string {
  return block.replace(/\n(?!\r?\n)/g, `\n${indentation}`);
}
