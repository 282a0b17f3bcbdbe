import assert from 'node:assert/strict';
import { JSONATA_FUNCTIONS } from '../../src/catalog/jsonataFunctions';
import { signatureHelp } from '../../src/language/signatureHelp';
import { documentAt } from '../support/documents';

/** The label with the parameter at the cursor in brackets. */
function shown(value: string, language = 'JSONPath', path?: string): string | undefined {
  const field = language === 'JSONata' ? '"Output": ' : '"Parameters": { "x.$": ';
  const end = language === 'JSONata' ? '' : ' }';
  const text = `{"QueryLanguage": "${language}", "StartAt": "A", "States": {"A": {"Type": "Pass", ${field}"${value}"${end}, "End": true}}}`;
  const host =
    path === undefined
      ? text
      : `Resources:\n  F:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: >-\n        ${text}\n`;
  const { document, offset } = documentAt(host, path);
  const help = signatureHelp(document, offset);
  const parameter = help?.parameters[help.active];
  if (!help || !parameter) return help?.label;
  const [start, close] = parameter.label;
  return `${help.label.slice(0, start)}[${help.label.slice(start, close)}]${help.label.slice(close)}`;
}

describe('signature help', () => {
  const cases: readonly [value: string, language: string, label: string | undefined][] = [
    ['States.ArrayPartition($.ids, |)', 'JSONPath', 'States.ArrayPartition(array, [size]) → array of arrays'],
    ["States.Format('{}, {}', $.a, |", 'JSONPath', 'States.Format(template, […value]) → string'],
    ["States.Format('a, b|', $.a)", 'JSONPath', 'States.Format([template], …value) → string'],
    [
      'States.Array(States.UUID(), States.Hash($.a, |))',
      'JSONPath',
      'States.Hash(value, [algorithm]) → string',
    ],
    ['$.a.b|', 'JSONPath', undefined],
    ['{% $partition([1, 2], |) %}', 'JSONata', '$partition(array, [size]) → array'],
    ['{% $sum($map($x, |)) %}', 'JSONata', '$map(array, [function]) → array'],
    ['{% $unknown(|) %}', 'JSONata', undefined],
    ['{% (1 + |2) %}', 'JSONata', undefined],
  ];
  for (const [value, language, label] of cases) {
    it(`says ${label ?? 'nothing'} in ${value}`, () => {
      assert.equal(shown(value, language), label);
    });
  }

  it('works in a template', () => {
    assert.match(shown('{% $hash(|) %}', 'JSONata', 'template.yaml') ?? '', /^\$hash\(\[/);
  });

  it('knows every function that Step Functions adds', () => {
    for (const { name } of JSONATA_FUNCTIONS.filter(({ added }) => added))
      assert.ok(shown(`{% $${name}(|) %}`, 'JSONata')?.startsWith(`$${name}(`), name);
  });
});
