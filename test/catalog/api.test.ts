import assert from 'node:assert/strict';
import { statSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateRawSync } from 'node:zlib';
import { actionName, exceptionName, memberName, serviceName } from '../../scripts/catalog/naming';
import { EXCEPTION_PREFIXES, UNSUPPORTED } from '../../scripts/catalog/services';
import { ApiArchive } from '../../src/catalog/api/archive';
import { apiAction, apiDate, apiOfOptimized, apiService, apiServices } from '../../src/catalog/api';
import { AWS_SDK_SERVICES } from '../../src/catalog/integrationsAwsSdk';
import { INTEGRATIONS } from '../../src/catalog/integrations';
import type { ApiType } from '../../src/catalog/api';
import { readyApi } from '../support/assets';

const FILE = new URL('../../src/catalog/api/actions.bin', import.meta.url);

/** How the documentation of Step Functions, and workflows that run, spell services. */
const SERVICES: readonly [sdkId: string, name: string][] = [
  ['SFN', 'sfn'],
  ['CloudWatch Logs', 'cloudwatchlogs'],
  ['EventBridge', 'eventbridge'],
  ['Elastic Load Balancing v2', 'elasticloadbalancingv2'],
  ['Cost Explorer', 'costexplorer'],
  ['Config Service', 'config'],
  ['Database Migration Service', 'databasemigration'],
  ['Lex Runtime Service', 'lexruntime'],
  ['b2bi', 'b2bi'],
  ['ACM PCA', 'acmpca'],
];

const ACTIONS: readonly [operation: string, name: string][] = [
  ['CreateDBSnapshot', 'createDBSnapshot'],
  ['ListObjectsV2', 'listObjectsV2'],
  ['StartSyncExecution', 'startSyncExecution'],
];

const MEMBERS: readonly [member: string, name: string][] = [
  ['stateMachineArn', 'StateMachineArn'],
  ['DBInstanceIdentifier', 'DbInstanceIdentifier'],
  ['equals', 'EqualsValue'],
  ['default', 'DefaultValue'],
  ['BOOL', 'BOOL'],
  // Only what a name begins with is made small before its first letter is made big.
  ['VolumeSizeInGB', 'VolumeSizeInGB'],
  ['TemplateURL', 'TemplateURL'],
  ['TargetGroupARNs', 'TargetGroupARNs'],
  ['SSEKMSKeyId', 'SsekmsKeyId'],
  ['ETag', 'ETag'],
  ['topP', 'TopP'],
  ['OSReleaseLabel', 'OsReleaseLabel'],
  ['awsvpcConfiguration', 'AwsvpcConfiguration'],
  ['s3BucketName', 'S3BucketName'],
];

const ERRORS: readonly [error: string, name: string][] = [
  ['BucketAlreadyExists', 'BucketAlreadyExistsException'],
  ['EntityNotFoundException', 'EntityNotFoundException'],
  ['DBInstanceNotFoundFault', 'DbInstanceNotFoundException'],
];

const REQUIRED: readonly [service: string, action: string, names: string][] = [
  ['sfn', 'startExecution', 'StateMachineArn'],
  ['s3', 'copyObject', 'Bucket CopySource Key'],
  ['s3', 'listBuckets', ''],
  ['glue', 'startCrawler', 'Name'],
  ['batch', 'submitJob', 'JobName JobQueue JobDefinition'],
  ['rds', 'createDBSnapshot', 'DbSnapshotIdentifier DbInstanceIdentifier'],
  ['redshiftdata', 'executeStatement', 'Sql'],
  // The SDK makes up what only tells a repeated call from a new one.
  ['efs', 'createFileSystem', ''],
  ['servicecatalog', 'provisionProduct', 'ProvisionedProductName'],
  ['route53resolver', 'createResolverEndpoint', 'SecurityGroupIds Direction IpAddresses'],
  ['athena', 'stopQueryExecution', 'QueryExecutionId'],
  ['route53', 'createHostedZone', 'Name CallerReference'],
];

function requiredOf(service: string, action: string): string {
  const members = apiAction(service, action)?.input.members.values() ?? [];
  return Array.from(members, ({ name, required }) => (required ? name : ''))
    .filter(Boolean)
    .join(' ');
}

