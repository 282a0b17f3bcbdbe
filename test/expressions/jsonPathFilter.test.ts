import assert from 'node:assert/strict';
import { parseJsonPath } from '../../src/expressions/jsonPath';
import { parseFilter, type FilterExpression, type FilterOperand } from '../../src/expressions/jsonPathFilter';

function operand(value: FilterOperand): string {
  if (value.kind === 'value') return JSON.stringify(value.value);
  if (value.kind === 'pattern') return `/${value.source}/${value.flags}`;
  const { root, segments } = value.path;
  return root + segments.map((each) => (each.kind === 'name' ? `.${each.name}` : `[${each.kind}]`)).join('');
}

function short(expression: FilterExpression | undefined): string {
  switch (expression?.kind) {
    case undefined:
      return 'not understood';
    case 'and':
    case 'or':
      return `(${expression.operands.map(short).join(` ${expression.kind} `)})`;
    case 'not':
      return `not ${short(expression.operand)}`;
    case 'exists':
      return `exists ${operand({ kind: 'path', path: expression.path })}`;
    case 'comparison':
      return `${operand(expression.left)} ${expression.operator} ${operand(expression.right)}`;
  }
}

describe('JSONPath filters', () => {
  const FILTERS: Readonly<Record<string, string>> = {
    '@.isbn': 'exists item.isbn',
    '@.price < 10': 'item.price < 10',
    "@.state=='it\\'s'": 'item.state == "it\'s"',
    '@.state==Open': 'item.state == "Open"',
    '@.a == true && @.b != null || !(@.c)': '((item.a == true and item.b != null) or not exists item.c)',
    '@.id == $.wanted.id': 'item.id == input.wanted.id',
    "@['the id'] >= -1.5": 'item.the id >= -1.5',
    "@.kind in ['a', 'b']": 'item.kind in ["a","b"]',
    '@.name =~ /or.*\\/er/i': 'item.name =~ /or.*\\/er/i',
    '@.list[0].x > 1': 'item.list[index].x > 1',
    '@': 'exists item',
    '@.a ==': 'not understood',
    '(@.a': 'not understood',
    '@.a == 1 1': 'not understood',
  };
  for (const [text, expected] of Object.entries(FILTERS)) {
    it(text, () => {
      const segment = { kind: 'filter', expression: text, expressionStart: 0, start: 0, end: 0 } as const;
      assert.equal(short(parseFilter(segment)), expected);
    });
  }

  it('comes from the segment of a path', () => {
    const segment = parseJsonPath('$.a[?(@.b == 1)].c').path?.segments[1];
    assert.equal(segment?.kind === 'filter' && short(parseFilter(segment)), 'item.b == 1');
  });

  it('is not understood when it is nested without end', () => {
    const expression = '('.repeat(100_000);
    assert.equal(
      parseFilter({ kind: 'filter', expression, expressionStart: 0, start: 0, end: 0 }),
      undefined,
    );
  });
});
