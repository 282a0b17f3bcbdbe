import assert from 'node:assert/strict';
import { apiDate } from '../../src/catalog/api';
import { complete, type Item } from '../../src/language/completion';
import { LanguageDocument } from '../../src/language/document';
import { hover } from '../../src/language/hover';
import { accept as acceptItem } from '../support/accept';
import { readyApi } from '../support/assets';
import { documentAt } from '../support/documents';
import { readCursor } from '../support/marks';

const task = (resource: string, more: string): string =>
  `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::${resource}", ${more}}}}`;
const jsonata = (text: string): string => text.replace('{', '{"QueryLanguage": "JSONata", ');
const yaml = (resource: string, more: string): string =>
  `StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::${resource}\n${more}`;
const template = (resource: string, more: string): string =>
  `Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n${yaml(resource, more).replace(/^/gm, '        ')}`;

function itemsAt(marked: string, path = 'a.asl.json'): { text: string; items: Item[] } {
  const { text, offset } = readCursor(marked);
  return { text, items: complete(new LanguageDocument({ path, text }), offset) };
}

const labels = (marked: string, path?: string): string[] =>
  itemsAt(marked, path).items.map(({ label }) => label);

function accept(marked: string, label: string, path?: string): string {
  const { text, items } = itemsAt(marked, path);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `no "${label}" among ${items.map((one) => one.label).join(', ')}`);
  return acceptItem(text, item);
}

function assertOffers(marked: string, wanted: readonly string[], path?: string): void {
  const found = labels(marked, path);
  assert.deepEqual(found.slice(0, wanted.length), wanted);
}

describe('completion of API actions', () => {
  before(readyApi);

  it('offers the services, and a service as the beginning of an action', () => {
    const marked = task('|', '"End": true').replace('arn:aws:states:::', 'arn:aws:states:::aws-sdk:');
    const { items } = itemsAt(marked);
    const service = items.find(({ label }) => label === 'aws-sdk:redshiftdata:');
    assert.ok(service?.asksOn);
    assert.ok(items.filter(({ label }) => /^aws-sdk:\w+:$/.test(label)).length > 300);
  });

  it('offers the actions of a service that is named, frequent ones first, with their patterns', () => {
    const found = labels(task('aws-sdk:glue:|', '"End": true'));
    assert.ok(found.length > 400);
    assert.ok(found.includes('aws-sdk:glue:getTables'));
    assert.ok(found.includes('aws-sdk:glue:startCrawler.waitForTaskToken'));
    assert.ok(found.indexOf('aws-sdk:glue:startCrawler') < found.indexOf('aws-sdk:glue:getTables'));
    assert.ok(found.every((label) => label.startsWith('aws-sdk:glue:')));
    assert.equal(
      accept(task('aws-sdk:glue:getTa|', '"End": true'), 'aws-sdk:glue:getTables'),
      task('aws-sdk:glue:getTables', '"End": true'),
    );
  });

  it('offers parameters, required ones first, by a path as well in JSONPath', () => {
    assertOffers(task('aws-sdk:s3:copyObject', '"Parameters": {|}'), [
      ...['Bucket', 'CopySource', 'Key', 'Bucket.$', 'CopySource.$', 'Key.$'],
    ]);
    assertOffers(jsonata(task('aws-sdk:s3:copyObject', '"Arguments": {"Key": "k", |}')), [
      'Bucket',
      'CopySource',
    ]);
    assertOffers(task('glue:startJobRun.sync', '"Parameters": {|}'), ['JobName', 'JobName.$', 'Arguments']);
  });

  it('offers parameters inside parameters, in lists and in objects by name', () => {
    assertOffers(task('aws-sdk:s3:deleteObjects', '"Parameters": {"Delete": {|}}'), [
      'Objects',
      'Objects.$',
      'Quiet',
    ]);
    assertOffers(task('aws-sdk:s3:deleteObjects', '"Parameters": {"Delete": {"Objects": [{"|"}]}}'), ['Key']);
    assertOffers(task('dynamodb:putItem', '"Parameters": {"Item": {"id": {|}}}'), ['S']);
    assert.deepEqual(labels(task('dynamodb:putItem', '"Parameters": {"Item": {|}}')), []);
  });

  it('offers words and true and false as values', () => {
    assert.deepEqual(labels(task('aws-sdk:sfn:createStateMachine', '"Parameters": {"Type": "|"}')), [
      ...['STANDARD', 'EXPRESS'],
    ]);
    assert.deepEqual(labels(task('aws-sdk:ec2:stopInstances', '"Parameters": {"Force": |}')), [
      'true',
      'false',
    ]);
    assert.deepEqual(
      labels(yaml('aws-sdk:ec2:stopInstances', '    Parameters:\n      Force: |\n'), 'a.asl.yaml'),
      [...['true', 'false']],
    );
  });

  it('writes what a parameter requires, in JSON and YAML', () => {
    assert.equal(
      accept(task('aws-sdk:s3:deleteObjects', '"Parameters": {"Bucket": "b", |}'), 'Delete'),
      task(
        'aws-sdk:s3:deleteObjects',
        '"Parameters": {"Bucket": "b", "Delete": { "Objects": [{ "Key": "" }] }}',
      ),
    );
    assert.equal(
      accept(
        yaml('aws-sdk:s3:deleteObjects', '    Parameters:\n      Bucket: b\n      |\n'),
        'Delete',
        'a.asl.yaml',
      ),
      yaml(
        'aws-sdk:s3:deleteObjects',
        '    Parameters:\n      Bucket: b\n      Delete:\n        Objects:\n          - Key: \n',
      ),
    );
  });

  it('does so in a template', () => {
    assertOffers(
      template('aws-sdk:s3:getObject', '    Parameters:\n      |\n    End: true\n'),
      ['Bucket', 'Key', 'Bucket.$', 'Key.$'],
      'template.yaml',
    );
  });

  it('offers the errors that the calls of a state report', () => {
    const sdk = labels(task('aws-sdk:s3:getObject', '"Catch": [{"ErrorEquals": ["|"]}]'));
    assert.ok(sdk.indexOf('S3.NoSuchKeyException') < sdk.indexOf('States.Timeout'));
    assert.ok(sdk.includes('S3.InvalidObjectStateException') && sdk.includes('S3.SdkClientException'));
    const optimized = labels(task('dynamodb:putItem', '"Catch": [{"ErrorEquals": ["|"]}]'));
    assert.ok(optimized.includes('DynamoDB.ItemCollectionSizeLimitExceededException'));
    assert.ok(!optimized.includes('DynamoDb.ItemCollectionSizeLimitExceededException'));
  });
});

