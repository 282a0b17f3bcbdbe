import { nearest } from '../../expressions/nearest';
import type { Span } from '../../syntax/tree';
import { describeLeaf, describeTest, describeTests } from './describeTest';
import { pathSteps, type EventFields, type Leaf } from './eventFields';
import type { EventPattern, PatternField, PatternGroup, PatternOr } from './eventPattern';
import { fieldsOfText } from './eventText';
import { EventError, fieldsOfValue } from './eventValue';
import { fieldTest } from './leafTest';
import { fieldsOf } from './limits';
import { compileEventPattern } from './matcher';
import type { ValueTest } from './valueTest';

/** Why a field matched or failed. */
export type FieldOutcome =
  /** A value passes, or the field is missing as it should be. */
  | 'matched'
  | 'missing'
  /** The field has values, and none passes. */
  | 'differs'
  /** The field has a value and should have none. */
  | 'present'
  /** The same field is given again further down, so that AWS does not look here. */
  | 'overridden'
  /** It depends on a value that is filled in outside of the file. */
  | 'unknown';

export interface ExplainedField {
  readonly kind: 'field';
  readonly path: string;
  readonly span: Span;
  readonly matched: boolean;
  readonly outcome: FieldOutcome;
  /** What the field may be, in words. */
  readonly expected: string;
  /** The event's values as JSON. */
  readonly found: readonly string[];
  /** The items of the list, with what each lets through and whether it let a value through. */
  readonly tests: readonly { readonly span: Span; readonly expected: string; readonly matched: boolean }[];
  /** What was perhaps meant, as a sentence. */
  readonly hint?: string;
}

export interface ExplainedOr {
  readonly kind: 'or';
  readonly span: Span;
  readonly matched: boolean;
  readonly branches: readonly ExplainedGroup[];
}

export interface ExplainedGroup {
  readonly kind: 'group';
  readonly span: Span;
  readonly matched: boolean;
  readonly members: readonly (ExplainedField | ExplainedOr)[];
}

export interface MatchExplanation {
  /** AWS's answer. */
  readonly matched: boolean;
  readonly root: ExplainedGroup;
  /** The paths whose values match one by one, but come from different elements of a list. */
  readonly acrossElements?: readonly string[];
}

/**
 * Says for every part of a pattern whether an event (JSON text or its value) matches it, and why
 * not. Throws an `EventError` for what is not a JSON object. Needs a pattern that has a root.
 */
export function explainMatch(pattern: EventPattern, event: unknown): MatchExplanation {
  const root = pattern.root ?? { kind: 'group' as const, span: { start: 0, end: 0 }, members: [] };
  const explainer = new Explainer(pattern, fieldsOf(root), event);
  const explained = explainer.group(root);
  const matched = compileEventPattern(pattern).matches(event);
  if (matched || !explained.matched) return { matched, root: { ...explained, matched } };
  return { matched, root: { ...explained, matched }, acrossElements: explainer.pathsWithElements(explained) };
}

class Explainer {
  readonly #paths: readonly string[];
  readonly #values: EventFields;
  readonly #event: unknown;
  /** The fields that AWS looks at. */
  readonly #active: ReadonlySet<PatternField>;

  constructor({ alternatives }: EventPattern, fields: readonly PatternField[], event: unknown) {
    this.#active = new Set(alternatives.flat());
    this.#paths = [...new Set(fields.map(({ path }) => path))];
    const steps = pathSteps(this.#paths);
    if (typeof event === 'string') {
      this.#values = fieldsOfText(event, steps, this.#paths.length);
      this.#event = JSON.parse(event) as unknown;
    } else {
      if (typeof event !== 'object' || event === null) throw new EventError('An event is a JSON object.');
      this.#values = fieldsOfValue(event, steps, this.#paths.length);
      this.#event = event;
    }
  }

  group({ span, members }: PatternGroup): ExplainedGroup {
    const explained = members.map((member) =>
      member.kind === 'or' ? this.#or(member) : this.#field(member),
    );
    const matched = explained.every(
      (member) => member.matched || (member.kind === 'field' && member.outcome === 'overridden'),
    );
    return { kind: 'group', span, matched, members: explained };
  }

  #or({ span, branches }: PatternOr): ExplainedOr {
    const explained = branches.map((branch) => this.group(branch));
    return { kind: 'or', span, matched: explained.some(({ matched }) => matched), branches: explained };
  }

