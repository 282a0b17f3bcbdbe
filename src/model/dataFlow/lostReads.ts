import { nearest } from '../../expressions/nearest';
import { isDefinite, type JsonPath } from '../../expressions/jsonPath';
import { pathsOf } from '../../expressions/intrinsic';
import type { JsonataStep } from '../../expressions/jsonata';
import type { StringNode } from '../../syntax/tree';
import { walk } from '../../syntax/navigate';
import { readPathOrIntrinsic, type JsonataExpression, type PathExpression, type Place } from '../expressions';
import { scopeGraph } from '../scopeGraph';
import type { Scope, State, StateMachine } from '../stateMachine';
import { dataFlow, type DataFlow } from './dataFlow';
import { ERROR_OUTPUT } from './errorOutput';
import { onlyReference } from './evaluation';
import { contextSeen, leadsIntoItem, rootShape } from './seen';
import { lostStep, type LostStep, type Step } from './steps';
import { Suspects } from './suspects';
import type { Shape } from './shape';
import type { StateData } from './stateData';
import { oncePer } from '../oncePer';

/** A step with its place in the text. */
export type PlacedStep = Step & { readonly start: number; readonly end: number };

/** A path or reference that leads to nothing, whatever way the execution has come. */
export interface LostRead extends LostStep {
  readonly state: State;
  readonly node: StringNode;
  /** The path or reference in the text. */
  readonly start: number;
  readonly end: number;
  /** The steps of the path, up to the one that fails. */
  readonly steps: readonly PlacedStep[];
  /** True where it is the input of the state that is read. */
  readonly ofInput: boolean;
}

/** Everything that is read in a machine and cannot be there; what is not known for certain is left out. */
export const lostReads = oncePer((machine: StateMachine): readonly LostRead[] =>
  machine.states.length > MOST_STATES ? [] : [...lostAmong(machine, new Suspects(machine))],
);

/** A definition that AWS takes can hardly have more: each would have 260 characters. */
const MOST_STATES = 4000;

/**
 * Services add fields to their answers, all with a capital letter; of those only one that is plainly
 * misspelt leads to nothing for certain.
 */
function isCertain({ within: { object } }: LostStep, step: PlacedStep | undefined): boolean {
  if (object?.rest !== 'documented' || step?.kind !== 'name' || !/^[A-Z]/.test(step.name)) return true;
  return nearest(step.name, [...object.fields.keys()]) !== undefined;
}

/** Those of the suspects that lead to nothing. */
export function* lostAmong(
  machine: StateMachine,
  suspects: Pick<Suspects, 'path' | 'expression'>,
): Generator<LostRead> {
  const { paths, jsonata } = machine.expressions;
  const known = new Map<Scope, boolean>();
  const isKnown = (scope: Scope): boolean => {
    let answer = known.get(scope);
    if (answer === undefined) {
      answer = scopeGraph(scope).complete && (!scope.owner || isKnown(scope.owner.scope));
      known.set(scope, answer);
    }
    return answer;
  };
  // Nothing is followed before something is found that may be lost.
  let flow: DataFlow | undefined;
  for (const expression of paths) {
    if (!reads(expression) || !isKnown(expression.place.state.scope)) continue;
    if (!suspects.path(expression)) continue;
    const lost = lostByPath((flow ??= dataFlow(machine)), expression);
    if (lost) yield lost;
  }
  for (const expression of jsonata) {
    if (!expression.node.value.includes('.') || !isKnown(expression.place.state.scope)) continue;
    if (!suspects.expression(expression)) continue;
    const lost = lostByReference((flow ??= dataFlow(machine)), expression);
    if (lost) yield lost;
  }
}

/** Fields that are evaluated in any case, and of which it is certain what "$" is in them. */
const CERTAIN: ReadonlySet<string> = new Set([
  'InputPath',
  'Parameters',
  'ItemSelector',
  'ItemsPath',
  'ResultSelector',
  'OutputPath',
  'SecondsPath',
  'TimestampPath',
  'Variable',
  'Assign',
]);

