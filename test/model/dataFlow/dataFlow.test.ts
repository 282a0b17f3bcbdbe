import assert from 'node:assert/strict';
import { dataFlow, shapeText } from '../../../src/model/dataFlow';
import { buildStateMachine } from '../../../src/model/stateMachine';
import { parseYaml } from '../../../src/syntax/yaml';

/** States in YAML behind `StartAt: A`, and what reaches (`>`) or leaves (`<`) some of them. */
const CASES: [name: string, states: string, expected: Readonly<Record<string, string>>][] = [
  [
    'the machine input is an object of which nothing is known',
    'A: { Type: Succeed }',
    { '>A': '{ … }', '<A': '{ … }' },
  ],
  [
    'a payload template: literals, paths, intrinsic functions',
    `A: { Type: Pass, Parameters: { a: 1, b: x, c: [true, null], d.$: "States.Format('{}', $.d)", e.$: $.e, f.$: $$.State.Name }, End: true }`,
    { '<A': '{ a: number, b: "x", c: [boolean, null], d: string, e: unknown, f: string }' },
  ],
  [
    'Result is taken as it is written',
    'A: { Type: Pass, Result: { a.$: $.x }, End: true }',
    { '<A': '{ "a.$": "$.x" }' },
  ],
  [
    'ResultPath puts the result into the input, and Parameters stays out of it',
    'A: { Type: Pass, Parameters: { n: 1 }, ResultPath: $.a.b, Next: B }\nB: { Type: Wait, Seconds: 1, End: true }',
    { '>B': '{ a: { b: { n: number }, … }, … }' },
  ],
  [
    'ResultPath: null leaves the input, OutputPath picks from it, null makes it empty',
    `A: { Type: Pass, Result: { a: { b: 1 } }, Next: B }
B: { Type: Task, Resource: "arn:aws:states:::sqs:sendMessage", ResultPath: null, OutputPath: $.a, Next: C }
C: { Type: Pass, OutputPath: null, End: true }`,
    { '<B': '{ b: number }', '<C': '{}' },
  ],
  [
    'what a state has read is there afterwards',
    'A: { Type: Task, Resource: "arn:aws:states:::sns:publish", Parameters: { Message.$: $.order.text }, ResultSelector: { id.$: $.MessageId }, ResultPath: $.sent, Next: B }\nB: { Type: Succeed }',
    { '>B': '{ order: { text: unknown, … }, sent: { id: string }, … }' },
  ],
  [
    'ways that come together leave optional what only one of them has',
    `A: { Type: Choice, Choices: [{ Variable: $.x, BooleanEquals: true, Next: B }], Default: C }
B: { Type: Pass, Result: { k: one, b: 1 }, Next: D }
C: { Type: Pass, Result: { k: two }, Next: D }
D: { Type: Succeed }`,
    { '>D': '{ k: "one" | "two", b?: number }' },
  ],
  [
    'a Choice tells what it has tested, its Default what did not hold',
    `A: { Type: Choice, Choices: [{ And: [{ Variable: $.a, IsPresent: true }, { Variable: $.a, IsString: true }], Next: B }, { Variable: $.k, StringEquals: x, Next: C }, { Variable: $.n, IsPresent: false, Next: E }], Default: D }
B: { Type: Succeed }
C: { Type: Succeed }
D: { Type: Succeed }
E: { Type: Succeed }`,
    {
      '>B': '{ a: string, … }',
      '>C': '{ k: "x", … }',
      '>D': '{ k: unknown, n: unknown, … }',
      '>E': '{ k: unknown, … }',
    },
  ],
  [
    'a Catch brings the error, in place of the input or in it',
    `A: { Type: Task, Resource: "arn:aws:states:::lambda:invoke", Catch: [{ ErrorEquals: [X], Next: B }, { ErrorEquals: [States.ALL], ResultPath: $.e, Next: C }], End: true }
B: { Type: Succeed }
C: { Type: Succeed }`,
    {
      '>B': '{ Error: string | null, Cause: string | null }',
      '>C': '{ e: { Error: string | null, Cause: string | null }, … }',
    },
  ],
  [
    'a Parallel gives an array with what each branch gives',
    `A: { Type: Parallel, Branches: [{ StartAt: X, States: { X: { Type: Pass, Result: 1, End: true } } }, { StartAt: Y, States: { Y: { Type: Pass, Result: y, End: true } } }], Next: B }
B: { Type: Pass, Parameters: { first.$: "$[0]", all.$: "$[*]", last.$: "$[-1]" }, End: true }`,
    { '>B': '[number, "y"]', '<B': '{ first: number, all: ("y" | number)[], last: "y" }' },
  ],
  [
    'a Map gives its iterations the item or what ItemSelector makes of it',
    `A: { Type: Pass, Result: { list: [{ id: 1 }, { id: 2 }] }, Next: M }
M: { Type: Map, ItemsPath: $.list, ItemSelector: { item.$: $$.Map.Item.Value, from.$: $.list }, ItemProcessor: { StartAt: I, States: { I: { Type: Pass, OutputPath: $.item.id, End: true } } }, ResultPath: $.done, End: true }`,
    {
      '>I': '{ item: { id: number }, from: [{ id: number }, { id: number }] }',
      '<M': '{ list: [{ id: number }, { id: number }], done: number[] }',
    },
  ],
  [
    'a loop ends in what holds in each round',
    `A: { Type: Pass, Result: { n: 0 }, Next: B }
B: { Type: Pass, Parameters: { n.$: "States.MathAdd($.n, 1)", prev.$: $ }, Next: C }
C: { Type: Choice, Choices: [{ Variable: $.n, NumericLessThan: 3, Next: B }], Default: D }
D: { Type: Pass, OutputPath: $.n, End: true }`,
    { '<D': 'number' },
  ],
  [
    'variables hold what any Assign gives them',
    `A: { Type: Pass, Result: { x: 1 }, Assign: { v.$: $.x, w: t }, Next: B }
B: { Type: Pass, Assign: { w: u }, Next: C }
C: { Type: Pass, Parameters: { v.$: $v, w.$: $w, none.$: $none }, End: true }`,
    { '<C': '{ v: number, w: "t" | "u", none: unknown }' },
  ],
  [
    'a gap that a template fills in is not known',
    'A: { Type: Pass, Result: { a: "${A}", b: "x-${B}" }, End: true }',
    { '<A': '{ a: unknown, b: string }' },
  ],
];

