import assert from 'node:assert/strict';
import { LanguageDocument } from '../../../src/language/document';
import { convertToJsonata } from '../../../src/language/refactor/jsonata/machineConversion';
import { applyEdits } from '../../../src/syntax/edit';
import { run, type Outcome } from '../../conformance/conversion/interpreter';
import type { Json, JsonObject } from '../../conformance/conversion/json';

const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' };

/** What stands in the way of telling two runs apart. */
const DATA_ERRORS: readonly unknown[] = [
  'States.Runtime',
  'States.QueryEvaluationError',
  'States.IntrinsicFailure',
];

const INPUTS: readonly Json[] = [
  { a: 1, b: 'x', n: 2.5, t: '2024-02-29T10:00:00Z', list: [1, [2], [], { k: 1 }], o: { p: { q: [7] } } },
  { a: -0.5, b: '', n: -1.5, t: 'no time', list: [], o: { p: { q: [] } }, users: [] },
  {
    a: null,
    b: '{"k": [1]}',
    n: 0,
    t: '2024-02-29T11:00:00+01:00',
    list: [[1, 2]],
    o: {},
    users: [{ s: 0 }],
  },
  {
    a: [1],
    b: "it's {} \\ %}",
    n: 3,
    t: 5,
    list: ['x', 'x', null],
    o: { p: { q: [[1], [2]] } },
    users: [{ s: 0, v: [1] }, { s: 1 }, { s: 0, v: [2, 3] }, { v: 1 }],
  },
  {
    a: true,
    b: 'a,b;;c',
    n: 10,
    t: '2024-13-01T00:00:00Z',
    list: [{ k: [1] }, { k: [2, 3] }, {}],
    users: [{ s: '0' }],
  },
];

const VALUES = [
  '$',
  '$.a',
  '$.list',
  '$.list[0]',
  '$.list[-1]',
  '$.list[*]',
  '$.list[1:]',
  '$.list[:2]',
  '$.list[-2:]',
  '$.list[0:1]',
  '$.list[*].k',
  '$.users[*].v[*]',
  '$.list[0,2]',
  '$.list[?(@ == 1)]',
  "$.list[?(@ in ['x', 1])]",
  '$[*]',
  '$[0:1]',
  '$.o.*',
  '$..q',
  '$..v',
  '$..users[?(@.s == 0)]',
  '$.none[*].k',
  '$.none[1:]',
  '$.none[?(@.k != 1)]',
  '$.o.p.q',
  '$.o.p.q[0]',
  '$.users[?(@.s == 0)]',
  '$.users[?(@.s == 0)].v',
  '$.users[?(@.s != 0)]',
  '$.users[?(@.v)]',
  '$.users[?(@.s == 0)][0]',
  '$.users[?(@.s nin [0])]',
  '$.users[?(1 == @.s)]',
  '$.users[?(0 < @.s)]',
  '$.users[?(@.s <= $.n)]',
  '$.users[?(@.s =~ /[0-9]/)]',
  '$.users[?(@.s > -1 && @.s < 1)]',
  '$.users[?(!(@.s == 1) || @.v)]',
  '$$.State.Name',
  '$v',
  '$v.w',
  'States.Array($.a)',
  "States.Array($.a, 'x', $.list)",
  'States.Array(States.Array($.b), $.o)',
  'States.Array()',
  'States.ArrayPartition($.list, 2)',
  "States.ArrayContains($.list, 'x')",
  'States.ArrayContains($.list, $.a)',
  'States.ArrayRange(1, 9, 3)',
  'States.ArrayRange(1, 1, 3)',
  'States.ArrayRange(1.5, 4.4, 1)',
  'States.ArrayRange(0, $.n, 1)',
  'States.ArrayPartition($.list, 1.5)',
  'States.ArrayGetItem($.list, 0)',
  'States.ArrayGetItem($.list, States.MathAdd(States.ArrayLength($.list), -1))',
  'States.ArrayLength($.list)',
  'States.ArrayUnique($.list)',
  "States.Base64Encode('abc')",
  "States.Base64Decode('YWJj')",
  "States.Hash($.b, 'SHA-256')",
  'States.JsonMerge($.o, $v, false)',
  'States.JsonToString($.b)',
  'States.JsonToString($.a)',
  'States.JsonToString($.list)',
  'States.JsonToString($)',
  'States.StringToJson($.b)',
  'States.MathAdd($.n, 1)',
  'States.MathAdd($.n, $.n)',
  'States.MathAdd(1.5, -0.5)',
  'States.MathRandom(1, 10)',
  "States.StringSplit($.b, ',')",
  "States.StringSplit($.b, ',;')",
  'States.StringSplit($.b, $v.sep)',
  "States.StringSplit($.b, '(\\\\]')",
  "States.StringSplit($.b, '\\{,')",
  "States.Format('{}', $.n)",
  "States.Format('a \\{ {}-{} it\\'s', $.b, $.n)",
  'States.Format($v.form, $.n)',
  'States.UUID()',
  "States.Format('{}', States.Format('{}', $.b))",
];

