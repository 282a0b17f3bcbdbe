import assert from 'node:assert/strict';
import { LanguageDocument } from '../../../src/language/document';
import { convertToJsonata, explainLeft } from '../../../src/language/refactor/jsonata/machineConversion';
import { judge } from '../../../src/rules/run';
import { applyEdits } from '../../../src/syntax/edit';
import type { JsonObject } from '../../conformance/conversion/json';

function converted(text: string, path: string, stateName?: string) {
  const document = new LanguageDocument({ path, text });
  const [machine] = document.located.stateMachines;
  const conversion = convertToJsonata(
    machine,
    machine.states.filter(({ name }) => stateName === undefined || name === stateName),
  );
  explainLeft(conversion);
  const edits = conversion.changes.edits(machine.tree);
  assert.ok(edits, 'the changes can be written');
  return { text: applyEdits(text, edits), reasons: conversion.left.map(({ reason }) => reason), conversion };
}

/** One state of a machine, converted with it. */
function convertedState(state: JsonObject): JsonObject {
  const ends = ['Choice', 'Succeed', 'Fail'].includes(String(state.Type));
  const definition = {
    StartAt: 'A',
    States: { A: { ...state, ...(!ends && { End: true }) }, B: { Type: 'Succeed' } },
  };
  const { text, reasons } = converted(JSON.stringify(definition, null, 2), 'a.asl.json');
  assert.deepEqual(reasons, []);
  const { A } = (JSON.parse(text) as { States: Record<string, JsonObject> }).States;
  delete A.End;
  return A;
}

const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };
const INVOKE = { FunctionName: 'f' };

