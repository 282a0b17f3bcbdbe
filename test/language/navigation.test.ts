import assert from 'node:assert/strict';
import { callsFrom, callsInto, hierarchyItem } from '../../src/language/callHierarchy';
import { LanguageDocument } from '../../src/language/document';
import { documentLinks } from '../../src/language/documentLinks';
import { references } from '../../src/language/references';
import { rename } from '../../src/language/rename';
import { workspaceDefinition } from '../../src/language/workspaceDefinition';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import type { WorkspacePlace } from '../../src/language/workspacePlace';
import { workspaceReferences } from '../../src/language/workspaceReferences';
import { workspaceSymbols } from '../../src/language/workspaceSymbols';
import { applyEdits } from '../../src/syntax/edit';
import { readyHcl } from '../support/hcl';
import { readCursor } from '../support/marks';

const SAM = `Transform: AWS::Serverless-2016-10-31
Resources:
  Check:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: check-orders
      Handler: check.handler
      CodeUri: src/
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flows/nightly.asl.json
      DefinitionSubstitutions:
        CheckArn: !GetAtt Check.Arn
        InnerArn: !Ref Inner
  Inner:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Wait
        States:
          Wait: { Type: Wait, Seconds: 5, Next: "Ask" }
          Ask: { Type: Task, Resource: "\${AskArn}", End: true }
      DefinitionSubstitutions:
        AskArn: !GetAtt Check.Arn
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://bucket/jobs/load.py }
`;

const NIGHTLY = `{
  "StartAt": "Check",
  "States": {
    "Check": { "Type": "Task", "Resource": "\${CheckArn}", "Next": "Direct" },
    "Direct": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": { "FunctionName": "arn:aws:lambda:eu-west-1:123456789012:function:check-orders:live" },
      "Next": "Nested"
    },
    "Nested": {
      "Type": "Task",
      "Resource": "arn:aws:states:::states:startExecution.sync:2",
      "Parameters": { "StateMachineArn": "\${InnerArn}", "Input": { "script": "s3://bucket/jobs/load.py" } },
      "End": true
    }
  }
}
`;

const TERRAFORM = `resource "aws_sfn_state_machine" "hourly" {
  name       = "hourly"
  definition = templatefile("\${path.module}/flows/hourly.asl.json", { TargetArn = aws_lambda_function.tidy.arn })
}
resource "aws_lambda_function" "tidy" {
  function_name = "tidy"
  handler       = "tidy.handler"
  filename      = "tidy.zip"
}
`;

const SERVERLESS = `service: shop
provider: { name: aws }
functions:
  pack:
    handler: src/pack.handler
stepFunctions:
  stateMachines:
    ship:
      definition:
        StartAt: Pack
        States:
          Pack: { Type: Task, Resource: !GetAtt PackLambdaFunction.Arn, End: true }
`;

const FILES: Readonly<Record<string, string>> = {
  'app/template.yaml': SAM,
  'app/flows/nightly.asl.json': NIGHTLY,
  'app/src/check.py': 'import json\n\ndef handler(event, context):\n    return event\n',
  'app/jobs/load.py': 'from awsglue.context import GlueContext\n',
  'tf/main.tf': TERRAFORM,
  'tf/flows/hourly.asl.json':
    '{ "StartAt": "Tidy", "States": { "Tidy": { "Type": "Task", "Resource": "${TargetArn}", "End": true } } }',
  'tf/tidy.ts': 'export const handler = async (event: object) => event;\n',
  'shop/serverless.yml': SERVERLESS,
  'shop/src/pack.ts': 'export async function handler(event: object) {\n  return event;\n}\n',
};

/** The workspace, with the cursor where the marked text has it. */
function at(path: string, marked: string) {
  const [before] = marked.split('|');
  const file = FILES[path];
  assert.ok(file.includes(marked.replace('|', '')), `"${marked}" is not in ${path}`);
  const offset = file.indexOf(marked.replace('|', '')) + before.length;
  const index = new WorkspaceIndex();
  for (const [name, text] of Object.entries(FILES)) index.update({ path: name, text });
  return { document: new LanguageDocument({ path, text: file }), graph: index.graph, offset };
}

/** Places as `file: text of the line from there`. */
const shown = (places: readonly WorkspacePlace[]): string[] =>
  places.map(({ path, span }) => {
    const text = FILES[path].slice(span.start, Math.max(span.end, span.start + 1));
    return `${path}: ${text.split('\n')[0]}`;
  });