const COMPARISONS: readonly JsonObject[] = [
  ...['a', 'b', 'n', 't'].flatMap((name): JsonObject[] => [
    ...['IsNull', 'IsString', 'IsNumeric', 'IsBoolean', 'IsTimestamp', 'IsPresent'].flatMap((test) => [
      { Variable: `$.${name}`, [test]: true },
      { Variable: `$.${name}`, [test]: false },
    ]),
    ...['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'].flatMap((relation) => [
      { Variable: `$.${name}`, [`String${relation}`]: 'b' },
      { Variable: `$.${name}`, [`Numeric${relation}`]: 2.5 },
      { Variable: `$.${name}`, [`Timestamp${relation}`]: '2024-02-29T10:00:00Z' },
      { Variable: `$.${name}`, [`String${relation}Path`]: '$.b' },
      { Variable: `$.${name}`, [`Numeric${relation}Path`]: '$.n' },
      { Variable: `$.${name}`, [`Timestamp${relation}Path`]: '$.t' },
    ]),
    { Variable: `$.${name}`, BooleanEquals: true },
    { Variable: `$.${name}`, BooleanEqualsPath: '$.a' },
    { Variable: `$.${name}`, StringMatches: 'a*;*c' },
    { Variable: `$.${name}`, StringMatches: '*' },
    { Variable: `$.${name}`, StringMatches: "it's {} *" },
    { Variable: `$.${name}`, StringMatches: '*\\\\*%}' },
    { Variable: `$.${name}`, StringMatches: '(*' },
  ]),
  { Variable: '$.users', IsPresent: false },
  { Variable: '$.o.p.q', IsPresent: true },
];

const PLACED: readonly JsonObject[] = [
  {
    Type: 'Choice',
    InputPath: '$.o',
    Choices: [{ Variable: '$.p', IsPresent: true, Next: 'Show' }],
    Default: 'Show',
  },
  {
    Type: 'Choice',
    Choices: [{ Variable: '$.a', IsNumeric: true, Next: 'Show' }],
    Default: 'Show',
    Assign: { 'v.$': '$.b' },
    OutputPath: '$.list',
  },
  { Type: 'Pass', ResultPath: '$.o.p', Result: { z: ['{% x %}'] } },
  { Type: 'Pass', ResultPath: '$.new.deep', Parameters: { 'l.$': '$.list', k: { 'n.$': '$.n' } } },
  { Type: 'Pass', ResultPath: '$.o.p', Result: [[1]], OutputPath: '$.o' },
  { Type: 'Pass', ResultPath: '$.r', Parameters: { 'l.$': '$.list' }, OutputPath: '$.r.l[0]' },
  { Type: 'Pass', ResultPath: '$.r', InputPath: '$.list', OutputPath: '$.r' },
  { Type: 'Pass', ResultPath: null, Result: 1, Assign: { 'w.$': '$' } },
  {
    Type: 'Pass',
    Parameters: { 'l.$': '$.list', x: 1 },
    Assign: { 'w.$': '$.l', 'v.$': '$v.w', 'x.$': '$.x' },
  },
  { Type: 'Pass', OutputPath: '$.list[*]' },
  { Type: 'Pass', OutputPath: null },
  { Type: 'Pass', InputPath: '$$.Execution.Input', OutputPath: '$v' },

  { Type: 'Wait', Seconds: 1, InputPath: '$.o', Assign: {} },
  {
    ...TASK,
    Parameters: { 'Payload.$': '$.list' },
    ResultSelector: { 'p.$': '$.Payload', 'i.$': '$$.State.Name' },
  },
  { ...TASK, Parameters: { Payload: [1] }, ResultSelector: { 'p.$': '$.Payload' }, ResultPath: '$.o.p' },
  { ...TASK, InputPath: '$.o', ResultPath: '$.r', Assign: { 'w.$': '$.Payload' } },
];