const JSONATA: typeof CASES = [
  [
    'Output of literals, operators, functions and paths',
    `A: { Type: Pass, Output: { a: 1, b: "{% $states.input.b %}", c: "{% $uppercase('x') & 'y' %}", d: "{% 1 + 2 %}", e: "{% [1, 'z'] %}", f: "{% {'k': $states.context.State.Name} %}", g: "{% $states.input.n > 1 ? 'p' : 'q' %}" }, End: true }`,
    {
      '<A': '{ a: number, b: unknown, c: string, d: number, e: [number, "z"], f: { k: string }, g: "p" | "q" }',
    },
  ],
  [
    'a path goes through an array, a number picks an item',
    `A: { Type: Pass, Output: { list: [{ id: 1 }, { id: 2 }] }, Next: B }
B: { Type: Pass, Output: { ids: "{% $states.input.list.id %}", one: "{% $states.input.list[0].id %}", some: "{% $states.input.list[id > 1] %}" }, End: true }`,
    {
      '<B': '{ ids: number | number[], one: number, some: { id: number } | { id: number }[] }',
    },
  ],
  [
    'the result is the output, unless Output says more; Assign reads it too',
    `A: { Type: Task, Resource: "arn:aws:states:::lambda:invoke", Arguments: {}, Assign: { code: "{% $states.result.StatusCode %}" }, Output: "{% $merge([$states.input, {'c': $states.result.StatusCode}]) %}", Catch: [{ ErrorEquals: [States.ALL], Output: { e: "{% $states.errorOutput.Error %}" }, Next: C }], Next: B }
B: { Type: Pass, Output: "{% $code %}", End: true }
C: { Type: Succeed }`,
    { '>B': '{ c: number, … }', '<B': 'number', '>C': '{ e: string | null }' },
  ],
  [
    'functions over arrays, blocks and what they bind',
    `A: { Type: Pass, Output: "{% ( $n := [{'v': 'a'}, {'v': 'b'}]; {'m': $map($n, function($x) { $x.v & '!' }), 'f': $filter($n, function($x) { $x.v = 'a' }), 'c': $count($n), 's': $n ~> $string()} ) %}", End: true }`,
    { '<A': '{ m?: string | string[], f?: { v: "a" | "b" } | { v: "a" | "b" }[], c: number, s: string }' },
  ],
  [
    'a Condition tells what exists and what equals a text',
    `A: { Type: Choice, Choices: [{ Condition: "{% $exists($states.input.a) and $states.input.k = 'x' %}", Next: B }, { Condition: "{% $not($exists($states.input.b)) %}", Next: D, Output: "{% $states.input %}" }], Default: C }
B: { Type: Succeed }
C: { Type: Succeed }
D: { Type: Succeed }`,
    { '>B': '{ a: unknown, k: "x", … }', '>C': '{ b: unknown, … }', '>D': '{ … }' },
  ],
  [
    'a Map over Items',
    `A: { Type: Map, Items: "{% [1, 2] %}", ItemSelector: { v: "{% $states.context.Map.Item.Value %}", i: "{% $states.context.Map.Item.Index %}" }, ItemProcessor: { StartAt: I, States: { I: { Type: Pass, End: true } } }, End: true }`,
    { '>I': '{ v: number, i: number }', '<A': '{ v: number, i: number }[]' },
  ],
];

