import assert from 'node:assert/strict';
import { lint } from '../../../src/rules/run';
import { readyApi } from '../../support/assets';

const RULES = /^asl\/(?:unproduced-path|overwritten-input)$/;

const jsonPath = (states: string): string => `StartAt: A\nStates:\n${states.replace(/^/gm, '  ')}`;
const jsonata = (states: string): string => `QueryLanguage: JSONata\n${jsonPath(states)}`;

/** States in YAML behind `StartAt: A`, and what is said of what they read. */
const CASES: readonly (readonly [name: string, text: string, messages: readonly string[]])[] = [
  [
    'a name in the text that a nested execution gives back is no matter of the input',
    jsonPath(`A: { Type: Task, Resource: "arn:aws:states:::states:startExecution.sync", Parameters: { StateMachineArn: m }, Next: B }
B: { Type: Pass, InputPath: $.Output.x, End: true }`),
    ['"$.Output.x" leads to nothing: "$.Output" is string.'],
  ],
  [
    'names in brackets are shown with their brackets',
    jsonPath(`A: { Type: Pass, Result: { "a b": { c: 1 } }, Next: B }
B: { Type: Pass, InputPath: "$['a b']['d']", End: true }`),
    [`"$['a b']['d']" leads to nothing: there is "c".`],
  ],
  [
    'a variable that is no object is named by itself',
    jsonata(`A: { Type: Pass, Assign: { n: 1 }, Next: B }
B: { Type: Pass, Output: "{% $n.x %}", End: true }`),
    ['"$n.x" leads to nothing: "$n" is number.'],
  ],
  [
    'a name behind an array of texts',
    jsonata(`A: { Type: Pass, Output: "{% ['a', 'b'] %}", Next: B }
B: { Type: Pass, Output: "{% $states.input.x %}", End: true }`),
    ['"$states.input.x" leads to nothing: "$states.input" is ["a", "b"].'],
  ],
  [
    'an index behind an object',
    jsonPath(`A: { Type: Pass, Result: { a: { b: 1 } }, Next: B }
B: { Type: Pass, InputPath: "$.a[0]", End: true }`),
    ['"$.a[0]" leads to nothing: "$.a" is { b }.'],
  ],
  [
    'an index behind an input of which nothing is known, and a name behind an array of unknown items',
    jsonPath(`A: { Type: Pass, Parameters: { first.$: "$[0]", all.$: "States.Array($.x)" }, Next: B }
B: { Type: Pass, InputPath: "$.all[0].y", End: true }`),
    [],
  ],
  [
    'the item of a Map in the context object',
    jsonata(
      `A: { Type: Map, Items: "{% [{ 'id': 1 }] %}", ItemSelector: { a: "{% $states.context.Map.Item.Value.id %}", b: "{% $states.context.Map.Item.Value.no %}" }, ItemProcessor: { StartAt: I, States: { I: { Type: Succeed } } }, End: true }`,
    ),
    ['"$states.context.Map.Item.Value.no" leads to nothing: there is "id".'],
  ],
  [
    'what the answer of an AWS SDK call takes the place of',
    jsonPath(`A: { Type: Task, Resource: "arn:aws:states:::aws-sdk:ssm:putParameter", Parameters: { Name: n, Value: v }, Next: B }
B: { Type: Pass, InputPath: $.orderId, End: true }`),
    ['The result of "A" takes the place of the whole input, and "B" reads "$.orderId".'],
  ],
  [
    'what AWS may have added to an answer since',
    jsonPath(`A: { Type: Task, Resource: "arn:aws:states:::aws-sdk:ssm:putParameter", Parameters: { Name: n, Value: v }, Next: B }
B: { Type: Pass, InputPath: $.SomethingNew, End: true }`),
    [],
  ],
  [
    'what stands behind a Parallel of which one branch never ends',
    jsonPath(`A: { Type: Parallel, Branches: [{ StartAt: X, States: { X: { Type: Fail } } }], ResultPath: $.both, Next: B }
B: { Type: Pass, InputPath: $.both, End: true }`),
    [],
  ],
];

describe('reads that lead to nothing', () => {
  before(readyApi);

  for (const [name, text, messages] of CASES) {
    it(name, () => {
      const found = lint({ path: 'a.asl.yaml', text }).filter(({ rule }) => RULES.test(rule));
      assert.deepEqual(
        found.map(({ message }) => message),
        messages,
      );
    });
  }
});