function reads({ node, place: { field, owner } }: PathExpression): boolean {
  if (node.dynamic || !CERTAIN.has(field.name)) return false;
  return /[.[]/.test(node.value) && owner.kind !== 'itemReader' && owner.kind !== 'resultWriter';
}

function lostByPath(flow: DataFlow, { node, place, parsed }: PathExpression): LostRead | undefined {
  const data = flow.at(place.state);
  if (!data) return undefined;
  const { path, call } = parsed;
  if (path) return lostPath(flow, data, place, node, path);
  for (const inner of call ? pathsOf(call) : []) {
    const lost = lostPath(flow, data, place, node, inner);
    if (lost) return lost;
  }
  return undefined;
}

function lostPath(
  flow: DataFlow,
  data: StateData,
  place: Place,
  node: StringNode,
  path: JsonPath,
): LostRead | undefined {
  const { state, field, owner } = place;
  const { root, variable, segments, start, end } = path;
  const from =
    root === 'input'
      ? rootShape(data, owner.kind, field.name)
      : root === 'variable'
        ? flow.variable(state, variable ?? '')
        : leadsIntoItem(segments.map(nameOf))
          ? contextSeen(flow, data, { state, field: field.name })
          : undefined;
  const lost = from && lostStep(from, segments, false);
  if (!lost || !isDefinite(path) || isLeftAlone(place, path, lost)) return undefined;
  const ofInput = root === 'input' && !AFTERWARDS.has(field.name) && owner.kind !== 'catcher';
  const steps = stepsTo(path, lost.index);
  if (!isCertain(lost, steps.at(-1))) return undefined;
  return { ...lost, state, node, start, end, steps, ofInput };
}

function nameOf(segment: JsonPath['segments'][number]): string | undefined {
  return segment.kind === 'name' ? segment.name : undefined;
}

/** What is told of by another rule, or asked for beforehand. */
function isLeftAlone({ state, field, owner }: Place, path: JsonPath, { within, index }: LostStep): boolean {
  if (field.name === 'Variable' && isAskedFor(state, path)) return true;
  // Beside a reader the items do not come from the input.
  if (field.name === 'ItemsPath' && owner.has('ItemReader')) return true;
  // A Catch that puts the error in the place of the input.
  return path.root === 'input' && owner.kind !== 'catcher' && index === 0 && within === ERROR_OUTPUT;
}

const AFTERWARDS: ReadonlySet<string> = new Set(['ResultSelector', 'OutputPath', 'Assign']);

function lostByReference(flow: DataFlow, { node, place }: JsonataExpression): LostRead | undefined {
  // Elsewhere in an expression nothing may be what is expected.
  const reference = node.dynamic ? undefined : onlyReference(node.value);
  const data = reference && flow.at(place.state);
  if (!data) return undefined;
  const { name, start, end } = reference;
  const [first] = reference.path;
  const reserved = name === 'states';
  if (reserved && first === undefined) return undefined;
  const all = (reserved ? reference.path.slice(1) : reference.path).map(named);
  const ofItem = reserved && first.name === 'context' && leadsIntoItem(all.map((step) => step.name));
  const root = ofItem
    ? contextSeen(flow, data, { state: place.state, field: place.field.name })
    : reserved
      ? reservedShape(data, place, first.name)
      : flow.variable(place.state, name);
  const lost = root && lostStep(root, all, true);
  if (!lost) return undefined;
  const steps = all.slice(0, lost.index + 1);
  if (!isCertain(lost, steps.at(-1))) return undefined;
  const ofInput = reserved && first.name === 'input';
  return { ...lost, state: place.state, node, start, end: all.at(-1)?.end ?? end, steps, ofInput };
}

function named({ name, start, end }: JsonataStep): PlacedStep & { readonly kind: 'name' } {
  return { kind: 'name', name, start, end };
}

function reservedShape({ input, result }: StateData, { owner }: Place, name: string): Shape | undefined {
  if (name === 'input') return input;
  if (name === 'result' && owner.kind !== 'catcher') return result;
  return name === 'errorOutput' && owner.kind === 'catcher' ? ERROR_OUTPUT : undefined;
}

function stepsTo({ segments }: JsonPath, index: number): PlacedStep[] {
  const steps: PlacedStep[] = [];
  for (const segment of segments.slice(0, index + 1)) {
    if (segment.kind === 'name') {
      const { name, nameStart: start, nameEnd: end } = segment;
      steps.push({ kind: 'name', name, start, end });
    } else if (segment.kind === 'index') {
      const { index: at, start, end } = segment;
      steps.push({ kind: 'index', index: at, start, end });
    }
  }
  return steps;
}

/** True where a rule of the Choice asks whether the value, or one around it, is there. */
function isAskedFor({ choiceRules }: State, { segments }: JsonPath): boolean {
  const name = segments[0]?.kind === 'name' ? segments[0].name : undefined;
  let asked = false;
  for (const rule of choiceRules) {
    walk(rule, (node) => {
      if (node.kind !== 'object' || !node.properties.some(({ name }) => name === 'IsPresent')) return;
      const variable = node.properties.find(({ name }) => name === 'Variable')?.value;
      const path = variable?.kind === 'string' ? readPathOrIntrinsic(variable.value).path : undefined;
      const [first] = path?.segments ?? [];
      if (first?.kind === 'name' && first.name === name) asked = true;
    });
  }
  return asked;
}