describe('hover on API actions', () => {
  before(readyApi);

  const markdownAt = (marked: string, path = 'a.asl.json'): string => {
    const { document, offset } = documentAt(marked, path);
    return hover(document, offset)?.markdown ?? '';
  };

  it('says what a resource calls, what it requires and of what day that is', () => {
    const found = markdownAt(task('aws-sdk:glue:start|Crawler', '"End": true'));
    assert.match(found, /^\*\*glue:startCrawler\*\* · AWS SDK integration/);
    assert.match(found, /Requires `Name`\./);
    assert.match(found, /`\.waitForTaskToken`/);
    assert.ok(found.includes('services/glue/model/StartCrawlerRequest.html'));
    assert.ok(found.includes(`API models of ${apiDate()}`));
    assert.ok(markdownAt(task('sqs:send|Message', '"End": true')).includes(`API models of ${apiDate()}`));
  });

  it('does not say of an unknown service or action that it is called', () => {
    const meaning = (resource: string): string => markdownAt(task(resource, '"End": true')).split('\n')[2];
    const models = `The API models of ${apiDate()} have`;
    assert.equal(
      meaning('aws-sdk:s3:get|Objekt'),
      `${models} no action "getObjekt" of "s3" that Step Functions can call.`,
    );
    assert.equal(meaning('aws-sdk:dyna|mo:getItem'), `${models} no service "dynamo".`);
    assert.equal(meaning('aws-sdk:s3:get|Object'), 'Calls the API action GetObject of Amazon S3.');
    assert.equal(meaning('aws-sdk:${Service}:r|un'), 'Calls the API action Run.');
  });

  it('says what a parameter takes, at any depth', () => {
    const nested = markdownAt(
      jsonata(task('aws-sdk:s3:deleteObjects', '"Arguments": {"Delete": {"Obj|ects": []}}')),
    );
    assert.match(nested, /^\*\*Objects\*\* · list of object · required/);
    assert.match(nested, /Requires `Key`\./);
    const named = markdownAt(
      task('glue:startJobRun.sync', '"Parameters": {"JobName": "load", "Arg|uments": {}}'),
    );
    assert.match(named, /^\*\*Arguments\*\*[^]*Parameter of `glue:startJobRun`/);
    const word = markdownAt(
      yaml('aws-sdk:sfn:createStateMachine', '    Parameters:\n      Ty|pe.$: $.t\n'),
      'a.asl.yaml',
    );
    assert.match(word, /^\*\*Type\*\* · one of some words\n/);
    assert.match(word, /One of `STANDARD`, `EXPRESS`\./);
  });

  it('says whose an error is', () => {
    const found = markdownAt(
      task('aws-sdk:s3:getObject', '"Catch": [{"ErrorEquals": ["S3.Invalid|ObjectStateException"]}]'),
    );
    assert.match(
      found,
      /^\*\*S3\.InvalidObjectStateException\*\* · error name\n\nAn error that S3 reports\./,
    );
  });

  it('has no card for a name that the API does not have', () => {
    assert.equal(markdownAt(task('aws-sdk:s3:getObject', '"Parameters": {"Buc|ke": "b"}')), '');
  });
});
