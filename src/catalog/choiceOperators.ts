/** The type of value that an operator compares or asks about. */
export type OperandType = 'string' | 'number' | 'boolean' | 'timestamp' | 'pattern' | 'reference path';

/** One comparison of a JSONPath choice rule. */
export interface ChoiceOperator {
  readonly name: string;
  readonly operand: OperandType;
  /** For the `…Path` variants: the operator whose operand is a literal. */
  readonly variantOf?: string;
  readonly summary: string;
  /** A JSON value for the operand. */
  readonly example: string;
}

/** Title of the page of the AWS documentation that lists the operators. */
export const CHOICE_OPERATORS_SOURCE = 'Choice workflow state';

const RELATIONS = [
  ['Equals', 'is equal to'],
  ['LessThan', 'is less than'],
  ['GreaterThan', 'is greater than'],
  ['LessThanEquals', 'is less than or equal to'],
  ['GreaterThanEquals', 'is greater than or equal to'],
] as const;

const FAMILIES = [
  { prefix: 'String', operand: 'string', note: 'by code point, with regard to case', example: '"paid"' },
  { prefix: 'Numeric', operand: 'number', note: 'so that 1 and 1.0 are equal', example: '10' },
  { prefix: 'Timestamp', operand: 'timestamp', note: 'as points in time', example: '"2027-03-01T06:00:00Z"' },
] as const;

const compared: ChoiceOperator[] = FAMILIES.flatMap(({ prefix, operand, note, example }) =>
  RELATIONS.flatMap(([suffix, relation]): ChoiceOperator[] => [
    {
      name: prefix + suffix,
      operand,
      summary: `True when the variable is a ${operand} that ${relation} this value, compared ${note}.`,
      example,
    },
    {
      name: `${prefix}${suffix}Path`,
      operand: 'reference path',
      variantOf: prefix + suffix,
      summary: `True when the variable is a ${operand} that ${relation} the value at this path.`,
      example: '"$.limit"',
    },
  ]),
);

const tests: ChoiceOperator[] = [
  ['IsPresent', 'the path of the variable finds a value, null included'],
  ['IsNull', 'the variable is null'],
  ['IsString', 'the variable is a string'],
  ['IsNumeric', 'the variable is a number'],
  ['IsBoolean', 'the variable is true or false'],
  ['IsTimestamp', 'the variable is a string that is an RFC 3339 timestamp'],
].map(([name = '', fact = '']) => ({
  name,
  operand: 'boolean',
  summary: `With true: ${fact}; with false: the opposite.`,
  example: 'true',
}));

/** All 39 comparison operators; a value of another type makes a comparison false and is never an error. */
export const CHOICE_OPERATORS: ReadonlyMap<string, ChoiceOperator> = new Map(
  [
    ...compared,
    {
      name: 'StringMatches',
      operand: 'pattern' as const,
      summary:
        'True when the variable is a string that matches this pattern, in which "*" stands for any characters and "\\\\" escapes.',
      example: '"log-*.txt"',
    },
    {
      name: 'BooleanEquals',
      operand: 'boolean' as const,
      summary: 'True when the variable is this boolean.',
      example: 'true',
    },
    {
      name: 'BooleanEqualsPath',
      operand: 'reference path' as const,
      variantOf: 'BooleanEquals',
      summary: 'True when the variable is the boolean at this path.',
      example: '"$.expected"',
    },
    ...tests,
  ].map((operator) => [operator.name, operator]),
);