describe('conversion of a state to JSONata', () => {
  const examples: readonly (readonly [what: string, before: JsonObject, after: JsonObject])[] = [
    [
      'Parameters become Arguments, paths in them start at InputPath',
      {
        ...TASK,
        InputPath: '$.order',
        Parameters: { ...INVOKE, 'Payload.$': '$', 'Id.$': '$.id', 'At.$': '$$.State.Name' },
      },
      {
        ...TASK,
        Arguments: {
          ...INVOKE,
          Payload: '{% $states.input.order %}',
          Id: '{% $states.input.order.id %}',
          At: '{% $states.context.State.Name %}',
        },
      },
    ],
    [
      'ResultSelector becomes Output',
      { ...TASK, Parameters: INVOKE, ResultSelector: { 'id.$': '$.Payload.id', n: 1 } },
      { ...TASK, Arguments: INVOKE, Output: { id: '{% $states.result.Payload.id %}', n: 1 } },
    ],
    [
      'ResultPath merges into the raw input',
      { ...TASK, Parameters: INVOKE, InputPath: '$.x', ResultPath: '$.done.by' },
      {
        ...TASK,
        Arguments: INVOKE,
        Output:
          "{% $merge([$states.input, {'done': $merge([$states.input.done, {'by': $states.result}])}]) %}",
      },
    ],
    [
      'ResultPath null passes the raw input on',
      { ...TASK, Parameters: INVOKE, ResultPath: null },
      { ...TASK, Arguments: INVOKE, Output: '{% $states.input %}' },
    ],
    [
      'OutputPath that picks what ResultPath has put away',
      { ...TASK, Parameters: INVOKE, ResultPath: '$.r', OutputPath: '$.r.Payload' },
      { ...TASK, Arguments: INVOKE, Output: '{% $states.result.Payload %}' },
    ],
    [
      'OutputPath beside what ResultPath has put away',
      { ...TASK, Parameters: INVOKE, ResultPath: '$.r', OutputPath: '$.order' },
      { ...TASK, Arguments: INVOKE, Output: '{% $states.input.order %}' },
    ],
    [
      'InputPath null is an empty object',
      { Type: 'Pass', InputPath: null },
      { Type: 'Pass', Output: '{% {} %}' },
    ],
    [
      'a literal result',
      { Type: 'Pass', Result: { a: [1, 'x'] } },
      { Type: 'Pass', Output: { a: [1, 'x'] } },
    ],
    [
      'a text that would be an expression stays a text',
      { Type: 'Pass', Result: { a: '{% 1 + 1 %}', 'b.$': '$.x' } },
      { Type: 'Pass', Output: { a: "{% '{% 1 + 1 %}' %}", 'b.$': '$.x' } },
    ],
    [
      'Catch keeps the input beside the error',
      {
        ...TASK,
        Parameters: INVOKE,
        Catch: [
          { ErrorEquals: ['A'], ResultPath: '$.error', Next: 'B' },
          { ErrorEquals: ['States.ALL'], Next: 'B' },
        ],
      },
      {
        ...TASK,
        Arguments: INVOKE,
        Catch: [
          {
            ErrorEquals: ['A'],
            Output: "{% $merge([$states.input, {'error': $states.errorOutput}]) %}",
            Next: 'B',
          },
          { ErrorEquals: ['States.ALL'], Next: 'B' },
        ],
      },
    ],
    [
      'rules become conditions',
      {
        Type: 'Choice',
        Choices: [
          { Variable: '$.status', StringEquals: 'DONE', Next: 'B' },
          { Not: { Variable: '$.n', IsPresent: true }, Next: 'B' },
          {
            And: [
              { Variable: '$.n', NumericGreaterThan: 5 },
              { Variable: '$.t', IsNull: false },
            ],
            Next: 'B',
          },
        ],
        Default: 'B',
      },
      {
        Type: 'Choice',
        Choices: [
          { Condition: "{% $states.input.status = 'DONE' %}", Next: 'B' },
          { Condition: '{% $not($exists($states.input.n)) %}', Next: 'B' },
          {
            Condition:
              "{% ($type($states.input.n) = 'number' ? $states.input.n > 5 : false) and ($type($states.input.t) != 'null') %}",
            Next: 'B',
          },
        ],
        Default: 'B',
      },
    ],
    [
      'a Map with its older names',
      {
        Type: 'Map',
        ItemsPath: '$.items',
        Parameters: { 'item.$': '$$.Map.Item.Value', 'all.$': '$' },
        MaxConcurrencyPath: '$.most',
        Iterator: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
      },
      {
        Type: 'Map',
        Items: '{% $states.input.items %}',
        ItemSelector: { item: '{% $states.context.Map.Item.Value %}', all: '{% $states.input %}' },
        MaxConcurrency: '{% $number($states.input.most) %}',
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
      },
    ],
    [
      'a wait',
      { Type: 'Wait', TimestampPath: '$.at' },
      { Type: 'Wait', Timestamp: '{% $states.input.at %}' },
    ],
    [
      'a failure',
      { Type: 'Fail', ErrorPath: '$.e', CausePath: "States.Format('no {}', $.x)" },
      { Type: 'Fail', Error: '{% $states.input.e %}', Cause: "{% 'no ' & $states.input.x %}" },
    ],
  ];
  for (const [what, before, after] of examples) {
    it(what, () => assert.deepEqual(convertedState(before), after));
  }

  it('variables, and names that JSONata has to quote', () => {
    const state = { Type: 'Pass', Assign: { n: 1, 'id.$': "$.a['b-c'].in" } };
    assert.deepEqual(convertedState(state), {
      Type: 'Pass',
      Assign: { n: 1, id: '{% $states.input.a.`b-c`.`in` %}' },
    });
  });
});

