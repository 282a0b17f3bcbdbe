import { inputReads } from '../../model/inputReads';
import { successors } from '../../model/cycles';
import type { PollLoop } from '../../model/pollLoops';
import type { State, StateMachine } from '../../model/stateMachine';
import { variablesOf } from '../../model/variables';
import { TreeEditor, type PlainValue, type TextEdit } from '../../syntax/edit';
import { get, getString, property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import type { Fix } from '../rule';
import { removeStates } from './removeStates';

/**
 * Lets the Task that starts the job wait for it, and deletes the loop. Only where that plainly leaves
 * everything else as it was: a loop of three states that is entered from the Task alone, an end that is
 * visibly the good one, one bad end at most, and nothing later that reads what the calls had answered.
 */
export function replacePollLoop(machine: StateMachine, loop: PollLoop): Fix[] {
  const { cycle, start, poll } = loop;
  const { state } = start;
  const sameCall = start.name === start.started;
  const ends = sameCall && cycle.states.length === 3 ? endsOf(loop) : undefined;
  const next = getString(state.node, 'Next');
  if (!ends || !next || start.arn.dynamic || !isEnteredFrom(loop) || readsAnswers(machine, loop)) return [];
  if (poll.state.catchers.length > 0 || (ends.bad && property(state.node, 'Catch'))) return [];
  const editor = new TreeEditor(machine.tree);
  const resource = `arn:${start.arn.parts.partition?.text ?? 'aws'}:states:::${start.started}.sync`;
  const edits: (TextEdit | undefined)[] = [
    editor.replace(start.node, resource),
    editor.replace(next, ends.good.name),
    ...removeStates(cycle.states),
  ];
  if (ends.bad) edits.push(editor.add(state.node, 'Catch', [catcher(state, ends.bad)]));
  return [{ title: 'Replace the loop by ".sync"', edits }];
}

function catcher({ queryLanguage }: State, { name }: State): PlainValue {
  const place = queryLanguage === 'JSONPath' ? '$.error' : undefined;
  return { ErrorEquals: ['States.TaskFailed'], ResultPath: place, Next: name };
}

/** Where the loop leads when the job is over. */
function endsOf({ cycle }: PollLoop): { good: State; bad?: State } | undefined {
  const choice = cycle.states.find(({ type }) => type === 'Choice');
  if (!choice) return undefined;
  let good: State | undefined;
  const others = new Set<State>();
  for (const rule of choice.choiceRules) {
    const target = choice.scope.byName.get(getString(rule, 'Next')?.value ?? '');
    if (!target) return undefined;
    if (cycle.has(target)) continue;
    if (!isAboutSuccess(rule)) others.add(target);
    else if (good && good !== target) return undefined;
    else good = target;
    if (property(rule, 'Assign') ?? property(rule, 'Output')) return undefined;
  }
  const otherwise = choice.scope.byName.get(getString(choice.node, 'Default')?.value ?? '');
  if (otherwise && !cycle.has(otherwise)) others.add(otherwise);
  if (!good || others.has(good) || others.size > 1 || property(choice.node, 'Assign')) return undefined;
  return { good, bad: [...others][0] };
}

/** True for a rule whose one comparison is with the name that the service has for success. */
function isAboutSuccess(rule: ObjectNode): boolean {
  const condition = getString(rule, 'Condition')?.value ?? '';
  const compared = /^\{%\s*[$\w.]+\s*=\s*["'](\w+)["']\s*%\}$/.exec(condition)?.[1];
  return SUCCESS.test(getString(rule, 'StringEquals')?.value ?? compared ?? '');
}

const SUCCESS = /^(?:SUCCE(?:SS|EDED)|COMPLETED?)$/i;

function isEnteredFrom({ cycle, start }: PollLoop): boolean {
  if (cycle.scope !== start.state.scope) return false;
  const first = cycle.scope.startAt?.value;
  if (first?.kind === 'string' && cycle.has(cycle.scope.byName.get(first.value))) return false;
  return cycle.scope.states.every(
    (state) =>
      cycle.has(state) || (state === start.state) === successors(state).some((next) => cycle.has(next)),
  );
}

/** True where a state that stays reads what the start or the question answered, or may do so. */
function readsAnswers(machine: StateMachine, { cycle, start, poll }: PollLoop): boolean {
  const gone = new Set([start.state, ...cycle.states]);
  const assigned = variablesOf(machine).assignments.filter(({ state }) => gone.has(state));
  if (assigned.length > 0) return true;
  const places = [start.state, poll.state].map(placeOfResult);
  if (places.includes(undefined)) return true;
  for (const [state, reads] of inputReads(machine)) {
    if (gone.has(state)) continue;
    if (reads.some(({ names }) => names.length === 0 || places.includes(names[0]))) return true;
  }
  return machine.states.some((state) => !gone.has(state) && takesAllOfItsInput(state));
}

/** The name under which a result is put into the data; empty where it is dropped, absent where it takes all over. */
function placeOfResult({ node, queryLanguage }: State): string | undefined {
  if (queryLanguage === 'JSONata') {
    return getString(node, 'Output')?.value.replace(/\s/g, '') === '{%$states.input%}' ? '' : undefined;
  }
  const path = get(node, 'ResultPath');
  if (path?.kind === 'null') return '';
  return path?.kind === 'string' ? /^\$\.(\w+)$/.exec(path.value)?.[1] : undefined;
}

function takesAllOfItsInput({ type, node }: State): boolean {
  if (type !== 'Task' && type !== 'Map' && type !== 'Parallel') return false;
  const inputs = ['Parameters', 'Arguments', 'InputPath', 'ItemsPath', 'Items', 'ItemReader'];
  return !inputs.some((name) => property(node, name));
}
