/** An operator of event patterns. */
export interface PatternOperator {
  readonly name: string;
  readonly meaning: string;
  /** What it takes, as it stands in a pattern. */
  readonly example: string;
  /** Texts that the example lets through, and such that it does not, as JSON. */
  readonly passes: readonly string[];
  readonly fails: readonly string[];
  readonly limits?: readonly string[];
}

/** "Comparison operators for use in event patterns in Amazon EventBridge", 2026; the examples are tested. */
export const PATTERN_OPERATORS: readonly PatternOperator[] = [
  {
    name: 'prefix',
    meaning: 'Texts that begin so; with `equals-ignore-case` inside, in any case.',
    example: '{ "prefix": "raw/" }',
    passes: ['"raw/orders.json"'],
    fails: ['"Raw/orders.json"'],
    limits: ['One text, no list.'],
  },
  {
    name: 'suffix',
    meaning: 'Texts that end so; with `equals-ignore-case` inside, in any case.',
    example: '{ "suffix": ".parquet" }',
    passes: ['"raw/orders.parquet"'],
    fails: ['"raw/orders.PARQUET"'],
    limits: ['One text, no list.'],
  },
  {
    name: 'equals-ignore-case',
    meaning: 'The whole text, in any case.',
    example: '{ "equals-ignore-case": "failed" }',
    passes: ['"FAILED"', '"Failed"'],
    fails: ['"failed!"'],
  },
  {
    name: 'wildcard',
    meaning: 'Texts in which each `*` stands for any characters, or for none.',
    example: '{ "wildcard": "partners/*/manifest.json" }',
    passes: ['"partners/northwind/manifest.json"'],
    fails: ['"partners/manifest.json"'],
    limits: ['No `**`; `\\\\*` is an asterisk.', 'A bus takes 30 rules with wildcards.'],
  },
  {
    name: 'anything-but',
    meaning: 'Every value but these, `null` included; the field has to be there.',
    example: '{ "anything-but": ["SUCCEEDED", "STOPPED"] }',
    passes: ['"FAILED"', 'null'],
    fails: ['"STOPPED"'],
    limits: ['Texts or numbers, or one of `prefix`, `suffix`, `equals-ignore-case`, `wildcard`.'],
  },
  {
    name: 'numeric',
    meaning: 'Numbers in a range; texts that look like numbers are none.',
    example: '{ "numeric": [">", 0, "<=", 100] }',
    passes: ['1', '100'],
    fails: ['0', '"5"'],
    limits: ['`=`, `<`, `<=`, `>`, `>=`; of two bounds the lower one first.'],
  },
  {
    name: 'exists',
    meaning: 'Whether the field has a value; only for fields that hold values, not for objects.',
    example: '{ "exists": true }',
    passes: ['"anything"', 'null'],
    fails: [],
    limits: ['`false` lets events through that lack the field.'],
  },
  {
    name: 'cidr',
    meaning: 'IP addresses in a range.',
    example: '{ "cidr": "10.0.0.0/24" }',
    passes: ['"10.0.0.17"'],
    fails: ['"10.0.1.17"'],
  },
];

/** The operator of a name. */
export function patternOperator(name: string): PatternOperator | undefined {
  return PATTERN_OPERATORS.find((operator) => operator.name === name);
}