describe('conversion of a machine to JSONata', () => {
  const TWO = {
    Comment: 'Two',
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Parameters: { 'x.$': '$.x' }, Next: 'B' },
      B: { Type: 'Pass', Parameters: { 'r.$': 'States.MathRandom(1, 9, 7)' }, Comment: 'Chance.', End: true },
    },
  };

  it('leaves what is not sure, says why, and lets the converted states say what they are', () => {
    const { text } = converted(JSON.stringify(TWO, null, 2), 'a.asl.json');
    const { QueryLanguage, States } = JSON.parse(text) as { QueryLanguage?: string; States: JsonObject };
    assert.equal(QueryLanguage, undefined);
    assert.deepEqual(States.A, {
      Type: 'Pass',
      QueryLanguage: 'JSONata',
      Output: { x: '{% $states.input.x %}' },
      Next: 'B',
    });
    assert.deepEqual(States.B, {
      ...TWO.States.B,
      Comment:
        'Chance. Stays JSONPath: "States.MathRandom" with a seed draws other numbers than "$random" does.',
    });
  });

  it('says where missing data no longer ends a run', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: {
          ...TASK,
          Parameters: { 'list.$': 'States.Array($.a)', 'keys.$': '$.items[*].key' },
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }],
          Next: 'B',
        },
        B: { Type: 'Choice', Choices: [{ Variable: '$.b', IsString: true, Next: 'C' }], Default: 'C' },
        C: { Type: 'Succeed' },
      },
    };
    assert.deepEqual(converted(JSON.stringify(definition), 'a.asl.json').conversion.remarks, [
      'A path that leads nowhere counts as nothing in "States.Array"; JSONPath failed there.',
      '"$.items[*].key" is taken to go over the items of an array.',
      '"States.ALL" catches expressions that fail; paths of JSONPath ended the run.',
      'A comparison is false where its path leads nowhere; JSONPath failed there.',
    ]);
  });

  it('converts one state alone', () => {
    const { text } = converted(JSON.stringify(TWO, null, 2), 'a.asl.json', 'A');
    assert.equal(text.match(/JSONata/g)?.length, 1);
  });

  it('keeps comments and layout of YAML, and ends in a definition without errors', () => {
    const before = [
      '# Orders',
      'Comment: Orders',
      'StartAt: Load',
      'States:',
      '  Load: # first',
      '    Type: Task',
      '    Resource: arn:aws:states:::lambda:invoke',
      '    Parameters:',
      '      FunctionName: load # by name',
      '      Payload.$: $.order',
      '    # where it goes',
      '    ResultPath: $.loaded',
      '    OutputPath: $.loaded',
      '    Next: Choose',
      '  Choose:',
      '    Type: Choice',
      '    Choices:',
      '      - NumericGreaterThan: 100 # much',
      '        Variable: $.total',
      '        Next: Done',
      '    Default: Done',
      '  Done: { Type: Succeed, OutputPath: $.x, InputPath: $.y }',
      '',
    ].join('\n');
    const { text } = converted(before, 'a.asl.yaml');
    assert.equal(
      text,
      [
        '# Orders',
        'Comment: Orders',
        'QueryLanguage: JSONata',
        'StartAt: Load',
        'States:',
        '  Load: # first',
        '    Type: Task',
        '    Resource: arn:aws:states:::lambda:invoke',
        '    Arguments:',
        '      FunctionName: load # by name',
        '      Payload: "{% $states.input.order %}"',
        '    # where it goes',
        '    Next: Choose',
        '  Choose:',
        '    Type: Choice',
        '    Choices:',
        `      - Condition: "{% $type($states.input.total) = 'number' ? $states.input.total > 100 : false %}" # much`,
        '        Next: Done',
        '    Default: Done',
        '  Done: { Type: Succeed, Output: "{% $states.input.y.x %}" }',
        '',
      ].join('\n'),
    );
    const document = new LanguageDocument({ path: 'a.asl.yaml', text });
    assert.deepEqual(
      judge(text, document.located).filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('does not call a function that a variable hides', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { merge: 1 }, Next: 'B' },
        B: { Type: 'Pass', Result: 1, ResultPath: '$.x', End: true },
      },
    };
    const { reasons } = converted(JSON.stringify(definition, null, 2), 'a.asl.json');
    assert.deepEqual(reasons, ['the variable "$merge" hides the function that the conversion needs']);
  });

  const shared = (last: string) =>
    [
      'StartAt: A',
      'States:',
      '  A:',
      '    Type: Map',
      '    ItemProcessor: { StartAt: I, States: { I: { Type: Succeed } } }',
      '    Catch: &caught',
      '      - { ErrorEquals: [States.ALL], ResultPath: $.error, Next: C }',
      '    Next: B',
      '  B:',
      '    Type: Parallel',
      '    Branches: [{ StartAt: J, States: { J: { Type: Succeed } } }]',
      '    Catch: *caught',
      `    ${last}`,
      '    Next: C',
      '  C: { Type: Succeed }',
      '',
    ].join('\n');

  it('writes once what states share by an alias', () => {
    const { text, reasons } = converted(shared('Comment: two'), 'a.asl.yaml');
    assert.deepEqual(reasons, []);
    assert.match(
      text,
      /Output: "\{% \$merge\(\[\$states\.input, \{'error': \$states\.errorOutput\}\]\) %\}"/,
    );
    assert.match(text, /Catch: \*caught/);
  });

  it('leaves a state that shares with one that stays', () => {
    const { reasons } = converted(shared('ResultPath: $.list[0]'), 'a.asl.yaml');
    assert.deepEqual(reasons, [
      '"$.list[0]" puts the result into an array',
      'a part of it is shared by an alias with a state that stays as it is',
    ]);
  });
});
