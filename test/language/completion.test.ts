import assert from 'node:assert/strict';
import { complete, type Item } from '../../src/language/completion';
import { LanguageDocument } from '../../src/language/document';
import { accept as acceptItem } from '../support/accept';
import { readCursor } from '../support/marks';

function itemsAt(marked: string, path = 'a.asl.json'): { text: string; items: Item[] } {
  const { text, offset } = readCursor(marked);
  return { text, items: complete(new LanguageDocument({ path, text }), offset) };
}

/** The text after an item was accepted, with placeholders as they are shown. */
function accept(marked: string, label: string, path?: string): string {
  const { text, items } = itemsAt(marked, path);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `no "${label}" among ${items.map((one) => one.label).join(', ')}`);
  return acceptItem(text, item);
}

const labels = (marked: string, path?: string): string[] =>
  itemsAt(marked, path).items.map(({ label }) => label);

const json = (state: string, more = ''): string =>
  `{"StartAt": "A", ${more}"States": {"A": ${state}, "B": {"Type": "Succeed"}}}`;
const yaml = (state: string, more = ''): string =>
  `${more}StartAt: A\nStates:\n  A:\n${state}  B:\n    Type: Succeed\n`;

describe('completion in JSON', () => {
  it('offers the fields of the state in its query language that are still missing', () => {
    const found = labels(json('{"Type": "Wait", "Next": "B", |}'));
    assert.deepEqual(found.slice(0, 2), ['Seconds', 'Timestamp']);
    assert.ok(!found.includes('Next') && !found.includes('Output') && !found.includes('Resource'));
    assert.ok(labels(json('{"Type": "Wait", |}', '"QueryLanguage": "JSONata", ')).includes('Output'));
    assert.ok(!labels(json('{"Type": "Wait", |}', '"QueryLanguage": "JSONata", ')).includes('SecondsPath'));
  });

  it('leaves a whole document behind, whatever was typed', () => {
    assert.equal(accept(json('{"Type": "Wait", |}'), 'Seconds'), json('{"Type": "Wait", "Seconds": 1}'));
    assert.equal(accept(json('{"Type": "Wait" |}'), 'Seconds'), json('{"Type": "Wait", "Seconds": 1}'));
    assert.equal(accept(json('{| "Type": "Wait"}'), 'Seconds'), json('{"Seconds": 1, "Type": "Wait"}'));
    assert.equal(accept(json('{"Type": "Wait", "Sec|"}'), 'Seconds'), json('{"Type": "Wait", "Seconds": 1}'));
    assert.equal(
      accept(json('{"Type": "Wait", "Sec|": 3}'), 'Seconds'),
      json('{"Type": "Wait", "Seconds": 3}'),
    );
    assert.equal(accept(json('{"Type": "Wait", Sec|}'), 'Seconds'), json('{"Type": "Wait", "Seconds": 1}'));
  });

  it('offers states of the level as targets', () => {
    assert.deepEqual(labels(json('{"Type": "Pass", "Next": "|"}')), ['B']);
    assert.equal(accept(json('{"Type": "Pass", "Next": |}'), 'B'), json('{"Type": "Pass", "Next": "B"}'));
    assert.equal(accept(json('{"Type": "Pass", "Next": | }'), 'B'), json('{"Type": "Pass", "Next": "B" }'));
    assert.deepEqual(
      labels('{"StartAt": "|", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}'),
      ['A', 'B'],
    );
  });

  it('offers state types, enumerations and booleans', () => {
    assert.equal(labels(json('{"Type": "|"}')).length, 8);
    assert.deepEqual(labels(json('{"Type": "Task", "Retry": [{"JitterStrategy": "|"}]}')), ['NONE', 'FULL']);
    assert.deepEqual(labels(json('{"Type": "Pass", "End": |}')), ['true']);
    const rule = '{"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": |}]}';
    assert.deepEqual(labels(json(rule)), ['true', 'false']);
  });

  it('offers error names, those of the integration first', () => {
    const found = labels(
      json(
        '{"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Retry": [{"ErrorEquals": ["|"]}]}',
      ),
    );
    assert.match(found[0], /^Glue\./);
    assert.ok(found.includes('States.Timeout'));
  });

  it('offers integrations with the patterns that they have', () => {
    const found = labels(json('{"Type": "Task", "Resource": "|"}'));
    for (const one of ['lambda:invoke', 'lambda:invoke.waitForTaskToken', 'states:startExecution.sync:2'])
      assert.ok(found.includes(one), one);
    assert.ok(!found.includes('lambda:invoke.sync'));
    assert.equal(
      accept(json('{"Type": "Task", "Resource": "arn:|"}'), 'glue:startJobRun.sync'),
      json('{"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync"}'),
    );
  });

  it('offers what is written often before what is rare', () => {
    const order = (state: string, more = ''): string[] => labels(json(state, more)).slice(0, 6);
    assert.deepEqual(order('{"Type": "Task", |}'), [
      'Resource',
      'Parameters',
      'Next',
      'End',
      'ResultSelector',
      'ResultPath',
    ]);
    assert.deepEqual(
      order('{"Type": "Task", "Resource": "r", |}', '"QueryLanguage": "JSONata", ').slice(0, 4),
      ['Arguments', 'Next', 'End', 'Output'],
    );
    const rules = labels(json('{"Type": "Choice", "Choices": [{"Variable": "$.a", |}]}'));
    assert.ok(rules.indexOf('IsPresent') < rules.indexOf('StringLessThanEquals'));
    assert.ok(rules.indexOf('StringLessThanEquals') < rules.indexOf('StringEqualsPath'));
    const map = (mode: string): string[] =>
      labels(
        json(`{"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "${mode}"}}, "Next": "B", |}`),
      );
    assert.ok(map('INLINE').indexOf('ItemReader') > map('INLINE').indexOf('ItemSelector'));
    assert.ok(map('DISTRIBUTED').indexOf('ItemReader') < map('DISTRIBUTED').indexOf('ItemSelector'));
    assert.ok(
      !labels(json('{"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE", |}}}')).length,
    );
  });

  it('closes an expression that is open, with blanks inside of its signs', () => {
    const output = (value: string): string =>
      json(`{"Type": "Pass", "QueryLanguage": "JSONata", "Output": ${value}, "Next": "B"}`);
    for (const begun of ['"{%|"', '"{% |"', '"{% $|"', '"{% $st| %}"', '"{% | %}"'])
      assert.equal(accept(output(begun), '$states.input'), output('"{% $states.input %}"'), begun);
    assert.equal(accept(output('"{% $su|"'), '$sum'), output('"{% $sum() %}"'));
    const block = (value: string): string =>
      yaml(`    Type: Pass\n    QueryLanguage: JSONata\n    Output: ${value}\n    Next: B\n`);
    for (const [begun, left] of [
      ['"{%|"', '"{% $states.input %}"'],
      ['"{% |"', '"{% $states.input %}"'],
      ['>-\n      {% $st|', '>-\n      {% $states.input %}'],
    ])
      assert.equal(accept(block(begun), '$states.input', 'a.asl.yaml'), block(left), begun);
  });

  it('leads a whole Choice to states that there are', () => {
    const text = accept('{"StartAt": "A", "States": {|, "A": {"Type": "Succeed"}}}', 'Choice state');
    assert.match(text, /"Next": "A"/);
    assert.match(text, /"Default": "A"/);
  });

  it('writes ARNs in the partition that is begun, or that the other calls have', () => {
    const task = (resource: string): string => json(`{"Type": "Task", "Resource": "${resource}"}`);
    for (const partition of ['aws-cn', '${AWS::Partition}', '${Partition}']) {
      const whole = `arn:${partition}:states:::lambda:invoke`;
      assert.equal(accept(task(`arn:${partition}:sta|`), 'lambda:invoke'), task(whole));
      const text = (resource: string): string =>
        json(
          `{"Type": "Task", "Resource": "arn:${partition}:states:::sqs:sendMessage", "Next": "C"}, "C": {"Type": "Task", "Resource": "${resource}"}`,
        );
      assert.equal(accept(text('|'), 'lambda:invoke'), text(whole));
    }
  });

  it('leaves the partition that only "!Sub" fills in to it', () => {
    const text = (resource: string): string =>
      `Resources:\n  F:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        States:\n          A: { Type: Task, Resource: !Sub "arn:\${AWS::Partition}:states:::sqs:sendMessage", Next: B }\n          B:\n            Type: Task\n            Resource: ${resource}\n`;
    assert.equal(accept(text('|'), 'lambda:invoke', 't.yaml'), text('arn:aws:states:::lambda:invoke'));
  });

  it('offers the errors of Lambda where a function is filled in, and those of HTTP where it is called', () => {
    const first = (resource: string): string =>
      labels(json(`{"Type": "Task", "Resource": "${resource}", "Retry": [{"ErrorEquals": ["|"]}]}`))[0];
    assert.match(first('${Load}'), /^Lambda\./);
    assert.match(first('arn:aws:states:::http:invoke'), /^States\.Http\./);
    const parallel = '{"Type": "Parallel", "Retry": [{"ErrorEquals": ["|"]}], "Branches": []}';
    const found = labels(json(parallel));
    assert.ok(found.indexOf('States.BranchFailed') < found.indexOf('States.ItemReaderFailed'));
    assert.ok(found.indexOf('States.TaskFailed') < found.indexOf('States.DataLimitExceeded'));
  });

  it('offers the parameters of the action, required ones first', () => {
    const found = labels(
      json('{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {|}}'),
    );
    assert.deepEqual(found.slice(0, 4), ['QueueUrl', 'MessageBody', 'QueueUrl.$', 'MessageBody.$']);
    assert.equal(
      accept(
        json('{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {|}}'),
        'QueueUrl.$',
      ),
      json(
        '{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl.$": "$."}}',
      ),
    );
  });

  it('offers whole states where states stand', () => {
    const text = accept('{"StartAt": "A", "States": {|}}', 'Pass state');
    const { States: states } = JSON.parse(text) as { States: Record<string, { Type: string }> };
    assert.equal(states.Pass.Type, 'Pass');
  });

  it('writes whole states of YAML in lines', () => {
    assert.equal(
      accept('StartAt: Choice\nStates:\n  |', 'Choice state', 'a.asl.yaml'),
      `StartAt: Choice
States:
  Choice:
    Type: Choice
    Choices:
      - Variable: $.total
        NumericGreaterThan: 100
        Next: Review
    Default: Approve`,
    );
  });

  it('goes on where the text ends before its braces', () => {
    const begun = '{"StartAt": "A", "States": {"A": {"Type": ';
    assert.ok(labels(`${begun}|`).includes('Task'));
    assert.ok(labels(`${begun}\n|`).includes('Task'));
    const fields = labels(`${begun}"Wait", |`);
    assert.ok(fields.includes('Seconds') && !fields.includes('Version'));
    assert.ok(labels(`${begun}"Pass"}}, |`).includes('Version'));
  });

  it('goes on inside paths and intrinsic functions', () => {
    const value = (text: string): string =>
      json(`{"Type": "Pass", "Parameters": {"x.$": "${text}"}, "End": true}`);
    assert.equal(accept(value('$$.Ex|'), '$$.Execution.Id'), value('$$.Execution.Id'));
    assert.equal(
      accept(value("States.Format('{}', St|)"), 'States.UUID'),
      value("States.Format('{}', States.UUID())"),
    );
    assert.deepEqual(labels(json('{"Type": "Pass", "Comment": "$|"}')), []);
  });

  it('goes on inside JSONata, with variables and escapes', () => {
    const text = (output: string): string =>
      `{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"count": 1}, "Next": "B"}, "B": {"Type": "Pass", "Output": "${output}", "End": true}}}`;
    assert.ok(labels(text('{% $| %}')).includes('$count'));
    assert.equal(accept(text('{% \\"a\\" & $up| %}'), '$uppercase'), text('{% \\"a\\" & $uppercase() %}'));
    assert.equal(accept(text('{% $states.in| %}'), '$states.input'), text('{% $states.input %}'));
  });

  it('says nothing in free text and other files', () => {
    assert.deepEqual(labels(json('{"Type": "Pass", "Comment": "a |"}')), []);
    assert.deepEqual(labels('{"na|me": 1}', 'package.json'), []);
  });
});

