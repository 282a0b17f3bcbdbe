import type { State, StateMachine, Transition } from '../../model/stateMachine';
import { variablesOf } from '../../model/variables';
import { get } from '../../syntax/navigate';
import type { Span } from '../../syntax/tree';

/** States of one level that a run enters at one place and leaves to one. */
export interface Section {
  readonly states: readonly State[];
  readonly entry: State;
  /** The state that follows; absent where the level ends with the section. */
  readonly next?: string;
}

/** The section that states make up, or why they make up none. */
export function sectionOf(states: readonly State[]): Section | string {
  const { scope } = states[0];
  const inside = new Set(states);
  if (states.some(({ property, node }) => property.merged || node.span.start < property.span.start))
    return 'A state of the selection is written elsewhere.';
  const shared = scope.states.find((state) =>
    state.transitions.some(({ target }) => target && isShared(target.span, state, scope.states, inside)),
  );
  if (shared) return `A transition of "${shared.name}" is written once for several states.`;
  const open = states
    .flatMap(({ transitions }) => transitions)
    .some(({ target }) => !target || !scope.byName.has(target.value));
  const ends = states.some((state) => isWithoutEnd(state));
  if (open || ends) return 'A transition of the selection is not complete.';
  const entries = entriesOf(states, inside);
  if (entries.length > 1)
    return `A run enters the selection at ${listed(entries.map(({ name }) => name))}: it has to have one entry.`;
  const [entry] = entries;
  if (!entry) return 'No transition leads to the selection.';
  const exits = [...new Set(states.flatMap(({ transitions }) => transitions).map(targetOf))].filter(
    (name) => ![...inside].some((state) => state.name === name),
  );
  if (exits.length > 1) return `A run leaves the selection to ${listed(exits)}: it has to have one exit.`;
  const last = states.find((state) => endsLevel(state));
  const [next] = exits;
  if (last && next !== undefined)
    return `A run ends with "${last.name}" or leaves the selection to "${next}": it has to have one exit.`;
  if (exits.length === 0 && !last && !states.some(({ type }) => type === 'Fail'))
    return 'No run leaves the selection.';
  return { states, entry, next };
}

/** What a section does with variables that its new place would not allow, if anything. */
export function variableInWay(
  machine: StateMachine,
  { states }: Section,
  isolated: boolean,
): string | undefined {
  const { assignments, reads } = variablesOf(machine);
  const isInside = (state: State): boolean => {
    for (let at: State | undefined = state; at; at = at.scope.owner) if (states.includes(at)) return true;
    return false;
  };
  const set = new Set(assignments.filter(({ state }) => isInside(state)).map(({ name }) => name));
  const lost = reads.find(({ name, state }) => set.has(name) && !isInside(state));
  if (lost) return `"${lost.state.name}" reads the variable "$${lost.name}", which the selection sets.`;
  // A name may not be assigned on two levels.
  const twice = assignments.find(({ name, state }) => set.has(name) && !isInside(state));
  if (twice) return `The variable "$${twice.name}" is set in the selection and outside of it.`;
  const needed = isolated ? reads.find(({ name, state }) => isInside(state) && !set.has(name)) : undefined;
  return (
    needed &&
    `"${needed.state.name}" reads the variable "$${needed.name}", which is set outside of the selection.`
  );
}

/** True for a target that an alias brings from inside of the selection to the outside, or the other way. */
function isShared(span: Span, user: State, states: readonly State[], inside: ReadonlySet<State>): boolean {
  const within = ({ property }: State): boolean =>
    property.span.start <= span.start && span.end <= property.span.end;
  if (within(user)) return false;
  return inside.has(user) || states.some((state) => inside.has(state) && within(state));
}

function entriesOf(states: readonly State[], inside: ReadonlySet<State>): State[] {
  const { scope } = states[0];
  const targets = new Set(
    scope.states
      .filter((state) => !inside.has(state))
      .flatMap(({ transitions }) => transitions.map(targetOf)),
  );
  const start = scope.startAt?.value?.kind === 'string' ? scope.startAt.value.value : undefined;
  return states.filter(({ name }) => targets.has(name) || name === start);
}

/** True for a state after which nothing of the level runs, errors apart. */
export function endsLevel({ type, node }: State): boolean {
  const end = get(node, 'End');
  return type === 'Succeed' || (end?.kind === 'boolean' && end.value === true);
}

function isWithoutEnd({ type, node, transitions }: State): boolean {
  if (type === undefined) return true;
  if (type === 'Succeed' || type === 'Fail' || type === 'Choice') return false;
  return get(node, 'End') === undefined && !transitions.some(({ kind }) => kind === 'Next');
}

function targetOf({ target }: Transition): string {
  return target?.value ?? '';
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted[quoted.length - 1]}`;
}
