import assert from 'node:assert/strict';
import { INTEGRATIONS, INTEGRATION_PATTERNS, integrationAction } from '../../src/catalog/integrations';
import { AWS_SDK_SERVICES } from '../../src/catalog/integrationsAwsSdk';

/** service:action, then the suffixes that AWS recognises. */
const PATTERNS: readonly [resource: string, suffixes: string][] = [
  ['lambda:invoke', ' .waitForTaskToken'],
  ['states:startExecution', ' .sync .sync:2 .waitForTaskToken'],
  ['glue:startJobRun', ' .sync'],
  ['dynamodb:updateItem', ''],
  ['ecs:runTask', ' .sync .waitForTaskToken'],
  ['sns:publish', ' .waitForTaskToken'],
  ['sqs:sendMessage', ' .waitForTaskToken'],
  ['events:putEvents', ' .waitForTaskToken'],
  ['athena:startQueryExecution', ' .sync'],
  ['athena:getQueryResults', ''],
  ['emr-serverless:startJobRun', ' .sync'],
  ['elasticmapreduce:addStep', ' .sync'],
  ['elasticmapreduce:cancelStep', ''],
  ['sagemaker:createEndpoint', ''],
  ['bedrockagentcore:invokeHarness', ''],
  ['http:invoke', ''],
  ['mediaconvert:createJob', ' .sync'],
];

const REQUIRED: readonly [resource: string, names: string][] = [
  ['lambda:invoke', 'FunctionName'],
  ['sqs:sendMessage', 'QueueUrl MessageBody'],
  ['sns:publish', 'Message'],
  ['dynamodb:putItem', 'TableName Item'],
  ['dynamodb:getItem', 'TableName Key'],
  ['states:startExecution', 'StateMachineArn'],
  ['events:putEvents', 'Entries'],
  ['ecs:runTask', 'TaskDefinition'],
  ['glue:startJobRun', 'JobName'],
];

function find(resource: string) {
  const [service = '', action = ''] = resource.split(':');
  return integrationAction(service, action);
}

describe('integrations', () => {
  for (const [resource, suffixes] of PATTERNS) {
    it(`know the patterns of ${resource}`, () => {
      const patterns = find(resource)?.patterns ?? [];
      const known = INTEGRATION_PATTERNS.filter(({ pattern }) => patterns.includes(pattern));
      assert.equal(known.map(({ suffix }) => suffix).join(' '), suffixes);
    });
  }

  for (const [resource, names] of REQUIRED) {
    it(`know what ${resource} requires`, () => {
      assert.equal(find(resource)?.required.join(' '), names);
    });
  }

  it('leave out what AWS has no optimized integration for', () => {
    for (const resource of [
      'glue:startCrawler',
      's3:getObject',
      'lambda:Invoke',
      'emr:addStep',
      'sfn:startExecution',
    ]) {
      assert.equal(find(resource), undefined, resource);
    }
  });

  it('spell actions in lower and parameters in upper camel case, each once', () => {
    for (const { service, actions, summary, source } of INTEGRATIONS.values()) {
      assert.match(summary, /^[A-Z].*\.$/, service);
      assert.ok(source, service);
      for (const action of actions.values()) {
        const parameters = [...action.required, ...action.expected, ...action.optional];
        assert.match(action.action, /^[a-z][A-Za-z]+$/);
        assert.match(action.summary, /^[A-Z].*\.$/, action.action);
        assert.equal(new Set(parameters).size, parameters.length, action.action);
        for (const name of parameters) assert.match(name, /^[A-Z][A-Za-z]+$/);
        assert.ok(action.patterns.includes('requestResponse'));
      }
    }
  });

  it('allow an Express machine the plain call alone', () => {
    assert.deepEqual(
      INTEGRATION_PATTERNS.filter(({ express }) => express).map(({ suffix }) => suffix),
      [''],
    );
  });

  it('spell the services and actions of the AWS SDK as its ARNs do', () => {
    for (const { service, actions } of AWS_SDK_SERVICES.values()) {
      assert.match(service, /^[a-z][a-z0-9]+$/);
      for (const action of actions) assert.match(action, /^[a-z][A-Za-z0-9]+$/, `${service}:${action}`);
    }
  });
});
