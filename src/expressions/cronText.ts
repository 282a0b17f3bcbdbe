import type { CronFieldRange } from './cronFieldRange';

/** A field that means exactly these values, ascending, in a form that both AWS and Unix read. */
export function cronValues(values: readonly number[], { min, max }: CronFieldRange): string {
  if (values.length === max - min + 1) return '*';
  const step = values.length > 1 ? values[1] - values[0] : 1;
  const isEven = values.every((value, index) => value === values[0] + index * step);
  if (
    values.length > 2 &&
    step > 1 &&
    isEven &&
    values[values.length - 1] + step > max &&
    values[0] - step < min
  ) {
    return values[0] === min ? `*/${step}` : `${values[0]}-${max}/${step}`;
  }
  return cronRuns(values);
}

/** `1-5,7`: three and more values that follow each other become a range. */
export function cronRuns(values: readonly number[], name: (value: number) => string = String): string {
  const parts: string[] = [];
  for (let at = 0; at < values.length;) {
    let end = at;
    while (end + 1 < values.length && values[end + 1] === values[end] + 1) end++;
    if (end - at < 2) end = at;
    parts.push(end > at ? `${name(values[at])}-${name(values[end])}` : name(values[at]));
    at = end + 1;
  }
  return parts.join();
}