describe('navigation over the workspace', () => {
  before(readyHcl);

  const definitions: readonly [path: string, marked: string, targets: readonly string[]][] = [
    ['app/flows/nightly.asl.json', '${Check|Arn}', ['app/src/check.py: handler', 'app/template.yaml: Check']],
    [
      'app/flows/nightly.asl.json',
      'function:check-ord|ers',
      ['app/src/check.py: handler', 'app/template.yaml: Check'],
    ],
    ['app/flows/nightly.asl.json', '${Inner|Arn}', ['app/template.yaml: Inner']],
    ['app/template.yaml', 'flows/ni|ghtly.asl.json', ['app/flows/nightly.asl.json: {']],
    ['app/template.yaml', 'check.han|dler', ['app/src/check.py: handler']],
    ['app/template.yaml', 'Nigh|tly:', ['app/flows/nightly.asl.json: {']],
    ['app/template.yaml', 's3://bucket/jobs/lo|ad.py', ['app/jobs/load.py: f']],
    ['app/template.yaml', '"${Ask|Arn}"', ['app/src/check.py: handler', 'app/template.yaml: Check']],
    ['tf/flows/hourly.asl.json', '${Target|Arn}', ['tf/tidy.ts: handler', 'tf/main.tf: "tidy"']],
    ['tf/main.tf', 'hourly.asl|.json', ['tf/flows/hourly.asl.json: {']],
    ['tf/main.tf', 'aws_lambda_function.ti|dy.arn', []],
    [
      'shop/serverless.yml',
      'PackLambda|Function',
      ['shop/src/pack.ts: handler', 'shop/serverless.yml: pack'],
    ],
  ];
  for (const [path, marked, targets] of definitions) {
    it(`goes from ${marked} in ${path} to what it names`, () => {
      const { document, graph, offset } = at(path, marked);
      assert.deepEqual(shown(workspaceDefinition(document, graph, offset)?.targets ?? []), targets);
    });
  }

  it('goes from a gap to the template that fills it in, where nothing is called', () => {
    const path = 'flow.asl.json';
    const { text, offset } = readCursor(
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": "${St|age}", "End": true } } }',
    );
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: flow.asl.json, DefinitionSubstitutions: { Stage: test } }
`;
    const index = new WorkspaceIndex();
    index.update({ path, text });
    index.update({ path: 'template.yaml', text: template });
    const document = new LanguageDocument({ path, text });
    const [target] = workspaceDefinition(document, index.graph, offset)?.targets ?? [];
    assert.equal(template.slice(target.span.start, target.span.end), 'Stage');
    const start = template.indexOf('Stage');
    const places = workspaceReferences(
      new LanguageDocument({ path: 'template.yaml', text: template }),
      index.graph,
      start,
    );
    assert.deepEqual(
      places.map(({ path: file, span }) => `${file}: ${text.slice(span.start, span.end)}`),
      ['flow.asl.json: Stage'],
    );
  });

  it('finds the callers of a function by its name, its handler and its resource', () => {
    for (const [path, marked] of [
      ['app/src/check.py', 'def hand|ler'],
      ['app/template.yaml', '  Che|ck:'],
      ['app/flows/nightly.asl.json', '${Check|Arn}'],
    ]) {
      const { document, graph, offset } = at(path, marked);
      assert.deepEqual(
        shown(workspaceReferences(document, graph, offset)).sort(),
        [
          'app/flows/nightly.asl.json: "${CheckArn}"',
          'app/flows/nightly.asl.json: "arn:aws:lambda:eu-west-1:123456789012:function:check-orders:live"',
          'app/template.yaml: "${AskArn}"',
          'app/template.yaml: check.handler',
        ],
        path,
      );
    }
  });

  it('knows a substitution of the same file by all its places, and renames it', () => {
    const { document, offset } = at('app/template.yaml', 'AskAr|n: ');
    assert.deepEqual(
      references(document, offset).map(({ role }) => role),
      ['reference', 'definition'],
    );
    const renamed = rename(document, offset, 'QuestionArn');
    assert.ok(renamed && 'edits' in renamed);
    const text = applyEdits(document.text, renamed.edits);
    assert.ok(
      text.includes('"${QuestionArn}"') && text.includes('QuestionArn: !GetAtt') && !text.includes('AskArn'),
    );
    assert.ok('refusal' in (rename(document, offset, 'no name') ?? {}));
  });

  it('links definitions, handlers, scripts and what lies in a bucket to their files', () => {
    for (const [path, links] of [
      [
        'app/template.yaml',
        [
          'check.handler → app/src/check.py',
          'flows/nightly.asl.json → app/flows/nightly.asl.json',
          's3://bucket/jobs/load.py → app/jobs/load.py',
        ],
      ],
      ['app/flows/nightly.asl.json', ['s3://bucket/jobs/load.py → app/jobs/load.py']],
    ] as const) {
      const { document, graph } = at(path, '|');
      assert.deepEqual(
        documentLinks(document, graph).map(
          (link) => `${document.text.slice(link.span.start, link.span.end)} → ${link.path}`,
        ),
        links,
      );
    }
  });

  it('shows who starts a machine and what it starts', () => {
    const inner = at('app/template.yaml', 'Seconds|: 5');
    const item = hierarchyItem(inner.document, inner.graph, inner.offset);
    assert.equal(item?.name, 'Inner');
    assert.ok(item);
    assert.deepEqual(
      callsInto(inner.graph, item).map(({ item: { name, path }, spans }) => [name, path, spans.length]),
      [['Nightly', 'app/flows/nightly.asl.json', 1]],
    );
    const nightly = at('app/flows/nightly.asl.json', '"Start|At"');
    const outer = hierarchyItem(nightly.document, nightly.graph, nightly.offset);
    assert.ok(outer);
    assert.deepEqual(
      callsFrom(nightly.graph, outer).map(({ item: { name }, spans }) => [name, spans.length]),
      [
        ['Check', 2],
        ['Inner', 1],
      ],
    );
  });

  it('finds machines, states and functions by some of their letters', () => {
    const { graph } = at('app/template.yaml', '|');
    const found = (query: string) =>
      workspaceSymbols(graph, query).map(({ name, kind, container }) => `${name} ${kind} ${container}`);
    assert.deepEqual(found('nigh'), [
      'Nightly stateMachine template.yaml',
      'nightly.asl.json stateMachine nightly.asl.json',
    ]);
    assert.deepEqual(found('nestd'), ['Nested state nightly.asl.json']);
    assert.ok(found('check').includes('Check function template.yaml'));
    assert.deepEqual(found('no such'), []);
  });
});
