import jsonataSyntax from '../../../src/rules/asl/jsonataSyntax';
import jsonataTopLevel from '../../../src/rules/asl/jsonataTopLevel';
import intrinsicFunction from '../../../src/rules/asl/intrinsicFunction';
import jsonPathSyntax from '../../../src/rules/asl/jsonPathSyntax';
import type { Rule } from '../../../src/rules/rule';
import { assertFound } from '../../support/ruleTester';

const pass = (fields: string): string =>
  `{ "StartAt": "A", "States": { "A": { "Type": "Pass", ${fields}, "End": true } } }`;
const jsonata = (fields: string): string =>
  `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", ${fields}, "End": true } } }`;

/** Where a mistake inside a string is marked, through the escapes and the indentation of its file. */
const cases: [what: string, rule: Pick<Rule, 'id'>, marked: string][] = [
  [
    'a name behind an escape of JSON',
    jsonataTopLevel,
    jsonata(String.raw`"Output": "{% \"\\n\" & «order» %}"`),
  ],
  [
    'a name behind a unicode escape',
    jsonataTopLevel,
    jsonata(String.raw`"Output": "{% '\u00e9' & «order» %}"`),
  ],
  ['every name of an expression', jsonataTopLevel, jsonata('"Output": { "v": ["{% «a» + «b».c %}"] }')],
  ['a path behind an escaped quote', jsonPathSyntax, pass(String.raw`"InputPath": "$['\"'].a«[»"`)],
  [
    'a function inside a function',
    intrinsicFunction,
    pass(`"Parameters": { "a": { "b.$": "States.Array(1, «States.Nope»())" } }`),
  ],
  [
    'a name in a block scalar',
    jsonataTopLevel,
    'QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Output: |-\n      {%\n        $states.input.a &\n        «order»\n      %}\n    End: true\n',
  ],
  [
    'a name in a folded text in single quotes',
    jsonataTopLevel,
    "QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Output: '{% ''x'' & «order» %}'\n    End: true\n",
  ],
  [
    'the end of a block scalar that keeps its line break',
    jsonataSyntax,
    'QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    Output: |\n      {% 1 %}«\n»    End: true\n',
  ],
  [
    'a plain path in YAML',
    jsonPathSyntax,
    'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Parameters:\n      a.$: $.b«[»\n    End: true\n',
  ],
];

describe('a mistake inside a string is marked at its characters', () => {
  for (const [what, rule, marked] of cases) {
    it(what, () => {
      assertFound(rule, marked);
    });
  }
});