describe('the catalogue of API actions', () => {
  before(readyApi);

  it('has all services that AWS lists, and says of what day it is', () => {
    assert.match(apiDate() ?? '', /^20\d\d-\d\d-\d\d$/);
    const missing = EXCEPTION_PREFIXES.filter(
      (prefix) => apiService(prefix.toLowerCase())?.prefix !== prefix,
    );
    assert.deepEqual(missing, []);
    assert.ok(EXCEPTION_PREFIXES.every((prefix) => apiService(prefix.toLowerCase())?.listed));
  });

  it('has more than fifteen thousand actions, and those of all listed services but the retired', () => {
    const all = [...apiServices()];
    const actions = all.reduce((sum, service) => sum + service.actions.length, 0);
    assert.ok(actions > 15_000, `${actions} actions`);
    const empty = all.filter((service) => service.actions.length === 0);
    assert.ok(empty.length < 20, empty.map(({ service }) => service).join(' '));
  });

  it('knows every service and action that is offered as a frequent one', () => {
    for (const { service, actions } of AWS_SDK_SERVICES.values()) {
      assert.ok(apiService(service)?.listed, service);
      for (const action of actions) assert.ok(apiAction(service, action), `${service}:${action}`);
    }
  });

  it('leaves out what Step Functions does not support', () => {
    for (const [service, operations] of Object.entries(UNSUPPORTED)) {
      assert.ok(apiService(service), service);
      for (const operation of operations.split(' ')) {
        assert.equal(apiAction(service, actionName(operation)), undefined, `${service}:${operation}`);
      }
    }
    assert.ok(apiAction('kinesis', 'putRecords'));
    // Streams of events, which the page does not name one by one.
    assert.equal(apiAction('cloudwatchlogs', 'getLogObject'), undefined);
    assert.equal(apiAction('bedrockruntime', 'invokeModelWithBidirectionalStream'), undefined);
    assert.ok(apiAction('s3', 'getObject'));
    assert.ok(apiAction('polly', 'synthesizeSpeech'));
  });

  for (const [sdkId, name] of SERVICES) {
    it(`spells the service ${sdkId} as ARNs do`, () => {
      assert.equal(serviceName(sdkId), name);
      assert.ok(apiService(name));
    });
  }

  it('spells actions, parameters and errors as Step Functions does', () => {
    for (const [operation, name] of ACTIONS) assert.equal(actionName(operation), name);
    for (const [member, name] of MEMBERS) assert.equal(memberName(member), name);
    for (const [error, name] of ERRORS) assert.equal(exceptionName(error), name);
    for (const { actions } of apiServices()) for (const action of actions) assert.match(action, /^[a-z]\w*$/);
  });

  for (const [service, action, names] of REQUIRED) {
    it(`knows what ${service}:${action} requires`, () => assert.equal(requiredOf(service, action), names));
  }

  it('knows nested structures, enumerations, answers and errors', () => {
    const glue = apiAction('glue', 'startJobRun');
    assert.deepEqual(glue?.input.members.get('Arguments')?.type, { kind: 'map', of: { kind: 'string' } });
    assert.deepEqual([...(glue?.output.members.keys() ?? [])], ['JobRunId']);
    assert.ok(glue?.errors.includes('Glue.EntityNotFoundException'));
    assert.ok(apiAction('s3', 'getObject')?.errors.includes('S3.NoSuchKeyException'));
    const item = apiAction('dynamodb', 'putItem')?.input.members.get('Item')?.type;
    assert.ok(item?.kind === 'map' && item.of.kind === 'structure' && item.of.members.has('S'));
    const type = apiAction('sfn', 'createStateMachine')?.input.members.get('Type')?.type;
    assert.deepEqual(type, { kind: 'enum', values: ['STANDARD', 'EXPRESS'] });
  });

  it('knows the parameters that the optimized integrations name', () => {
    for (const { service, actions } of INTEGRATIONS.values()) {
      for (const { action, required, expected, optional } of actions.values()) {
        const members = apiOfOptimized(service, action)?.input.members;
        const unknown = [...required, ...expected, ...optional].filter(
          (name) => members?.has(name) === false,
        );
        assert.deepEqual(unknown, [], `${service}:${action}`);
      }
    }
  });

  it('knows requests that optimized integrations have of their own', () => {
    const required = (service: string, action: string): string[] =>
      Array.from(apiOfOptimized(service, action)?.input.members.values() ?? [])
        .filter((member) => member.required)
        .map(({ name }) => name);
    assert.deepEqual(required('elasticmapreduce', 'addStep'), ['ClusterId', 'Step']);
    assert.deepEqual(required('elasticmapreduce', 'createCluster'), ['Name', 'Instances']);
    assert.deepEqual(required('bedrock', 'invokeModel'), ['ModelId']);
    assert.ok(apiOfOptimized('bedrock', 'invokeModel')?.input.members.has('Output'));
    assert.equal(apiOfOptimized('http', 'invoke'), undefined);
  });

  it('reads every action of every service, in structures of known types', () => {
    const kinds = new Set<string>();
    const seen = new Set<ApiType>();
    const visit = (type: ApiType): void => {
      if (seen.has(type)) return;
      seen.add(type);
      kinds.add(type.kind);
      if (type.kind === 'list' || type.kind === 'map') visit(type.of);
      else if (type.kind === 'structure') {
        for (const member of type.members.values()) {
          assert.match(member.name, /^[A-Z]\w*$/);
          visit(member.type);
        }
      }
    };
    for (const { service, prefix, actions } of apiServices()) {
      for (const name of actions) {
        const action = apiAction(service, name);
        assert.ok(action, `${service}:${name}`);
        visit(action.input);
        visit(action.output);
        for (const error of action.errors) assert.match(error, new RegExp(`^${prefix}\\.\\w+Exception$`));
      }
    }
    assert.deepEqual([...kinds].sort(), [
      ...['any', 'blob', 'boolean', 'enum', 'list', 'map', 'number', 'string', 'structure', 'timestamp'],
    ]);
  });

  it('takes at most 80 MB of memory when everything has been asked for', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const bytes = readFileSync(FILE);
    collect();
    const before = process.memoryUsage().heapUsed;
    const archive = new ApiArchive(bytes);
    for (const { service, actions } of archive.services) archive.action(service, actions[0]);
    collect();
    assert.ok(process.memoryUsage().heapUsed - before < 80_000_000);
    assert.ok(archive.service('sfn'));
  });

  it('takes at most 650 kB of the package', () => {
    assert.ok(statSync(FILE).size < 1_250_000);
    assert.ok(deflateRawSync(readFileSync(FILE)).length < 650_000);
  });
});
