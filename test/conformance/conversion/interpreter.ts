import { timestamp } from './choice';
import type { DataFlow, Moment, Passed } from './dataFlow';
import { Failure, runtimeFailure } from './failure';
import { batched, readItems, type StoredObject } from './items';
import { jsonataFlow } from './jsonataFlow';
import { jsonPathFlow } from './jsonPathFlow';
import { asList, asObject, asText, isObject, type Json, type JsonObject } from './json';
import { errorOutput, Mocks, type Mock } from './mocks';

/** What an execution is given besides its definition. */
export interface Setting {
  readonly input: Json;
  readonly context: JsonObject;
  readonly mocks: Readonly<Record<string, readonly Mock[]>>;
  readonly s3?: readonly StoredObject[];
}

export interface Outcome {
  readonly status: 'SUCCEEDED' | 'FAILED';
  readonly output?: Json;
  readonly error?: string | null;
  readonly cause?: string | null;
  /** In the order in which they were entered; those of Distributed Maps are left out. */
  readonly states: readonly string[];
  readonly requests: Mocks['requests'];
}

/** Runs a definition; branches and iterations run one after the other, and time does not pass. */
export async function run(definition: JsonObject, setting: Setting): Promise<Outcome> {
  const execution = new Execution(definition, setting);
  const { states, mocks } = execution;
  try {
    const output = await execution.level(definition, setting.input, {
      variables: {},
      context: {},
      iteration: [],
      shown: true,
    });
    return { status: 'SUCCEEDED', output, states, requests: mocks.requests };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: 'FAILED', error: error.error, cause: error.reason, states, requests: mocks.requests };
  }
}

/** What a level of states has from the ones around it. */
interface Around {
  readonly variables: JsonObject;
  readonly context: JsonObject;
  readonly iteration: readonly number[];
  readonly shown: boolean;
}

/** More than any case needs: a loop that does not end is an error of ours. */
const MOST_STATES = 2000;
const LONGEST_WAIT = 2 ** 31;

class Execution {
  readonly states: string[] = [];
  readonly mocks: Mocks;
  #count = 0;

  constructor(
    readonly definition: JsonObject,
    readonly setting: Setting,
  ) {
    this.mocks = new Mocks(setting.mocks);
  }

  async level(level: JsonObject, input: Json, around: Around): Promise<Json> {
    let name = asText(level.StartAt);
    let data = input;
    const variables = { ...around.variables };
    while (name !== undefined) {
      if (++this.#count > MOST_STATES) throw new Error('too many states');
      const state = asObject(asObject(level.States)[name]);
      const { passed, next } = await this.#state(name, state, data, { ...around, variables });
      Object.assign(variables, passed.assigned);
      data = passed.output;
      name = next;
    }
    return data;
  }

  async #state(
    name: string,
    state: JsonObject,
    input: Json,
    around: Around,
  ): Promise<{ passed: Passed; next?: string }> {
    const language = state.QueryLanguage ?? this.definition.QueryLanguage;
    const flow = language === 'JSONata' ? jsonataFlow : jsonPathFlow;
    const retried = new Map<JsonObject, number>();
    // A state that is tried again is not entered again.
    if (around.shown) this.states.push(name);
    for (let retries = 0; ; retries++) {
      const at: Moment = {
        input,
        variables: around.variables,
        context: this.#context(name, state, retries, around),
      };
      try {
        return await this.#attempt(name, state, flow, at, around);
      } catch (error) {
        if (!(error instanceof Failure) || !error.catchable) throw error;
        const retrier = find(state.Retry, error);
        const count = retrier ? (retried.get(retrier) ?? 0) : 0;
        if (retrier && count < Number(retrier.MaxAttempts ?? 3)) {
          retried.set(retrier, count + 1);
          continue;
        }
        const catcher = find(state.Catch, error);
        if (!catcher) throw error;
        return { passed: await flow.passError(catcher, at, errorOutput(error)), next: asText(catcher.Next) };
      }
    }
  }

