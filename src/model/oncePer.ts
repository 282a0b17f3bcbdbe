/** Something that carries along what was worked out of it. */
export interface Carrier {
  /** By what worked it out; only `oncePer` reads and writes it. */
  carried?: Map<unknown, unknown>;
}

/**
 * Works something out of a subject once, when somebody asks for it, and lets the subject carry it. A
 * WeakMap would hold both until the next full collection of garbage: the trees of many keystrokes.
 */
export function oncePer<Subject extends Carrier, Value>(
  workOut: (subject: Subject) => Value,
): (subject: Subject) => Value {
  return (subject) => {
    const carried = (subject.carried ??= new Map());
    let value = carried.get(workOut) as Value | undefined;
    if (value === undefined && !carried.has(workOut)) {
      value = workOut(subject);
      carried.set(workOut, value);
    }
    return value as Value;
  };
}
