import { PATTERN_OPERATORS, type PatternOperator } from '../../../catalog/events/operators';
import { DIALECTS } from '../../../model/eventPattern/dialects';
import { operatorMarkdown } from '../../hover/patternCards';
import type { KnownFields } from '../../patternFields';
import type { Item } from '../item';
import { stop } from '../stops';
import type { ItemWriter } from '../write';
import type { PatternPlace } from './place';
import { knownValues, written } from './knownValues';

const OPERANDS: Readonly<Record<string, string>> = {
  prefix: `"${stop(1)}"`,
  suffix: `"${stop(1)}"`,
  'equals-ignore-case': `"${stop(1)}"`,
  wildcard: `"${stop(1, '*')}"`,
  'anything-but': `["${stop(1)}"]`,
  numeric: `[">", ${stop(1, '0')}]`,
  exists: stop(1, 'true'),
  cidr: `"${stop(1, '10.0.0.0/24')}"`,
};

/** Operators as the names of keys, where their object is there already. */
export function operatorNames(place: PatternPlace, writer: ItemWriter): Item[] {
  // An operator stands alone in its object.
  if (place.present.size > 0) return [];
  return allowed(place).map((operator, index) =>
    writer.key(operator.name, OPERANDS[operator.name], {
      kind: 'function',
      documentation: operatorMarkdown(operator),
      rank: index,
    }),
  );
}

/** Operators with their object, as items of a list. */
export function wholeOperators(place: PatternPlace, writer: ItemWriter): Item[] {
  return allowed(place).map((operator, index) =>
    writer.value(writer.notation.inline([[operator.name, OPERANDS[operator.name]]]), {
      label: operator.name,
      kind: 'function',
      documentation: operatorMarkdown(operator),
      rank: 60 + index,
    }),
  );
}

/** What an operator takes: true or false, signs of comparison, or values of the field. */
export function operandItems(place: PatternPlace, known: KnownFields, writer: ItemWriter): Item[] {
  const operator = place.operators[place.operators.length - 1];
  const words = (texts: readonly string[]): Item[] =>
    texts.map((word, index) => writer.value(word, { label: word, kind: 'value', rank: index }));
  switch (operator) {
    case 'exists':
      return words(['true', 'false']);
    case 'numeric':
      return place.inside === 'operatorList' ? words(['">"', '">="', '"<"', '"<="', '"="']) : [];
    case 'equals-ignore-case':
    case 'anything-but':
      return written(knownValues(place, known), writer);
    default:
      return [];
  }
}

/** The operators that the reader of the pattern takes at the cursor. */
function allowed({ dialect, operators: around }: PatternPlace): readonly PatternOperator[] {
  const { operators, insideAnythingBut = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'] } =
    DIALECTS[dialect];
  const [outer] = around.slice(-1);
  const names =
    outer === undefined
      ? operators
      : outer === 'anything-but'
        ? insideAnythingBut
        : outer === 'prefix' || outer === 'suffix'
          ? ['equals-ignore-case']
          : [];
  return PATTERN_OPERATORS.filter(({ name }) => !names || names.includes(name));
}