  #field(field: PatternField): ExplainedField {
    const { path, span, tests } = field;
    const values = this.#values.values[this.#paths.indexOf(path)] ?? [];
    const passes = fieldTest(tests);
    const outcome = this.#outcome(field, values, values.some(passes));
    const explainedTests = tests.map((test) => ({
      span: test.span,
      expected: describeTest(test),
      matched: passesAlone(test, values),
    }));
    const hint =
      outcome === 'missing'
        ? this.#hintOnName(field)
        : outcome === 'differs'
          ? hintOnValue(tests, values)
          : undefined;
    return {
      kind: 'field',
      path,
      span,
      matched: outcome === 'matched',
      outcome,
      expected: describeTests(tests),
      found: values.map(describeLeaf),
      tests: explainedTests,
      ...(hint !== undefined && { hint }),
    };
  }

  #outcome(field: PatternField, values: readonly Leaf[], passes: boolean): FieldOutcome {
    const { tests } = field;
    if (!this.#active.has(field)) return 'overridden';
    const mayBeMissing = tests.some((test) => test.kind === 'exists' && !test.exists);
    if (passes || (values.length === 0 && mayBeMissing)) return 'matched';
    // With lists, whether a field is missing depends on the element that others choose.
    if (mayBeMissing && this.#values.hasElements) return 'matched';
    if (tests.some(isUnknownTest)) return 'unknown';
    if (values.length === 0) return 'missing';
    return mayBeMissing && tests.length === 1 ? 'present' : 'differs';
  }

  /** A name in the event that differs from the one asked for in case or by a letter. */
  #hintOnName({ steps }: PatternField): string | undefined {
    let at: unknown = this.#event;
    for (const step of steps) {
      if (Array.isArray(at)) at = at.find((item) => typeof item === 'object' && item !== null);
      if (typeof at !== 'object' || at === null) return undefined;
      const object = at as Record<string, unknown>;
      if (!Object.hasOwn(object, step)) {
        const meant = nearest(step, Object.keys(object));
        return meant === undefined ? undefined : `The event has "${meant}", not "${step}".`;
      }
      at = object[step];
    }
    if (Array.isArray(at) && at.length === 0) return 'The list in the event is empty.';
    if (typeof at === 'object' && at !== null)
      return 'The event has an object here, and only values can match.';
    return undefined;
  }

  /** The paths in an explained group whose values come from elements of lists. */
  pathsWithElements(group: ExplainedGroup): string[] {
    const paths = group.members.flatMap((member) =>
      member.kind === 'field'
        ? member.path
        : member.branches
            .filter(({ matched }) => matched)
            .flatMap((branch) => this.pathsWithElements(branch)),
    );
    return [...new Set(paths)].filter((path) =>
      this.#values.elements[this.#paths.indexOf(path)]?.some((element) => element > 0),
    );
  }
}

function passesAlone(test: ValueTest, values: readonly Leaf[]): boolean {
  if (test.kind === 'exists' && !test.exists) return values.length === 0;
  return values.some(fieldTest([test]));
}

function isUnknownTest(test: ValueTest): boolean {
  return test.kind === 'unknown' || (test.kind === 'anythingBut' && test.not.some(isUnknownTest));
}

/** What a value differs in, where it is nearly the one asked for. */
function hintOnValue(tests: readonly ValueTest[], values: readonly Leaf[]): string | undefined {
  for (const value of values) {
    for (const test of tests) {
      if (
        test.kind === 'text' &&
        typeof value === 'string' &&
        value.toLowerCase() === test.text.toLowerCase()
      ) {
        return `${describeLeaf(value)} differs from ${describeTest(test)} in case.`;
      }
      if (
        test.kind === 'number' &&
        typeof value === 'string' &&
        value.trim() !== '' &&
        Number(value) === test.value
      ) {
        return `The event has the text ${describeLeaf(value)}, and the pattern wants a number.`;
      }
      if (test.kind === 'text' && typeof value === 'number' && Number(test.text) === value) {
        return `The event has the number ${describeLeaf(value)}, and the pattern wants a text.`;
      }
      if (
        test.kind === 'range' &&
        typeof value === 'string' &&
        value.trim() !== '' &&
        !Number.isNaN(Number(value))
      ) {
        return `${describeLeaf(value)} is a text; "numeric" compares numbers only.`;
      }
    }
  }
  return undefined;
}
