import type { State, StateMachine } from '../../model/stateMachine';
import { Draft } from './draft';
import { member } from './member';
import { freeName } from './refactoring';
import type { Section } from './section';
import { StateBlocks, type Block } from './stateBlocks';

/** A section taken out of its level: a state without a value stands in its place. */
export interface Moved {
  readonly draft: Draft;
  /** The texts of the states at the left margin, those that led on ending now. */
  readonly blocks: readonly Block[];
}

/** Takes a section out of a machine and puts a state `name`, which is yet to be filled in, in its place. */
export function takeOut(machine: StateMachine, section: Section, name: string): Moved {
  const draft = new Draft(machine);
  const names = section.states.map((state) => state.name);
  const scopeOf = (): State['scope'] => draft.state(names[0]).scope;
  const done = freeName(machine, `${name} done`);
  let needsDone = false;
  draft.change((changes) => {
    const scope = scopeOf();
    for (const state of scope.states) {
      const isInside = names.includes(state.name);
      for (const { kind, property: field, target } of state.transitions) {
        if (!target) continue;
        if (!isInside && target.value === section.entry.name) changes.value(target, name);
        if (!isInside || target.value !== section.next) continue;
        if (kind === 'Next') changes.put(field, 'End', true);
        else {
          changes.value(target, done);
          needsDone = true;
        }
      }
    }
    const start = scope.startAt?.value;
    if (start?.kind === 'string' && start.value === section.entry.name) changes.value(start, name);
  });
  const blocks = new StateBlocks(draft.machine.tree);
  const moved = names.map((each) => draft.state(each));
  const texts = moved.map((state, index) => blocks.moved(state, index > 0));
  if (needsDone) texts.push(written(draft.machine, texts[0].text, done, { Type: 'Succeed' }));
  draft.exchange(scopeOf(), moved, [draft.empty(name)]);
  return { draft, blocks: texts };
}

/** How a state that takes a section's place goes on. */
export function onward({ next }: Section): { Next: string } | { End: true } {
  return next === undefined ? { End: true } : { Next: next };
}

/** A short state on one line, in the form of the blocks around it. */
function written(
  { tree }: StateMachine,
  like: string,
  name: string,
  value: Readonly<Record<string, string>>,
): Block {
  if (tree.format === 'hcl') {
    const own = Object.entries(value).map(([key, text]) => `${key} = ${JSON.stringify(text)}`);
    return { text: member(tree, name, `{ ${own.join(', ')} }`), behind: '' };
  }
  const isJson = tree.format === 'json' || /^"[^"]*":\s*\{/.test(like);
  const members = Object.entries(value).map(([key, text]) =>
    isJson ? `${JSON.stringify(key)}: ${JSON.stringify(text)}` : `${key}: ${text}`,
  );
  return { text: `${isJson ? JSON.stringify(name) : `"${name}"`}: { ${members.join(', ')} }`, behind: '' };
}
