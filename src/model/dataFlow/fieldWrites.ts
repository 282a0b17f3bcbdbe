import { jsonataTree } from '../../expressions/jsonataSource';
import type { JsonataNode } from '../../expressions/jsonataTree';
import { remembered } from '../../expressions/remembered';
import { get, getString, property } from '../../syntax/navigate';
import type { ObjectNode, TreeNode } from '../../syntax/tree';
import { readJsonata } from '../expressions';
import { leadingNames } from '../inputReads';
import type { State, StateMachine } from '../stateMachine';
import { ERROR_OUTPUT } from './errorOutput';
import { pathOf } from './evaluation';
import { answerOf } from './integrationResult';
import type { Shape } from './shape';
import { fieldText } from './stateData';
import { lostStep, type Way } from './steps';
import { literalShape } from './templateShape';

/** Something that a state puts at a place of its input. */
interface Write {
  readonly names: readonly string[];
  /** What it puts there, where that can be said without the state's input. */
  readonly value?: Shape;
  /** The object that it puts there, of which only the names are looked at. */
  readonly object?: ObjectNode;
}

/** What a machine puts into its input by name, and what its choices say of it; without following its data. */
export class FieldWrites {
  readonly #writes = new Map<string, Write[]>();
  /** Places that a Choice compares, by their first name: what they hold is known behind it. */
  readonly #compared = new Map<string, (readonly string[])[]>();
  /** Names that a Choice may find missing. */
  readonly #missing = new Set<string>();
  /** Answers by way: large machines ask for few things again and again. */
  readonly #answers = new Map<string, boolean>();
  /** Choices that compare the input as a whole. */
  readonly comparesWhole = new Set<State>();

  constructor({ states }: StateMachine) {
    for (const state of states) {
      if (state.queryLanguage === 'JSONata') this.#jsonata(state);
      else this.#jsonPath(state);
    }
  }

  /** True for a name of which nothing is said, so that what stands under it is unknown. */
  leavesAlone(name: string): boolean {
    return !this.#writes.has(name) && !this.#compared.has(name) && !this.#missing.has(name);
  }

