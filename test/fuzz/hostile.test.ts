import assert from 'node:assert/strict';
import { readyHcl } from '../support/hcl';
import { SeededRandom } from '../support/seededRandom';
import { examine } from './examine';

const LEVELS = [9, 95, 280, 2000];

const pass = (fields: object): object => ({ Type: 'Pass', ...fields, Next: 'B' });
const machine = (fields: object, top: object = {}): string =>
  JSON.stringify({
    ...{ ...top, StartAt: 'A' },
    States: {
      A: pass(fields),
      B: { Type: 'Pass', End: true, ...(!('QueryLanguage' in top) && { InputPath: '$.a' }) },
    },
  });
const jsonPath = (text: string): string => machine({ Parameters: { 'a.$': text } });
const jsonata = (text: string): string => machine({ Output: `{% ${text} %}` }, { QueryLanguage: 'JSONata' });
const nested = (open: string, inner: string, close: string) => (level: number) =>
  open.repeat(level) + inner + close.repeat(level);

/** Texts that somebody writes to see a reader fall, by how many levels they have. */
const TEXTS: Readonly<Record<string, readonly [path: string, (level: number) => string]>> = {
  'calls in calls': ['x.asl.json', (n) => jsonPath(nested('States.Array(', '$.a', ')')(n))],
  'calls in two arguments': [
    'x.asl.json',
    (n) => jsonPath(nested('States.JsonMerge(States.Array($.a), ', '$.a', ', false)')(n)),
  ],
  'calls without an end': ['x.asl.json', (n) => jsonPath('States.Array('.repeat(n))],
  'texts of texts': ['x.asl.json', (n) => jsonPath("States.Format('{}', ".repeat(n))],
  'brackets in a path': ['x.asl.json', (n) => jsonPath(`$${'[?(@.a'.repeat(n)}`)],
  'parts of a path': ['x.asl.json', (n) => jsonPath(`$${'..a[*]'.repeat(n)}`)],
  'parentheses in JSONata': ['x.asl.json', (n) => jsonata(nested('(', '$states.input', ')')(n))],
  'lists in JSONata': ['x.asl.json', (n) => jsonata(nested('[', '$states.input.a', ', 1]')(n))],
  'objects in JSONata': ['x.asl.json', (n) => jsonata(nested('{"a": ', '$states.input', '}')(n))],
  'functions in JSONata': ['x.asl.json', (n) => jsonata(nested('function($a){', '$a', '}')(n))],
  'choices in JSONata': ['x.asl.json', (n) => jsonata('$states.input.a ? '.repeat(n))],
  'calls without an end in JSONata': ['x.asl.json', (n) => jsonata('$merge(['.repeat(n))],
  'objects in a payload': [
    'x.asl.json',
    (n) => `{"StartAt":"A","States":{"A":${nested('{"a":', '1', '}')(n)}}}`,
  ],
  'lists without an end': ['x.asl.json', (n) => `{"StartAt":"A","States":${'['.repeat(n)}`],
  'branches in branches': [
    'x.asl.json',
    nested('{"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Branches":[', '', ']}}}'),
  ],
  'rules in rules': [
    'x.asl.json',
    (n) =>
      `{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[${nested('{"Not":', '{"Variable":"$.a","IsNull":true}', '}')(n)}]}}}`,
  ],
  'lists in YAML': ['x.asl.yaml', (n) => `StartAt: A\nStates: ${nested('[', '', ']')(n)}`],
  'dashes in YAML': ['x.asl.yaml', (n) => `StartAt: A\nStates: ${'\n- '.concat('- '.repeat(n))}`],
  'indentation in YAML': [
    'x.asl.yaml',
    (n) => Array.from({ length: Math.min(n, 600) }, (_, level) => `${' '.repeat(level)}States:`).join('\n'),
  ],
  'aliases of aliases': [
    'x.asl.yaml',
    (n) =>
      `x0: &x0 [a, a]\n${Array.from({ length: Math.min(n, 95) }, (_, i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}, *x${i}]\n`).join('')}StartAt: A\nStates: { A: { Type: Pass, End: true, Result: *x9 } }\n`,
  ],
  'an alias of itself': [
    'x.asl.yaml',
    () => 'StartAt: A\nStates: &s\n  A: { Type: Pass, End: true, Result: *s }\n',
  ],
  'merges of merges': [
    'x.asl.yaml',
    (n) =>
      `x0: &x0 {a: 1}\n${Array.from({ length: Math.min(n, 95) }, (_, i) => `x${i + 1}: &x${i + 1} {<<: [*x${i}, *x${i}]}\n`).join('')}StartAt: A\nStates: { A: { Type: Pass, End: true, Result: *x9 } }\n`,
  ],
  'tags in a template': [
    'template.yaml',
    (n) =>
      `Resources:\n  A:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: ${'!Sub '.repeat(n)}x\n`,
  ],
  'joins in a template': [
    'template.json',
    (n) =>
      `{"Resources":{"A":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"DefinitionString":${nested('{"Fn::Join":["",[', '"{}"', ']]}')(n)}}}}}`,
  ],
  'patterns in patterns': [
    'x.eventpattern.json',
    (n) => `{"source":["a"],"detail":${nested('{"$or":[', '{"a":[1]}', ',{"b":[2]}]}')(n)}}`,
  ],
  'wildcards in a pattern': [
    'x.eventpattern.json',
    (n) => `{"source":["a"],"detail":{"a":[{"wildcard":"${'*a'.repeat(n)}"}]}}`,
  ],
  'lists in Terraform': [
    'main.tf',
    (n) => `resource "aws_sfn_state_machine" "a" { definition = ${nested('[', '', ']')(n)} }`,
  ],
  'templates in Terraform': [
    'main.tf',
    (n) => `resource "aws_sfn_state_machine" "a" { definition = ${nested('"${', '1', '}"')(n)} }`,
  ],
  'lists in Python': [
    'handler.py',
    (n) => `import boto3\ndef handler(event, context):\n    return ${nested('[', 'event', ']')(n)}\n`,
  ],
  'calls in Python': [
    'handler.py',
    (n) => `import boto3\ndef handler(event, context):\n    return ${'boto3.client('.repeat(n)}\n`,
  ],
  'ifs in TypeScript': [
    'handler.ts',
    (n) =>
      `import { S3Client } from '@aws-sdk/client-s3';\nexport const handler = async () => {${nested('if (a) {', '', '}')(n)}};\n`,
  ],
  'a cron of many items': [
    'template.yaml',
    (n) =>
      `Resources:\n  A:\n    Type: AWS::Events::Rule\n    Properties:\n      ScheduleExpression: cron(${'0,'.repeat(n)}0 8 * * ? *)\n`,
  ],
};

describe('texts that are written to be hard', () => {
  before(readyHcl);

  for (const [name, [path, write]] of Object.entries(TEXTS)) {
    it(name, function () {
      this.timeout(60_000);
      for (const level of LEVELS) {
        assert.deepEqual(
          examine({ path, text: write(level) }, new SeededRandom(level)),
          [],
          `${level} levels`,
        );
      }
    });
  }
});
