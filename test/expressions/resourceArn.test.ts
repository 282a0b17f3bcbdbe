import assert from 'node:assert/strict';
import { parseResourceArn } from '../../src/expressions/resourceArn';
import { expectNone, expectProblems } from './expectProblems';

describe('Resource ARNs', () => {
  const ARNS: Readonly<Record<string, string>> = {
    'arn:aws:states:::lambda:invoke': 'optimized lambda invoke requestResponse',
    'arn:aws-cn:states:::ecs:runTask.sync': 'optimized ecs runTask sync',
    'arn:aws:states:::states:startExecution.sync:2': 'optimized states startExecution sync:2',
    'arn:aws:states:eu-west-1:123456789012:sqs:sendMessage.waitForTaskToken':
      'optimized sqs sendMessage waitForTaskToken',
    'arn:aws:states:::aws-sdk:s3:listBuckets': 'sdk s3 listBuckets requestResponse',
    'arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken': 'sdk sfn startExecution waitForTaskToken',
    'arn:${AWS::Partition}:states:::dynamodb:getItem': 'optimized dynamodb getItem requestResponse dynamic',
    'arn:aws:states:::${Service}:${Action}': 'optimized ${Service} ${Action} requestResponse dynamic',
    'arn:aws:states:::lambda:invoke${Suffix}': 'optimized lambda invoke${Suffix} requestResponse dynamic',
    'arn:aws:lambda:eu-west-1:123456789012:function:resize': 'lambda name=resize',
    'arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:resize:live':
      'lambda name=resize qualifier=live',
    'arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}': 'lambda name=${Name} dynamic',
    'arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:load': 'lambda name=load dynamic',
    'arn:aws:states:#{AWS::Region}:#{AWS::AccountId}:activity:sign': 'activity name=sign dynamic',
    'arn:aws:states:eu-west-1:123456789012:activity:approve': 'activity name=approve',
    'arn:aws:${Service}:eu-west-1:123456789012:topic': 'other dynamic',
    'arn:aws:lambda:eu-west-1:123456789012:${Function}': 'other dynamic',
    '${ResizeFunctionArn}': 'other dynamic',
  };
  for (const [text, expected] of Object.entries(ARNS)) {
    it(text, () => {
      const { kind, service, action, pattern, dynamic, parts, problems } = parseResourceArn(text);
      const names = [
        parts.name && `name=${parts.name.text}`,
        parts.qualifier && `qualifier=${parts.qualifier.text}`,
      ];
      const shown = [kind, service, action, pattern, ...names, dynamic && 'dynamic']
        .filter(Boolean)
        .join(' ');
      assert.equal(shown, expected);
      assert.deepEqual(problems, []);
      for (const part of Object.values(parts)) {
        if (part !== undefined) assert.equal(text.slice(part.start, part.end), part.text);
      }
    });
  }

  describe('problems', () => {
    expectProblems(
      {
        '«my-function»': '"my-function" is not the ARN',
        '«arn:aws:states»': 'is not the ARN',
        '«arn:aws:states:::lambda»': 'names no action',
        '«arn:aws:states:::lambda:»': 'names no action',
        '«arn:aws:states:::aws-sdk:s3:»': 'names no action',
        '«arn:aws:states:::aws-sdk:s3:.waitForTaskToken»': 'names no action',
        '«arn:aws:states:::aws-sdk::listBuckets»': 'names no service',
        'arn:aws:«sns»:eu-west-1:123456789012:topic': 'A Task calls nothing of "sns" by an ARN like this',
        'arn:aws:«sqs»:eu-west-1:123456789012:${Queue}': 'A Task calls nothing of "sqs"',
        'arn:aws:«s3»:::bucket': 'A Task calls nothing of "s3"',
        'arn:aws:lambda:eu-west-1:123456789012:«layer»:numpy:3': '"layer" of AWS Lambda',
        '«arn:aws:lambda:eu-west-1:123456789012:function»': 'names no function',
        '«arn:aws:lambda:eu-west-1:123456789012:function:»': 'names no function',
        '«arn:aws:states:eu-west-1:123456789012:activity:»': 'names no activity',
        'arn:aws:states:eu-west-1:123456789012:«stateMachine»:child': 'states:startExecution',
        'arn:aws:states:eu-west-1:123456789012:«execution»:child:1': 'states:startExecution',
        'arn:aws:states:::lambda:invoke«.waitForTasktoken»': 'is not an integration pattern',
      },
      (text) => parseResourceArn(text).problems,
    );
    expectNone(
      [
        'arn:aws:states:::${Integration}',
        'arn:aws:states:::lambda:invoke.${Pattern}',
        'arn:aws:lambda:${Region}:${Account}:function:${Name}',
        'arn:aws:states:${Region}:${Account}:activity:${Name}',
        'arn:aws:lambda:REGION:ACCOUNT_ID:function:FUNCTION_NAME',
        'arn:aws:{{service}}:eu-west-1:123456789012:load',
      ],
      (text) => parseResourceArn(text).problems,
    );
    it('a pattern is suggested', () => {
      const [{ suggestion }] = parseResourceArn('arn:aws:states:::lambda:invoke.waitForTasktoken').problems;
      assert.equal(suggestion, '.waitForTaskToken');
    });
  });
});
