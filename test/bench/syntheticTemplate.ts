import { stringify } from 'yaml';
import { syntheticMachine } from './syntheticMachine';

type Json = Record<string, unknown>;

/**
 * A template of CloudFormation with 50 rules of four kinds, what they start, and two state machines written into
 * it: about 2,000 lines of YAML, as a busy account has them.
 */
export function syntheticTemplate(): string {
  const resources: Json = {
    Landing: {
      Type: 'AWS::S3::Bucket',
      Properties: { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } },
    },
    Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
    Lost: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1209600 } },
    Flow: machine({ DefinitionString: JSON.stringify(syntheticMachine(8, 'JSONPath'), null, 2) }),
    Load: machine({ Definition: syntheticMachine(4, 'JSONata') }),
    FlowRole: role('states.amazonaws.com', 'lambda:InvokeFunction', '*'),
    StartRole: role('events.amazonaws.com', 'states:StartExecution', { Ref: 'Flow' }),
    LostPolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Lost' }],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Action: 'sqs:SendMessage',
              Resource: { 'Fn::GetAtt': ['Lost', 'Arn'] },
            },
          ],
        },
      },
    },
  };
  for (let index = 0; index < 50; index++) Object.assign(resources, rule(index));
  return stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: resources });
}

function machine(definition: Json): Json {
  return {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: { RoleArn: { 'Fn::GetAtt': ['FlowRole', 'Arn'] }, ...definition },
  };
}

function role(service: string, action: string, on: unknown): Json {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'own',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: action, Resource: on }],
          },
        },
      ],
    },
  };
}

/** One rule with what it starts: a machine, a function with its permission, or a queue; or a schedule of a function. */
function rule(index: number): Json {
  const name = `Rule${index}`;
  const deadLetters = {
    DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['Lost', 'Arn'] } },
    RetryPolicy: { MaximumRetryAttempts: 20, MaximumEventAgeInSeconds: 3600 },
  };
  const called = {
    [`Step${index}`]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'python3.13',
        Handler: `step${index}.handler`,
        Role: { 'Fn::GetAtt': ['FlowRole', 'Arn'] },
        Timeout: 60,
        Code: { S3Bucket: 'code', S3Key: `step${index}.zip` },
      },
    },
    [`${name}Permission`]: {
      Type: 'AWS::Lambda::Permission',
      Properties: {
        FunctionName: { Ref: `Step${index}` },
        Action: 'lambda:InvokeFunction',
        Principal: 'events.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': [name, 'Arn'] },
      },
    },
  };
  const toFunction = [{ Id: 'step', Arn: { 'Fn::GetAtt': [`Step${index}`, 'Arn'] }, ...deadLetters }];
  const own = (properties: Json): Json => ({ [name]: { Type: 'AWS::Events::Rule', Properties: properties } });
  switch (index % 4) {
    case 0:
      return own({
        EventPattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail: {
            bucket: { name: [{ Ref: 'Landing' }] },
            object: { key: [{ prefix: `incoming/${index}/` }] },
          },
        },
        Targets: [
          {
            Id: 'flow',
            Arn: { Ref: 'Flow' },
            RoleArn: { 'Fn::GetAtt': ['StartRole', 'Arn'] },
            InputTransformer: {
              InputPathsMap: { bucket: '$.detail.bucket.name', key: '$.detail.object.key' },
              InputTemplate: '{ "bucket": <bucket>, "key": <key> }',
            },
            ...deadLetters,
          },
        ],
      });
    case 1:
      return {
        ...own({
          EventBusName: { Ref: 'Bus' },
          EventPattern: {
            source: [`shop.part${index}`],
            'detail-type': ['Order Placed', 'Order Changed'],
            detail: {
              total: [{ numeric: ['>', 100, '<=', 5000] }],
              country: [{ 'anything-but': ['DE', 'AT'] }],
            },
          },
          Targets: toFunction,
        }),
        ...called,
      };
    case 2:
      return { ...own({ ScheduleExpression: `cron(${index} 3 * * ? *)`, Targets: toFunction }), ...called };
    default:
      return own({
        EventPattern: {
          source: ['aws.glue'],
          'detail-type': ['Glue Job State Change'],
          detail: { jobName: [{ prefix: `part${index}-` }], state: ['FAILED', 'TIMEOUT'] },
        },
        Targets: [{ Id: 'lost', Arn: { 'Fn::GetAtt': ['Lost', 'Arn'] }, ...deadLetters }],
      });
  }
}
