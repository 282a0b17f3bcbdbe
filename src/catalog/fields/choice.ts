import { CHOICE_OPERATORS, type ChoiceOperator } from '../choiceOperators';
import type { ValueShape } from '../fieldTypes';
import { assign, inputAndOutputPath, output } from './dataFlow';
import { BOTH, JSONATA, JSONPATH, defineFields, type FieldFacts } from './define';
import { comment, everyState } from './everyState';
import { PAGES } from './sources';

export const choiceFields = defineFields('Choice', {
  ...everyState,
  Choices: {
    languages: BOTH,
    required: true,
    shape: { kind: 'array', items: { kind: 'object', owner: 'choiceRule' }, minItems: 1 },
    summary: 'The rules, looked at in order; the first that is true decides where to go on.',
    example: '[{ "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Review" }]',
    exampleInJsonata: '[{ "Condition": "{% $states.input.total > 100 %}", "Next": "Review" }]',
    source: PAGES.choice,
  },
  Default: {
    languages: BOTH,
    shape: { kind: 'string', format: 'stateName' },
    summary: 'The state that runs when no rule is true.',
    default: 'the execution fails with "States.NoChoiceMatched"',
    example: '"Approve"',
    source: PAGES.choice,
  },
  ...inputAndOutputPath,
  Output: output('What the state passes on when the default is taken.', 'the input'),
  Assign: assign('when the default is taken'),
});

function operandShape({ operand }: ChoiceOperator): ValueShape {
  switch (operand) {
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'timestamp':
      return { kind: 'string', format: 'timestamp' };
    case 'reference path':
      return { kind: 'string', format: 'referencePath' };
    default:
      return { kind: 'string', format: 'text' };
  }
}

const NAMES = [...CHOICE_OPERATORS.keys()];

const comparisons: Record<string, FieldFacts> = Object.fromEntries(
  [...CHOICE_OPERATORS.values()].map((operator): [string, FieldFacts] => [
    operator.name,
    {
      languages: JSONPATH,
      required: { oneOf: 'comparison', beside: 'Variable' },
      shape: operandShape(operator),
      excludes: NAMES.filter((name) => name !== operator.name),
      summary: operator.summary,
      example: operator.example,
      source: PAGES.choice,
    },
  ]),
);

const SELECTORS = ['Variable', 'And', 'Or', 'Not', 'Condition'];
const otherSelectors = (name: string) => SELECTORS.filter((selector) => selector !== name);

const conditions: Readonly<Record<string, FieldFacts>> = {
  Variable: {
    languages: JSONPATH,
    required: { oneOf: 'condition' },
    shape: { kind: 'string', format: 'referencePath' },
    excludes: otherSelectors('Variable'),
    summary: 'The path to the value that is compared; one comparison stands beside it.',
    example: '"$.total"',
    source: PAGES.choice,
  },
  ...comparisons,
  And: {
    languages: JSONPATH,
    required: { oneOf: 'condition' },
    shape: { kind: 'array', items: { kind: 'object', owner: 'choiceCondition' }, minItems: 1 },
    excludes: otherSelectors('And'),
    summary: 'True when all of these conditions are; they carry no "Next".',
    example: '[{ "Variable": "$.a", "IsPresent": true }, { "Variable": "$.a", "NumericGreaterThan": 0 }]',
    source: PAGES.choice,
  },
  Or: {
    languages: JSONPATH,
    required: { oneOf: 'condition' },
    shape: { kind: 'array', items: { kind: 'object', owner: 'choiceCondition' }, minItems: 1 },
    excludes: otherSelectors('Or'),
    summary: 'True when at least one of these conditions is; they carry no "Next".',
    example: '[{ "Variable": "$.a", "IsNull": true }, { "Variable": "$.a", "StringEquals": "" }]',
    source: PAGES.choice,
  },
  Not: {
    languages: JSONPATH,
    required: { oneOf: 'condition' },
    shape: { kind: 'object', owner: 'choiceCondition' },
    excludes: otherSelectors('Not'),
    summary: 'True when this condition is false; it carries no "Next".',
    example: '{ "Variable": "$.status", "StringEquals": "DONE" }',
    source: PAGES.choice,
  },
};

export const choiceConditionFields = defineFields('choiceCondition', {
  ...conditions,
  Comment: comment('the condition'),
});

export const choiceRuleFields = defineFields('choiceRule', {
  Condition: {
    languages: JSONATA,
    required: { oneOf: 'condition' },
    shape: { kind: 'boolean' },
    jsonata: true,
    excludes: otherSelectors('Condition'),
    summary: 'An expression whose value is true or false.',
    limits: ['The literal true or false is accepted as well.'],
    example: '"{% $states.input.total > 100 %}"',
    source: PAGES.choice,
  },
  ...conditions,
  Next: {
    languages: BOTH,
    required: true,
    shape: { kind: 'string', format: 'stateName' },
    summary: 'The state that runs when the rule is true: a name from the same "States" object.',
    example: '"Review"',
    source: PAGES.choice,
  },
  Output: output(
    'What the state passes on when this rule is true; it takes the place of that of the state.',
    "the state's Output",
  ),
  Assign: assign('when this rule is true, in place of those of the state'),
  Comment: comment('the rule'),
});