interface Machine {
  readonly QueryLanguage?: string;
  readonly States: Readonly<Record<string, JsonObject>>;
}

/** A machine of states that are each entered alone, behind one that sets a variable. */
function machineOf(states: readonly JsonObject[]): Machine & JsonObject {
  const named = states.map((state, index): [string, JsonObject] => [
    `S${index}`,
    state.Type === 'Choice' ? state : { ...state, Next: 'Show' },
  ]);
  return {
    StartAt: 'V',
    States: {
      V: { Type: 'Pass', Assign: { v: { w: [[1]], sep: ',;', form: 'is {}!' } }, Next: 'Show' },
      ...Object.fromEntries(named),
      Show: { Type: 'Pass', Parameters: { 'i.$': '$', 'v.$': '$v' }, End: true },
      Yes: { Type: 'Pass', End: true },
      No: { Type: 'Pass', End: true },
      Neither: { Type: 'Succeed' },
    },
  };
}

function converted(before: JsonObject): Machine {
  const text = JSON.stringify(before, null, 2);
  const document = new LanguageDocument({ path: 'a.asl.json', text });
  const [machine] = document.located.stateMachines;
  const { left, changes } = convertToJsonata(machine);
  assert.deepEqual(
    left.map(({ reason }) => reason),
    [],
  );
  return JSON.parse(applyEdits(text, changes.edits(machine.tree) ?? [])) as Machine;
}

function runFrom({ States, ...rest }: Machine, name: string, input: Json): Promise<Outcome> {
  const from = { ...rest, States: { ...States, V: { ...States.V, Next: name } } };
  return run(from, {
    input,
    context: { Execution: { Input: input, StartTime: '2024-01-01T00:00:00Z' } },
    mocks: { [name]: [{ $fn: 'lambdaInvokeEcho' }] },
  });
}

/** Where the original succeeds, the converted one goes the same way and gives the same. */
async function compare(states: readonly JsonObject[]): Promise<void> {
  const before = machineOf(states);
  const after = converted(before);
  assert.equal(after.QueryLanguage, 'JSONata');
  for (const index of states.keys()) {
    const name = `S${index}`;
    let succeeded = 0;
    for (const input of INPUTS) {
      const original = await runFrom(before, name, input);
      if (DATA_ERRORS.includes(original.error)) continue;
      const what = `${JSON.stringify(after.States[name])} of ${JSON.stringify(input)}`;
      assert.deepEqual(await runFrom(after, name, input), original, what);
      succeeded++;
    }
    assert.ok(succeeded > 0, `${JSON.stringify(states[index])} ran`);
  }
}

describe('a machine that was converted to JSONata', () => {
  it('computes every path and intrinsic function as before, whatever the data is', () =>
    compare(VALUES.map((value) => ({ Type: 'Pass', Parameters: { 'x.$': value } }))));

  it('goes the same way at every comparison', () =>
    compare(
      COMPARISONS.map((rule): JsonObject => ({
        Type: 'Choice',
        Choices: [
          { ...rule, Next: 'Yes' },
          { Not: rule, Next: 'No' },
        ],
        Default: 'Neither',
      })),
    ));

  it('places results and outputs as before', () => compare(PLACED));
});
