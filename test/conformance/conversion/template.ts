import { runtimeFailure } from './failure';
import { pathOrIntrinsicValue } from './intrinsics';
import { isObject, type Json, type JsonObject } from './json';
import type { PathRoots } from './paths';

/** A payload template filled in. */
export function fillTemplate(template: Json, roots: PathRoots): Json {
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, roots));
  if (!isObject(template)) return template;
  const filled: JsonObject = {};
  for (const [key, value] of Object.entries(template)) {
    if (!key.endsWith('.$')) filled[key] = fillTemplate(value, roots);
    else if (typeof value !== 'string') throw runtimeFailure(`"${key}" holds no path`);
    else filled[key.slice(0, -2)] = pathOrIntrinsicValue(value, roots);
  }
  return filled;
}