  /** True where a way into an input of which nothing else is known may lead to nothing. */
  mayLose(way: Way, through: boolean): boolean {
    const [first] = way;
    if (first?.kind !== 'name' || this.leavesAlone(first.name)) return false;
    if (this.#missing.has(first.name)) return true;
    if (way.length === 1) return false;
    const key = `${through ? '*' : ''}${way.map(keyOf).join('.')}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#loses(first.name, way, through);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  #loses(first: string, way: Way, through: boolean): boolean {
    if (this.#compared.get(first)?.some((names) => begins(way, names))) return true;
    return this.#writes.get(first)?.some((write) => loses(write, way, through)) === true;
  }

  #jsonPath(state: State): void {
    const { node, catchers, choiceRules } = state;
    this.#resultPath(node, putBy(state));
    for (const catcher of catchers) this.#resultPath(catcher, { value: ERROR_OUTPUT });
    for (const rule of choiceRules) this.#rule(rule, state);
  }

  #resultPath(holder: ObjectNode, what: Omit<Write, 'names'>): void {
    const path = pathOf(fieldText(holder, 'ResultPath') ?? '');
    const names = path ? leadingNames(path) : [];
    if (names.length > 0) this.#add({ names, ...(names.length === path?.segments.length ? what : {}) });
  }

  /** A rule, and those in it. */
  #rule(rule: TreeNode, state: State): void {
    if (rule.kind === 'array') for (const item of rule.items) this.#rule(item, state);
    if (rule.kind !== 'object') return;
    const path = pathOf(getString(rule, 'Variable')?.value ?? '');
    if (path?.root === 'input') {
      const names = leadingNames(path);
      const asks = property(rule, 'IsPresent') !== undefined;
      if (asks && names.length === 1) this.#missing.add(names[0]);
      else if (names.length === 0) this.comparesWhole.add(state);
      else if (!asks) this.#compare(names);
    }
    for (const name of ['And', 'Or', 'Not']) {
      const inner = get(rule, name);
      if (inner) this.#rule(inner, state);
    }
  }

  #jsonata(state: State): void {
    const { node, catchers, choiceRules } = state;
    for (const holder of [node, ...catchers, ...choiceRules]) {
      for (const entry of addedIn(fieldText(holder, 'Output') ?? '')) {
        this.#add({
          names: [entry.name],
          value: entry.isResult && holder === node && state.type === 'Task' ? answerOf(state) : undefined,
        });
      }
    }
    for (const rule of choiceRules) {
      const condition = fieldText(rule, 'Condition');
      if (!condition?.startsWith('{%')) continue;
      for (const { name, path } of readJsonata(condition).references) {
        if (name !== 'states' || path[0]?.name !== 'input' || path.length === 1) continue;
        const names = path.slice(1).map((step) => step.name);
        this.#compare(names);
        if (condition.includes('$exists')) this.#missing.add(names[0]);
      }
    }
  }

  #add(write: Write): void {
    const found = this.#writes.get(write.names[0]);
    if (found) found.push(write);
    else this.#writes.set(write.names[0], [write]);
  }

  #compare(names: readonly string[]): void {
    const found = this.#compared.get(names[0]);
    if (found) found.push(names);
    else this.#compared.set(names[0], [names]);
  }
}

/** What a JSONPath state puts where its "ResultPath" says. */
function putBy(state: State): Omit<Write, 'names'> {
  const { node, type } = state;
  const selector = get(node, 'ResultSelector');
  if (selector) return { object: objectOf(selector) };
  if (type === 'Task') return { value: answerOf(state) };
  if (type !== 'Pass') return {};
  return property(node, 'Result')
    ? { value: literalShape(get(node, 'Result')) }
    : { object: objectOf(get(node, 'Parameters')) };
}

function objectOf(node: TreeNode | undefined): ObjectNode | undefined {
  return node?.kind === 'object' ? node : undefined;
}

function keyOf(step: Way[number]): string {
  return step.kind === 'name' ? JSON.stringify(step.name) : step.kind === 'index' ? `${step.index}` : '*';
}

function begins(way: Way, names: readonly string[]): boolean {
  return way.length > names.length && names.every((name, index) => isName(way, index, name));
}

function isName(way: Way, index: number, name: string): boolean {
  const step = way[index];
  return step.kind === 'name' && step.name === name;
}

/** What lies beside the place of a write, or around it, is as it was. */
function loses({ names, value, object }: Write, way: Way, through: boolean): boolean {
  if (!begins(way, names)) return false;
  const rest = way.slice(names.length);
  if (value) return lostStep(value, rest, through) !== undefined;
  const [step] = rest;
  if (!object || rest.length > 1 || step.kind !== 'name') return true;
  return !object.properties.some(({ name }) => name === step.name || name === `${step.name}.$`);
}

interface Added {
  readonly name: string;
  /** True where it is the result as a whole. */
  readonly isResult: boolean;
}

/** What `$merge([$states.input, { … }])` puts beside the input. */
const addedIn = remembered((text): readonly Added[] => {
  if (!KEEPS_INPUT.test(text)) return [];
  const list = mergedList(text);
  return (list ?? []).slice(1).flatMap(({ lhs }) =>
    (lhs as readonly (readonly [JsonataNode, JsonataNode])[]).map(([key, value]) => ({
      name: String(key.value),
      isResult: isStates(value, 'result'),
    })),
  );
});

/** True for an expression that leaves the fields of the input where they are, and may put others beside them. */
export const keepsInput = remembered((text): { readonly yes: boolean } => {
  if (/^\{%\s*\$states\.input\s*%\}$/.test(text)) return { yes: true };
  return { yes: KEEPS_INPUT.test(text) && mergedList(text) !== undefined };
});

const KEEPS_INPUT = /^\{%\s*\$merge\(\s*\[\s*\$states\.input\s*,/;

/** The input and the objects that are written out behind it, if a `$merge` of these is all that the text holds. */
function mergedList(text: string): readonly JsonataNode[] | undefined {
  const tree = readJsonata(text).problems.length > 0 ? undefined : jsonataTree(text);
  const [list] = tree?.arguments ?? [];
  if (tree?.type !== 'function' || tree.procedure?.value !== 'merge' || tree.arguments?.length !== 1)
    return undefined;
  const [input, ...others] = list.type === 'unary' && list.value === '[' ? (list.expressions ?? []) : [];
  if (!input || !isStates(input, 'input')) return undefined;
  return others.every(isWrittenOut) ? [input, ...others] : undefined;
}

function isStates({ type, steps = [] }: JsonataNode, name: string): boolean {
  const [root, field] = steps;
  const plain = steps.every(({ predicate, stages, group }) => !predicate && !stages && !group);
  return type === 'path' && plain && steps.length === 2 && root.value === 'states' && field.value === name;
}

/** An object each of whose names is a text. */
function isWrittenOut({ type, value, lhs }: JsonataNode): boolean {
  return (
    type === 'unary' && value === '{' && Array.isArray(lhs) && lhs.every(([key]) => key.type === 'string')
  );
}