  #context(name: string, state: JsonObject, retries: number, around: Around): JsonObject {
    const isTask = state.Type === 'Task';
    return {
      ...this.setting.context,
      ...around.context,
      State: { Name: name, EnteredTime: '2024-01-01T00:00:00.000Z', ...(isTask && { RetryCount: retries }) },
      ...(isTask && { Task: { Token: 'token' } }),
    };
  }

  async #attempt(
    name: string,
    state: JsonObject,
    flow: DataFlow,
    at: Moment,
    around: Around,
  ): Promise<{ passed: Passed; next?: string }> {
    const next = asText(state.Next);
    switch (state.Type) {
      case 'Pass':
        return {
          passed: await flow.pass(state, at, flow === jsonataFlow ? undefined : await flow.made(state, at)),
          next,
        };
      case 'Wait':
        await this.#wait(state, flow, at);
        return { passed: await flow.pass(state, at, undefined), next };
      case 'Succeed':
        return { passed: await flow.pass(state, at, undefined) };
      case 'Fail': {
        const error = await flow.value(state, state, 'Error', at);
        const cause = await flow.value(state, state, 'Cause', at);
        throw new Failure(asText(error) ?? null, asText(cause));
      }
      case 'Choice': {
        const rule = await flow.choose(state, at);
        const target = asText(rule ? rule.Next : state.Default);
        if (!target) throw new Failure('States.NoChoiceMatched');
        return { passed: await flow.pass(state, at, undefined, rule), next: target };
      }
      case 'Task': {
        for (const field of ['TimeoutSeconds', 'HeartbeatSeconds']) await flow.value(state, state, field, at);
        await flow.payload(state, state, 'Credentials', at);
        const request = await flow.arguments(state, at);
        const result = this.mocks.answer(name, request, around.iteration);
        return { passed: await flow.pass(state, at, result), next };
      }
      case 'Parallel': {
        const input = await flow.arguments(state, at);
        const results: Json[] = [];
        for (const branch of asList(state.Branches))
          results.push(await this.level(asObject(branch), input, around));
        return { passed: await flow.pass(state, at, results), next };
      }
      case 'Map':
        return { passed: await flow.pass(state, at, await this.#map(state, flow, at, around)), next };
      default:
        throw new Error(`the type ${String(state.Type)} is not known`);
    }
  }

  async #wait(state: JsonObject, flow: DataFlow, at: Moment): Promise<void> {
    const seconds = await flow.value(state, state, 'Seconds', at);
    if (seconds !== undefined) {
      if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0)
        throw runtimeFailure('Seconds');
      return;
    }
    const time = timestamp(await flow.value(state, state, 'Timestamp', at));
    const now = Date.parse(String(asObject(this.setting.context.Execution).StartTime));
    if (time === undefined) throw runtimeFailure('Timestamp');
    if ((time - now) / 1000 > LONGEST_WAIT) throw runtimeFailure('Wait state delay is too long.');
  }

  async #map(state: JsonObject, flow: DataFlow, at: Moment, around: Around): Promise<Json> {
    const processor = asObject(state.ItemProcessor ?? state.Iterator);
    const distributed = asObject(processor.ProcessorConfig).Mode === 'DISTRIBUTED';
    for (const [field, limit] of NUMBERS) {
      const value = await flow.value(state, state, field, at);
      if (value !== undefined) checkNumber(field, value, limit);
    }
    const items = await this.#items(state, flow, at);
    const results: Json[] = [];
    for (const [index, item] of items.entries()) {
      const context = { ...at.context, Map: { Item: { Index: index, Value: item } } };
      const input = await flow.itemInput(state, item, { ...at, context });
      results.push(
        await this.level(processor, input, {
          variables: distributed ? {} : around.variables,
          context: { ...around.context, Map: context.Map },
          iteration: [...around.iteration, index],
          shown: around.shown && !distributed,
        }),
      );
    }
    return results;
  }

  async #items(state: JsonObject, flow: DataFlow, at: Moment): Promise<Json[]> {
    const reader = state.ItemReader;
    let items: Json;
    if (isObject(reader)) {
      const args = asObject(await flow.payload(state, reader, 'Arguments', at));
      const most = await flow.value(state, asObject(reader.ReaderConfig), 'MaxItems', at);
      items = readItems(reader, args, most, this.setting.s3 ?? []);
    } else items = await flow.items(state, at);
    if (!Array.isArray(items)) throw runtimeFailure('Reference path does not lead to an array');
    const batcher = state.ItemBatcher;
    if (!isObject(batcher)) return items;
    await flow.value(state, batcher, 'MaxInputBytesPerBatch', at);
    const size = await flow.value(state, batcher, 'MaxItemsPerBatch', at);
    return batched(items, size, await flow.payload(state, batcher, 'BatchInput', at));
  }
}

const NUMBERS: readonly (readonly [field: string, limit: number])[] = [
  ['MaxConcurrency', Infinity],
  ['ToleratedFailureCount', Infinity],
  ['ToleratedFailurePercentage', 100],
];

function checkNumber(field: string, value: Json, limit: number): void {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  const isWhole = field === 'ToleratedFailurePercentage' || Number.isInteger(number);
  if (typeof number !== 'number' || !isWhole || number < 0 || number > limit) throw runtimeFailure(field);
}

function find(handlers: Json | undefined, { error }: Failure): JsonObject | undefined {
  return asList(handlers)
    .map(asObject)
    .find((handler) =>
      asList(handler.ErrorEquals).some(
        (name) =>
          name === 'States.ALL' ||
          (name === 'States.TaskFailed' && error !== null && error !== 'States.Timeout') ||
          name === error,
      ),
    );
}
