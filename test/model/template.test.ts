import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { locate } from '../../src/model/locate';
import type { Template } from '../../src/model/template';
import { get, toValue } from '../../src/syntax/navigate';

function read(text: string, path = 'template.yaml'): Template {
  const { template } = locate({ path, text });
  assert.ok(template, 'the text is no template');
  return template;
}

/** A template with one resource `X` whose property `P` is the value. */
function withValue(value: string): Template {
  return read(`Parameters:
  Stage: { Type: String, Default: dev }
Mappings:
  Regions:
    eu: { size: small }
    us: { size: large }
Resources:
  Load: { Type: AWS::Lambda::Function }
  X:
    Type: AWS::S3::Bucket
    Properties:
      P: ${value}
`);
}

function valueOf(template: Template): ReturnType<typeof get> {
  return get(template.byId.get('X')?.properties, 'P');
}

/** A value in each of its forms, and what it names: `resource`, `resource.attribute`, `parameter:x`, `external:x`. */
const REFERENCES: readonly [value: string, named: string | undefined][] = [
  ['!Ref Load', 'Load'],
  ['!Ref Stage', 'parameter:Stage'],
  ['!Ref AWS::Region', 'external:AWS::Region'],
  ['!GetAtt Load.Arn', 'Load.Arn'],
  ['!GetAtt [Load, Arn]', 'Load.Arn'],
  ['{ Ref: Load }', 'Load'],
  ['{ "Fn::GetAtt": [Load, Arn] }', 'Load.Arn'],
  ['{ "Fn::GetAtt": Load.Arn }', 'Load.Arn'],
  ["!Sub '${Load.Arn}'", 'Load.Arn'],
  ["{ 'Fn::Sub': '${Load}' }", 'Load'],
  ["!Sub ['${a}', { a: !GetAtt Load.Arn }]", 'Load.Arn'],
  ["!Sub '${Load.Arn}:live'", undefined],
  ['!ImportValue shared-bus', 'external:shared-bus'],
  ['Load', undefined],
];

const LITERALS: readonly [value: string, texts: readonly string[]][] = [
  ['plain', ['plain']],
  ['5', ['5']],
  ["!Sub 'arn:${AWS::Partition}:x:${!Kept}'", ['arn:${AWS::Partition}:x:${Kept}']],
  ["!Sub ['${a}-${Stage}', { a: orders }]", ['orders-${Stage}']],
  ["!Join ['-', [orders, !Ref Stage, { 'Fn::GetAtt': [Load, Arn] }]]", ['orders-${Stage}-${Load.Arn}']],
  ["{ 'Fn::Join': ['', [a, b]] }", ['ab']],
  ['!If [IsProd, big, small]', ['big', 'small']],
  ["!If [IsProd, big, !Ref 'AWS::NoValue']", ['big']],
  ["!Sub ['x-${s}', { s: !If [IsProd, big, small] }]", ['x-big', 'x-small']],
  ['!FindInMap [Regions, eu, size]', ['small']],
  ["!FindInMap [Regions, !Ref 'AWS::Region', size]", ['small', 'large']],
  ['!Ref Stage', []],
  ['[a, b]', []],
];