describe('completion in YAML', () => {
  const path = 'a.asl.yaml';

  it('offers fields on an empty line of a state', () => {
    const found = labels(yaml('    Type: Wait\n    |\n'), path);
    assert.deepEqual(found.slice(0, 2), ['Seconds', 'Timestamp']);
    assert.equal(
      accept(yaml('    Type: Wait\n    |\n'), 'Seconds', path),
      yaml('    Type: Wait\n    Seconds: 1\n'),
    );
    assert.equal(
      accept(yaml('    Type: Wait\n    Sec|\n'), 'Seconds', path),
      yaml('    Type: Wait\n    Seconds: 1\n'),
    );
  });

  it('offers values behind a key', () => {
    assert.deepEqual(labels(yaml('    Type: Pass\n    Next: |\n'), path), ['B']);
    assert.equal(
      accept(yaml('    Type: Pass\n    Next: |\n'), 'B', path),
      yaml('    Type: Pass\n    Next: B\n'),
    );
    assert.equal(labels(yaml('    Type: |\n'), path).length, 8);
  });

  it('knows lists that are just begun', () => {
    const retry = (item: string): string =>
      yaml(`    Type: Task\n    Resource: arn:aws:states:::glue:startJobRun\n    Retry:\n${item}`);
    assert.deepEqual(labels(retry('      - |\n'), path).slice(0, 2), ['retrier', 'ErrorEquals']);
    assert.ok(labels(retry('      - ErrorEquals: [States.ALL]\n        |\n'), path).includes('BackoffRate'));
    assert.match(labels(retry('      - ErrorEquals:\n          - |\n'), path)[0], /^Glue\./);
    assert.match(labels(retry('      - ErrorEquals: [|]\n'), path)[0], /^Glue\./);
  });

  it('offers what may stand below a key that has nothing yet', () => {
    const text = yaml('    Type: Map\n    ItemProcessor:\n      |\n');
    assert.ok(labels(text, path).includes('ProcessorConfig'));
    assert.match(accept(text, 'States', path), /ItemProcessor:\n {6}States:\n/);
  });

  it('stays quiet in comments', () => {
    assert.deepEqual(labels(yaml('    Type: Wait # |\n'), path), []);
  });
});
