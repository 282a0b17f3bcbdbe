import { equal, isObject, type Json } from './json';

/** True where a value is what a recording shows, its gaps and patterns regarded. */
export function fits(expected: Json, actual: Json | undefined): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      expected.length === actual.length &&
      expected.every((item, index) => fits(item, actual[index]))
    );
  if (!isObject(expected)) return expected === actual;
  if ('$ignore' in expected) return true;
  if ('$regex' in expected)
    return typeof actual === 'string' && new RegExp(String(expected.$regex)).test(actual);
  if ('$jsonText' in expected) return typeof actual === 'string' && sameJson(actual, expected.$jsonText);
  if (!isObject(actual)) return false;
  const keys = Object.keys(expected);
  return (
    Object.keys(actual).every((key) => key in expected) &&
    keys.every((key) => fits(expected[key], actual[key]))
  );
}

function sameJson(text: string, value: Json): boolean {
  try {
    return equal(JSON.parse(text), value);
  } catch {
    return false;
  }
}
