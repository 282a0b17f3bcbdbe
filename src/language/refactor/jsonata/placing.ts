import { parseJsonPath } from '../../../expressions/jsonPath';
import type { Property } from '../../../syntax/tree';
import { STATE_INPUT, Unsure } from './code';
import { select, type Data } from './data';
import { textOf } from './numberPath';
import { pathTextCode, type Roots } from './pathCode';

/** The input as it came. */
export const INPUT: Data = { kind: 'code', code: STATE_INPUT };
/** What a path of null stands for. */
export const EMPTY: Data = { kind: 'code', code: { text: '{}', shape: 'object' } };

/** A result where "ResultPath" puts it: into the raw input. */
export function placed(field: Property | undefined, value: Data): Data {
  if (!field?.value) return value;
  if (field.value.kind === 'null') return INPUT;
  const text = textOf(field);
  const { path, problems } = parseJsonPath(text);
  if (!path || problems.length > 0 || path.root !== 'input') throw new Unsure(`"${text}" names no place`);
  if (path.segments.length === 0) return value;
  const names = path.segments.map((segment) => {
    if (segment.kind === 'name') return segment.name;
    throw new Unsure(`"${text}" puts the result into an array`);
  });
  return { kind: 'merged', onto: STATE_INPUT, path: names, value };
}

/** What "OutputPath" leaves of the data. */
export function picked(field: Property | undefined, data: Data, raw: Roots): Data {
  if (!field?.value) return data;
  if (field.value.kind === 'null') return EMPTY;
  const text = textOf(field);
  const { path, problems } = parseJsonPath(text);
  if (!path || problems.length > 0) throw new Unsure(`the path "${text}" cannot be read`);
  if (path.root === 'input') return select(data, path.segments, text, raw);
  return { kind: 'code', code: pathTextCode(text, raw) };
}
