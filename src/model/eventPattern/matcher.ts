import { matchesConsistently, type FieldMatch } from './arrayConsistency';
import type { EventFields } from './eventFields';
import { pathSteps, type PathStep } from './eventFields';
import type { EventPattern } from './eventPattern';
import { fieldsOfText } from './eventText';
import { EventError, fieldsOfValue } from './eventValue';
import { fieldTest, type LeafTest } from './leafTest';

interface CompiledField {
  /** The index of its path. */
  readonly path: number;
  readonly test: LeafTest;
  /** True where the field may be missing. */
  readonly optional: boolean;
}

/**
 * A pattern made ready to be matched. It answers as AWS does; of a pattern with values that are
 * filled in from outside, as if those values let nothing through.
 */
export class PatternMatcher {
  readonly #steps: PathStep;
  readonly #paths: number;
  readonly #alternatives: readonly (readonly CompiledField[])[];

  constructor({ alternatives }: Pick<EventPattern, 'alternatives'>) {
    const paths = [...new Set(alternatives.flatMap((fields) => fields.map(({ path }) => path)))];
    const indexes = new Map(paths.map((path, index) => [path, index]));
    const compiled = new Map<unknown, CompiledField>();
    for (const field of new Set(alternatives.flat())) {
      const optional = field.tests.some((test) => test.kind === 'exists' && !test.exists);
      compiled.set(field, { path: indexes.get(field.path)!, test: fieldTest(field.tests), optional });
    }
    this.#steps = pathSteps(paths);
    this.#paths = paths.length;
    this.#alternatives = alternatives.map((fields) => fields.map((field) => compiled.get(field)!));
  }

  /**
   * Whether an event matches: JSON text, or the value that was read from it, whose numbers are
   * doubles then. Throws an `EventError` for what is not a JSON object.
   */
  matches(event: unknown): boolean {
    const fields = this.#fieldsOf(event);
    for (const alternative of this.#alternatives) {
      if (matchesAlternative(alternative, fields)) return true;
    }
    return false;
  }

  #fieldsOf(event: unknown): EventFields {
    if (typeof event === 'string') return fieldsOfText(event, this.#steps, this.#paths);
    if (typeof event !== 'object' || event === null || Array.isArray(event)) {
      throw new EventError('An event is a JSON object.');
    }
    return fieldsOfValue(event, this.#steps, this.#paths);
  }
}

function matchesAlternative(alternative: readonly CompiledField[], fields: EventFields): boolean {
  for (const { path, test, optional } of alternative) {
    const values = fields.values[path];
    if (values ? !(values.some(test) || (optional && fields.hasElements)) : !optional) return false;
  }
  if (!fields.hasElements) return true;
  const matches = alternative.map(({ path, test, optional }): FieldMatch => {
    const values = fields.values[path] ?? [];
    const elements = fields.elements[path] ?? [];
    return { all: elements, passing: elements.filter((_, index) => test(values[index])), optional };
  });
  return matchesConsistently(matches, fields);
}

/** Makes a pattern ready to be matched. */
export function compileEventPattern(pattern: Pick<EventPattern, 'alternatives'>): PatternMatcher {
  return new PatternMatcher(pattern);
}