describe('the model of a CloudFormation template', () => {
  for (const [value, expected] of REFERENCES) {
    it(`resolves ${value}`, () => {
      const template = withValue(value);
      const found = template.reference(valueOf(template));
      const named = found?.resource
        ? [found.resource, found.attribute].filter(Boolean).join('.')
        : found?.parameter
          ? `parameter:${found.parameter}`
          : found && `external:${found.external}`;
      assert.equal(named, expected);
    });
  }

  for (const [value, texts] of LITERALS) {
    it(`knows the text of ${value}`, () => {
      const template = withValue(value);
      assert.deepEqual(template.literals(valueOf(template)), texts);
      assert.equal(template.literal(valueOf(template)), texts.length === 1 ? texts[0] : undefined);
    });
  }

  it('finds every reference in a value, at its place', () => {
    const text = withValue(
      "{ a: [!Ref Load, !Sub '${Load.Arn}/${Stage}'], b: !Split [',', !Join ['', [x, { Ref: Load }]]] }",
    );
    const found = text.references(valueOf(text));
    assert.deepEqual(
      found.map(({ resource, parameter }) => resource ?? parameter),
      ['Load', 'Load', 'Stage', 'Load'],
    );
    assert.deepEqual(
      found.map(({ span }) => text.tree.source.text.slice(span.start, span.end)),
      ['Load', '${Load.Arn}', '${Stage}', '{ Ref: Load }'],
    );
  });

  it('tells resources by type, id, condition and dependencies', () => {
    const template = read(
      JSON.stringify({
        Conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
        Resources: {
          Job: { Type: 'AWS::Glue::Job', Properties: { Command: { Name: 'glueetl' } } },
          Start: { Type: 'AWS::Glue::Trigger', Condition: 'Live', DependsOn: ['Job'] },
          Half: {},
        },
      }),
      'template.json',
    );
    assert.equal(template.kind, 'cloudformation');
    assert.deepEqual(
      template.resources.map(({ id, type, condition, dependsOn, writable }) => ({
        ...{ id, type, condition, dependsOn, writable },
      })),
      [
        { id: 'Job', type: 'AWS::Glue::Job', condition: undefined, dependsOn: [], writable: true },
        { id: 'Start', type: 'AWS::Glue::Trigger', condition: 'Live', dependsOn: ['Job'], writable: false },
      ],
    );
    assert.deepEqual([...template.conditions.keys()], ['Live']);
    assert.equal(template.ofType('AWS::Glue::Job').length, 1);
  });

  it('is read by what it holds where the ending does not tell', () => {
    const yaml = 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n';
    const json = '{ "Resources": { "A": { "Type": "AWS::S3::Bucket" } } }';
    for (const text of [yaml, json]) assert.equal(read(text, 'network.template').resources[0].id, 'A');
  });

  it('stands text that is cut off anywhere', () => {
    const yaml = readFileSync(new URL('../fixtures/templates/orders.yaml', import.meta.url), 'utf8');
    const json = JSON.stringify(toValue(read(yaml).tree.root), null, 1);
    for (const [path, text] of [
      ['t.yaml', yaml],
      ['t.json', json],
    ]) {
      for (let end = 0; end < text.length; end += 41) {
        const { template } = locate({ path, text: text.slice(0, end) });
        for (const { properties } of template?.resources ?? []) {
          template?.literals(properties);
          template?.references(properties);
        }
      }
    }
  });

  it('knows what SAM says for all functions', () => {
    const template = read(`Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Timeout: 30, Runtime: python3.12 } }
Resources:
  Load: { Type: AWS::Serverless::Function, Properties: { Timeout: 5 } }
`);
    const [load] = template.resources;
    assert.deepEqual(
      ['Timeout', 'Runtime', 'Handler'].map((name) => template.literal(template.property(load, name))),
      ['5', 'python3.12', undefined],
    );
  });

  for (const text of [
    'Resources:',
    'Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: !If [',
    '{"Resources":{"A":{"Type":"AWS::S3::Bucket","Properties":{"B":{"Fn::Sub":[]}}}}',
    'Resources:\n  A: &a\n    Type: AWS::Glue::Job\n    Properties: { x: *a }\n',
    "Resources:\n  A:\n    Type: AWS::Events::Rule\n    Properties: { EventPattern: !Sub ['${x'], ScheduleExpression: !Join }\n",
  ]) {
    it(`does not fail on ${JSON.stringify(text)}`, () => {
      const { template } = locate({ path: text.startsWith('{') ? 't.json' : 't.yaml', text });
      for (const { properties } of template?.resources ?? []) {
        template?.literals(properties);
        template?.references(properties);
      }
    });
  }
});
