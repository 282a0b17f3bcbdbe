import assert from 'node:assert/strict';
import { complete, type Item } from '../../src/language/completion';
import { LanguageDocument } from '../../src/language/document';
import { applyEdits } from '../../src/syntax/edit';
import { readyHcl } from '../support/hcl';
import { readCursor } from '../support/marks';

const OWN = 'a.eventpattern.json';

function itemsAt(marked: string, path: string): { text: string; items: Item[] } {
  const { text, offset } = readCursor(marked);
  return { text, items: complete(new LanguageDocument({ path, text }), offset) };
}

const labels = (marked: string, path = OWN): string[] =>
  itemsAt(marked, path).items.map(({ label }) => label);

/** The text after an item was accepted, with placeholders as they are shown. */
function accept(marked: string, label: string, path = OWN): string {
  const { text, items } = itemsAt(marked, path);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `no "${label}" among ${items.map((one) => one.label).join(', ')}`);
  const shown = item.newText
    .replace(/(?<!\\)\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
  return applyEdits(text, [{ span: item.replace, newText: shown }, ...(item.also ?? [])]);
}

const yaml = (pattern: string): string => `Resources:
  R:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
${pattern}
      Targets: []
`;

describe('completion in event patterns', () => {
  before(readyHcl);

  it('offers the fields of every event, those that patterns begin with first', () => {
    assert.deepEqual(labels('{|}').slice(0, 4), ['source', 'detail-type', 'detail', 'resources']);
    assert.equal(accept('{|}', 'source'), '{"source": []}');
    assert.equal(accept('{"source": ["aws.s3"] |}', 'detail'), '{"source": ["aws.s3"], "detail": {  }}');
    assert.ok(!labels('{"source": ["aws.s3"], |}').includes('source'));
  });

  it('offers sources, and the detail types of the source', () => {
    assert.ok(labels('{"source": ["|"]}').includes('aws.emr-serverless'));
    assert.equal(accept('{"source": ["aws.g|"]}', 'aws.glue'), '{"source": ["aws.glue"]}');
    assert.equal(accept('{"source": |}', 'aws.glue'), '{"source": ["aws.glue"]}');
    const types = labels('{"source": ["aws.batch"], "detail-type": ["|"]}');
    assert.equal(types[0], 'Batch Job State Change');
    assert.ok(!types.includes('Object Created'));
    assert.ok(types.includes('AWS API Call via CloudTrail'));
  });

  it('offers what the detail of the event has', () => {
    const glue = '"source": ["aws.glue"], "detail-type": ["Glue Job State Change"]';
    assert.deepEqual(labels(`{${glue}, "detail": {|}}`).slice(0, 3), ['jobName', 'state', 'severity']);
    assert.deepEqual(labels(`{${glue}, "detail": {"state": ["FAILED", "|"]}}`).slice(0, 3), [
      'SUCCEEDED',
      'TIMEOUT',
      'STOPPED',
    ]);
    const s3 = '"source": ["aws.s3"], "detail-type": ["Object Created"]';
    assert.deepEqual(labels(`{${s3}, "detail": {"object": {|}}}`).slice(0, 2), ['key', 'version-id']);
    assert.equal(accept(`{${s3}, "detail": {|}}`, 'bucket'), `{${s3}, "detail": {"bucket": {  }}}`);
  });

  it('offers nothing about events that are not known', () => {
    assert.deepEqual(labels('{"source": ["shop"], "detail": {|}}'), ['$or']);
    assert.deepEqual(labels('{"detail": {|}}'), ['$or']);
  });

  it('offers operators, with what they take', () => {
    assert.equal(accept('{"detail": {"a": [|]}}', 'prefix'), '{"detail": {"a": [{ "prefix": "" }]}}');
    assert.equal(accept('{"detail": {"a": [{|}]}}', 'numeric'), '{"detail": {"a": [{"numeric": [">", 0]}]}}');
    assert.deepEqual(labels('{"detail": {"a": [{"exists": |}]}}'), ['true', 'false']);
    assert.deepEqual(labels('{"detail": {"a": [{"anything-but": {|}}]}}'), [
      'prefix',
      'suffix',
      'equals-ignore-case',
      'wildcard',
    ]);
    assert.deepEqual(
      labels(
        '{"source": ["aws.glue"], "detail-type": ["Glue Crawler State Change"], "detail": {"state": [{"anything-but": ["|"]}]}}',
      ),
      ['Started', 'Succeeded', 'Failed'],
    );
    assert.deepEqual(labels('{"detail": {"a": [{"numeric": [|]}]}}'), ['">"', '">="', '"<"', '"<="', '"="']);
    assert.deepEqual(labels('{"detail": {"a": [{"prefix": "x", |}]}}'), []);
  });

  it('works inside of $or', () => {
    assert.deepEqual(
      labels('{"source": ["aws.glue"], "$or": [{"detail": {"jobName": ["a"], |}}]}').slice(0, 2),
      ['state', 'severity'],
    );
  });

  it('works in YAML of a template, begun or not', () => {
    assert.deepEqual(labels(yaml('        |'), 'template.yaml').slice(0, 2), ['source', 'detail-type']);
    assert.deepEqual(labels(yaml('        sour|'), 'template.yaml').slice(0, 1), ['source']);
    assert.deepEqual(labels(yaml('        source: [aws.states]\n        |'), 'template.yaml').slice(0, 2), [
      'detail-type',
      'detail',
    ]);
    assert.equal(
      accept(yaml('        source:\n          - |'), 'aws.ecs', 'template.yaml'),
      yaml('        source:\n          - aws.ecs'),
    );
    assert.equal(
      accept(
        yaml('        source: [aws.states]\n        detail:\n          status:\n            - FA|'),
        'FAILED',
        'template.yaml',
      ),
      yaml('        source: [aws.states]\n        detail:\n          status:\n            - FAILED'),
    );
    assert.ok(
      labels(yaml('        source: [aws.states]\n        detail:\n          |'), 'template.yaml').includes(
        'status',
      ),
    );
  });

  it('works in filters that are JSON in a string, with the fields of their records', () => {
    const filter = (text: string): string => `Resources:
  Table: { Type: AWS::DynamoDB::Table }
  M:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: !GetAtt Table.StreamArn
      FilterCriteria: { Filters: [{ Pattern: '${text}' }] }
`;
    assert.deepEqual(labels(filter('{"eventName": ["|"]}'), 'template.yaml').slice(0, 3), [
      'INSERT',
      'MODIFY',
      'REMOVE',
    ]);
    assert.equal(
      accept(filter('{"eventName": ["|"]}'), 'INSERT', 'template.yaml'),
      filter('{"eventName": ["INSERT"]}'),
    );
    assert.deepEqual(labels(filter('{"dynamodb": {|}}'), 'template.yaml').slice(0, 2), ['Keys', 'NewImage']);
    assert.ok(
      !labels(filter('{"eventName": [|]}'), 'template.yaml').includes('wildcard'),
      'Lambda has no wildcard',
    );
  });

  it('works in Terraform, in jsonencode and in a heredoc', () => {
    const encoded = (text: string): string =>
      `resource "aws_cloudwatch_event_rule" "r" {\n  event_pattern = jsonencode({\n    ${text}\n  })\n}\n`;
    assert.ok(labels(encoded('source = ["|"]'), 'main.tf').includes('aws.glue'));
    assert.equal(
      accept(encoded('source = ["aws.g|"]'), 'aws.glue', 'main.tf'),
      encoded('source = ["aws.glue"]'),
    );
    assert.deepEqual(
      labels(encoded('source = ["aws.states"]\n    detail = { status = ["|"] }'), 'main.tf').slice(0, 2),
      ['RUNNING', 'SUCCEEDED'],
    );
    assert.ok(labels(encoded('source = ["aws.states"]\n    |'), 'main.tf').includes('detail-type'));
    const heredoc = (text: string): string =>
      `resource "aws_cloudwatch_event_rule" "r" {\n  event_pattern = <<EOF\n${text}\nEOF\n}\n`;
    assert.ok(labels(heredoc('{"source": ["|"]}'), 'main.tf').includes('aws.glue'));
  });
});
