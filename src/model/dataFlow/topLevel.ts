import type { JsonPath } from '../../expressions/jsonPath';
import { property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { firstState } from '../scopeGraph';
import type { Scope, State, StateMachine, Transition } from '../stateMachine';
import { selected } from './access';
import { onlyReference, pathOf } from './evaluation';
import { keepsInput, type FieldWrites } from './fieldWrites';
import { answerOf } from './integrationResult';
import { KIND, UNKNOWN, type Shape } from './shape';
import { fieldText, takesWhole } from './stateData';

/**
 * What is known of an input as a whole: it may have fields that nobody knows of, it is an array, or something
 * else that may be known to its last field.
 */
export type Top = 'open' | 'array' | 'known';

/**
 * Tells for each state which of these its input is. It never says "open" or "array" where the data flow
 * knows more; that it takes from what each state does with its input, without looking at any value.
 */
export class TopLevel {
  readonly #inputs = new Map<State, Top>();
  readonly #items = new Map<State, Top>();
  readonly #writes: FieldWrites;
  readonly #pending: State[] = [];
  /** Levels that a run can leave by their end. */
  readonly #ended = new Set<Scope>();

  constructor({ scope }: StateMachine, writes: FieldWrites) {
    this.#writes = writes;
    this.#enter(scope, 'open');
    for (let state = this.#pending.pop(); state; state = this.#pending.pop()) {
      this.#follow(state, this.#inputs.get(state) ?? 'known');
    }
  }

  /** What reaches a state; `undefined` where nothing does. */
  input(state: State): Top | undefined {
    return this.#inputs.get(state);
  }

  /** What a Map works on in each iteration; `undefined` where nothing reaches it. */
  item(map: State): Top | undefined {
    return this.#items.get(map);
  }

  /** What a JSONPath state has before its "OutputPath". */
  combined(state: State, top: Top): Top {
    const { node, type } = state;
    if (type === 'Pass' || type === 'Task' || type === 'Map' || type === 'Parallel') {
      return placed(node, top) ?? this.#result(state, top);
    }
    return takesWhole(node, 'InputPath') ? top : 'known';
  }

  #enter(scope: Scope, top: Top): void {
    const first = firstState(scope);
    if (first) this.#reach(first, top);
  }

  #reach(state: State, top: Top): void {
    const before = this.#inputs.get(state);
    const after = before === undefined || before === top ? top : joined(before, top);
    if (after === before) return;
    this.#inputs.set(state, after);
    this.#pending.push(state);
  }

  #follow(state: State, top: Top): void {
    const { scopes, transitions, scope, type } = state;
    if (scopes.length > 0) {
      const given = this.#given(state, top);
      for (const inner of scopes) this.#enter(inner, given);
    }
    // A branch that never comes to its end holds up the whole Parallel.
    const goesOn = type !== 'Parallel' || scopes.every((inner) => this.#ended.has(inner));
    if (goesOn) this.#end(state);
    for (const transition of transitions) {
      const target = transition.target && scope.byName.get(transition.target.value);
      if (target && (goesOn || transition.kind === 'Catch'))
        this.#reach(target, this.#exit(state, transition, top));
    }
  }

  #end({ type, end, scope }: State): void {
    if ((!end && type !== 'Succeed') || !scope.owner || this.#ended.has(scope)) return;
    this.#ended.add(scope);
    this.#pending.push(scope.owner);
  }

  #exit(state: State, { kind, property: { parent } }: Transition, top: Top): Top {
    if (state.queryLanguage === 'JSONata') return this.#jsonataExit(state, kind, parent, top);
    if (kind === 'Catch') return placed(parent, top) ?? 'known';
    if (this.#writes.comparesWhole.has(state)) return 'known';
    return this.#output(state, this.combined(state, top));
  }

  /** What "OutputPath" leaves. */
  #output(state: State, combined: Top): Top {
    const { node } = state;
    if (takesWhole(node, 'OutputPath')) return combined;
    const path = pathOf(fieldText(node, 'OutputPath') ?? '');
    if (path?.root !== 'input') return 'known';
    if (combined === 'open') return this.#picked(path);
    const result =
      state.type === 'Task' && !property(node, 'ResultPath') && !property(node, 'ResultSelector');
    return result ? topOf(selected(answerOf(state), path.segments).shape) : 'known';
  }

  /** What a path leads to in an open input: something unknown, if nothing is said of its name. */
  #picked({ segments: [first] }: JsonPath): Top {
    return first?.kind === 'name' && this.#writes.leavesAlone(first.name) ? 'open' : 'known';
  }

  #result(state: State, top: Top): Top {
    const { node, type } = state;
    if (property(node, 'ResultSelector')) return 'known';
    if (type === 'Task') return topOf(answerOf(state));
    if (type !== 'Pass') return property(node, 'ResultWriter') ? 'known' : 'array';
    const keeps = takesWhole(node, 'InputPath') && !property(node, 'Result') && !property(node, 'Parameters');
    return keeps ? top : 'known';
  }

  #jsonataExit(state: State, kind: Transition['kind'], holder: ObjectNode, top: Top): Top {
    const { node, type } = state;
    const output = property(holder, 'Output');
    if (output) {
      const text = fieldText(holder, 'Output') ?? '';
      if (!keepsInput(text).yes) return 'known';
      return top === 'array' && text.includes('$merge') ? 'known' : top;
    }
    if (kind === 'Catch') return 'known';
    if (type === 'Task') return topOf(answerOf(state));
    if (type === 'Map' || type === 'Parallel') return property(node, 'ResultWriter') ? 'known' : 'array';
    return type === 'Pass' && property(node, 'Result') ? 'known' : top;
  }

  /** What the first state of a branch or an iteration gets. */
  #given(state: State, top: Top): Top {
    const { node, type } = state;
    const item = type === 'Map' ? this.#itemOf(state, top) : undefined;
    if (item) this.#items.set(state, item);
    if (GIVES.some((name) => property(node, name))) return 'known';
    return item ?? (takesWhole(node, 'InputPath') ? top : 'known');
  }

  #itemOf({ node, queryLanguage }: State, top: Top): Top {
    if (property(node, 'ItemReader')) return 'open';
    if (top !== 'open' || !takesWhole(node, 'InputPath')) return 'known';
    if (queryLanguage === 'JSONata') {
      if (!property(node, 'Items')) return 'open';
      const items = onlyReference(fieldText(node, 'Items') ?? '');
      const name =
        items?.name === 'states' && items.path[0]?.name === 'input' ? items.path[1]?.name : undefined;
      return name !== undefined && this.#writes.leavesAlone(name) ? 'open' : 'known';
    }
    if (!property(node, 'ItemsPath')) return 'open';
    const path = pathOf(fieldText(node, 'ItemsPath') ?? '');
    return path?.root === 'input' ? this.#picked(path) : 'known';
  }
}

/** Fields that make something new of the input for what is inside. */
const GIVES = ['Parameters', 'Arguments', 'ItemSelector', 'ItemBatcher'];

function joined(a: Top, b: Top): Top {
  return a === 'open' || b === 'open' ? 'open' : 'known';
}

/** What is left of the input where a result is put at a place in it; `undefined` where it takes its place. */
function placed(holder: ObjectNode, top: Top): Top | undefined {
  const resultPath = property(holder, 'ResultPath');
  if (!resultPath) return undefined;
  if (resultPath.value?.kind === 'null') return top;
  const path = pathOf(fieldText(holder, 'ResultPath') ?? '');
  if (!path) return 'known';
  const [first] = path.segments;
  if (!first) return undefined;
  if (first.kind !== 'name') return 'known';
  return top === 'array' ? 'known' : top;
}

function topOf(shape: Shape): Top {
  if (shape === UNKNOWN) return 'open';
  if (shape.kinds === KIND.array) return 'array';
  const open = shape.kinds === KIND.object && shape.object?.rest === 'any' && shape.object.fields.size === 0;
  return open ? 'open' : 'known';
}