function oneLine(text: string): string {
  return text
    .replace(/\{\n\s+/g, '{ ')
    .replace(/\n\s*\}/g, ' }')
    .replace(/\n\s+/g, ', ');
}

function check(head: string, states: string, expected: Readonly<Record<string, string>>): void {
  const tree = parseYaml(`${head}StartAt: A\nStates:\n  ${states.replaceAll('\n', '\n  ')}\n`);
  assert.deepEqual(tree.problems, []);
  const machine = buildStateMachine(tree);
  assert.ok(machine);
  const flow = dataFlow(machine);
  const found = Object.keys(expected).map((asked) => {
    const state = machine.states.find(({ name }) => name === asked.slice(1));
    const data = state && flow.at(state);
    assert.ok(data, asked);
    return [asked, oneLine(shapeText(asked.startsWith('>') ? data.input : data.output, 100))];
  });
  assert.deepEqual(Object.fromEntries(found), expected);
}

describe('data flow', () => {
  for (const [name, states, expected] of CASES) it(name, () => check('', states, expected));
  for (const [name, states, expected] of JSONATA) {
    it(`JSONata: ${name}`, () => check('QueryLanguage: JSONata\n', states, expected));
  }

  it('has nothing to say of a state that nothing leads to', () => {
    const tree = parseYaml('StartAt: A\nStates:\n  A: { Type: Succeed }\n  B: { Type: Succeed }\n');
    const machine = buildStateMachine(tree);
    assert.ok(machine);
    assert.equal(dataFlow(machine).at(machine.states[1]), undefined);
  });

  it('comes to an end with data that grows in a loop, and stays small', () => {
    const states = Array.from({ length: 300 }, (_, index) => {
      const next = (index + 1) % 300;
      return `S${index}: { Type: Pass, Parameters: { a.$: $, b.$: $, k${index}: 1 }, Next: S${next} }`;
    });
    const tree = parseYaml(`StartAt: S0\nStates:\n  ${states.join('\n  ')}\n`);
    const machine = buildStateMachine(tree);
    assert.ok(machine);
    const flow = dataFlow(machine);
    for (const state of machine.states) {
      const data = flow.at(state);
      assert.ok(data && data.output.size <= 2000 && data.output.depth <= 12, state.name);
    }
  });
});
