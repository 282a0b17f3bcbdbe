import { parseJsonPath } from '../../../src/expressions/jsonPath';
import { ruleHolds } from './choice';
import type { DataFlow, Moment, Passed } from './dataFlow';
import { runtimeFailure } from './failure';
import { pathOrIntrinsicValue } from './intrinsics';
import { asList, asObject, isObject, type Json, type JsonObject } from './json';
import { readPath, type PathRoots } from './paths';
import { fillTemplate } from './template';

export const jsonPathFlow: DataFlow = {
  arguments: (state, at) => Promise.resolve(given(state, 'Parameters', at)),
  made: (state, at) => Promise.resolve(madeBy(state, at)),
  items: (state, at) =>
    Promise.resolve(
      typeof state.ItemsPath === 'string'
        ? readPath(state.ItemsPath, effective(state, at))
        : effective(state, at).input,
    ),
  itemInput: (state, item, at) => {
    const selector = state.ItemSelector ?? state.Parameters;
    return Promise.resolve(selector === undefined ? item : fillTemplate(selector, effective(state, at)));
  },
  value: (state, part, name, at) => {
    const path = part[`${name}Path`];
    if (typeof path !== 'string') return Promise.resolve(part[name]);
    const roots = effective(state, at);
    const value =
      name === 'Error' || name === 'Cause' ? pathOrIntrinsicValue(path, roots) : readPath(path, roots);
    return Promise.resolve(value);
  },
  payload: (state, part, name, at) => {
    const template = part[name === 'Arguments' ? 'Parameters' : name];
    return Promise.resolve(template === undefined ? undefined : fillTemplate(template, effective(state, at)));
  },
  choose: (state, at) =>
    Promise.resolve(
      asList(state.Choices)
        .map(asObject)
        .find((rule) => ruleHolds(rule, effective(state, at))),
    ),
  pass: (state, at, result, rule) => Promise.resolve(passOn(state, at, result, rule)),
  passError: (catcher, at, errorOutput) =>
    Promise.resolve({
      output: placed(catcher, at, errorOutput),
      assigned: assignments(catcher, { ...at, input: errorOutput }),
    }),
};

function effective({ InputPath: path }: JsonObject, at: Moment): PathRoots {
  if (path === undefined) return at;
  return { ...at, input: path === null ? {} : readPath(String(path), at) };
}

function given(state: JsonObject, name: string, at: Moment): Json {
  const roots = effective(state, at);
  const template = state[name];
  return template === undefined ? roots.input : fillTemplate(template, roots);
}

function madeBy(state: JsonObject, at: Moment): Json {
  return state.Result === undefined ? given(state, 'Parameters', at) : state.Result;
}

function passOn(state: JsonObject, at: Moment, result: Json | undefined, rule?: JsonObject): Passed {
  const raw = result ?? (result === null ? null : effective(state, at).input);
  const assigned = assignments(rule ?? state, { ...at, input: raw });
  const selected =
    state.ResultSelector === undefined ? raw : fillTemplate(state.ResultSelector, { ...at, input: raw });
  const data = result === undefined ? raw : placed(state, at, selected);
  const path = state.OutputPath;
  const output =
    path === undefined ? data : path === null ? {} : readPath(String(path), { ...at, input: data });
  return { output, assigned };
}

function assignments({ Assign: template }: JsonObject, roots: PathRoots): JsonObject {
  return template === undefined ? {} : asObject(fillTemplate(template, roots));
}

/** The value where "ResultPath" puts it into the raw input. */
function placed({ ResultPath: written }: JsonObject, at: Moment, value: Json): Json {
  if (written === undefined) return value;
  if (written === null) return at.input;
  const names = (parseJsonPath(String(written)).path?.segments ?? []).map((segment) =>
    segment.kind === 'name' ? segment.name : '',
  );
  return put(at.input, names, value);
}

function put(onto: Json, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  if (!isObject(onto)) throw runtimeFailure('Unable to apply ResultPath');
  return { ...onto, [name]: put(onto[name] ?? {}, rest, value) };
}
