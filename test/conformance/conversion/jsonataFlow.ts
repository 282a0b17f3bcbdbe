import type { DataFlow, Moment, Passed } from './dataFlow';
import { Failure } from './failure';
import { evaluateField } from './jsonataFields';
import { asList, asObject, type Json, type JsonObject } from './json';

export const jsonataFlow: DataFlow = {
  arguments: async (state, at) => (await field(state, 'Arguments', at)) ?? at.input,
  made: (_, at) => Promise.resolve(at.input),
  items: async (state, at) => (await field(state, 'Items', at)) ?? at.input,
  itemInput: async (state, item, at) => (await field(state, 'ItemSelector', at)) ?? item,
  value: (_, part, name, at) => field(part, name, at),
  payload: (_, part, name, at) => field(part, name, at),
  choose: async (state, at) => {
    for (const rule of asList(state.Choices).map(asObject)) {
      const holds = await field(rule, 'Condition', at);
      if (typeof holds !== 'boolean') throw new Failure('States.QueryEvaluationError', 'not a boolean');
      if (holds) return rule;
    }
    return undefined;
  },
  pass: (state, at, result, rule) =>
    passOn(rule ?? state, at, { result }, result ?? (result === null ? null : at.input)),
  passError: (catcher, at, errorOutput) => passOn(catcher, at, { errorOutput }, errorOutput),
};

function bindings(
  { input, context, variables }: Moment,
  more: { [key: string]: Json | undefined },
): JsonObject {
  const states: JsonObject = { input, context };
  for (const [key, value] of Object.entries(more)) if (value !== undefined) states[key] = value;
  return { ...variables, states };
}

function field(
  holder: JsonObject,
  name: string,
  at: Moment,
  more: { [key: string]: Json | undefined } = {},
): Promise<Json | undefined> {
  const value = holder[name];
  return value === undefined ? Promise.resolve(undefined) : evaluateField(value, bindings(at, more));
}

async function passOn(
  holder: JsonObject,
  at: Moment,
  more: { [key: string]: Json | undefined },
  usual: Json,
): Promise<Passed> {
  const output = await field(holder, 'Output', at, more);
  const assigned = asObject((await field(holder, 'Assign', at, more)) ?? {});
  return { output: output === undefined ? usual : output, assigned };
}
