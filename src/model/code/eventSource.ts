import type { Expression, FunctionUnit, Program } from '../../syntax/code/ast';
import { dottedName, walkBlock } from '../../syntax/code/walk';
import type { Names } from './names';

/**
 * Who calls a handler, as far as its code tells. `reply`: one who reads what is returned and knows nothing of
 * a thrown error (Cognito, Bedrock agents, AppSync, S3 Batch, Firehose, CodePipeline …); `direct`: the event
 * is read and is nobody's known shape, so Step Functions or another program; `elsewhere`: it is handed to code
 * that cannot be seen; `unread`: nothing of it is read.
 */
export type EventSource =
  | 'http'
  | 'authorizer'
  | 'customResource'
  | 'reply'
  | 'sqs'
  | 'sns'
  | 's3'
  | 'kinesis'
  | 'dynamodb'
  | 'records'
  | 'eventbridge'
  | 'logs'
  | 'direct'
  | 'elsewhere'
  | 'unread';

/** Sources that deliver an event at least once, and again when the handler fails. */
export const AT_LEAST_ONCE: ReadonlySet<EventSource> = new Set<EventSource>([
  'sqs',
  'sns',
  's3',
  'kinesis',
  'dynamodb',
  'records',
  'eventbridge',
]);

const CUSTOM_RESOURCE = ['RequestType', 'ResponseURL', 'ResourceProperties', 'PhysicalResourceId'];
const HTTP = [
  'httpMethod', 'requestContext', 'pathParameters', 'queryStringParameters', 'multiValueQueryStringParameters',
  'rawPath', 'rawQueryString', 'routeKey', 'headers', 'multiValueHeaders', 'isBase64Encoded', 'body', 'stageVariables', 'cookies',
]; // prettier-ignore
const AUTHORIZER = ['authorizationToken', 'methodArn', 'routeArn', 'identitySource'];
const REPLY = [
  'triggerSource', 'userPoolId', 'sessionState', 'currentIntent', 'bot', 'actionGroup', 'apiPath', 'messageVersion', 'typeName',
  'fieldName', 'arguments', 'identity', 'invocationSchemaVersion', 'CodePipeline.job', 'deliveryStreamArn', 'getObjectContext',
  'Details', 'LifecycleEventHookExecutionId', 'DeploymentId', 'invokingEvent', 'info', 'rotationToken', 'ClientRequestToken',
]; // prettier-ignore
const TYPES: readonly [RegExp, EventSource][] = [
  [
    /\bCloudFormationCustomResource|\bcfn-?response\b|\bcrhelper\b|\bcfnresponse\b|\bCdkCustomResource/,
    'customResource',
  ],
  [/\b(?:APIGatewayRequestAuthorizer|APIGatewayTokenAuthorizer|APIGatewayAuthorizer)\w*/, 'authorizer'],
  [
    /\b(?:APIGateway(?:Proxy|Event|Rest|Http)\w*|ALBEvent|ALBResolver|LambdaFunctionURL\w*|VPCLattice\w*|serverless-http|serverless-express|aws-serverless-express|Mangum|awsgi|apig_wsgi|streamifyResponse)\b/,
    'http',
  ],
  [
    /\b(?:AppSyncResolver\w*|BedrockAgent\w*|CloudFront(?:Request|Response)\w*|(?:PreSignUp|PostConfirmation|PreTokenGeneration|UserMigration|CustomMessage|PreAuthentication|PostAuthentication)\w*TriggerEvent|FirehoseTransformation\w*)\b/,
    'reply',
  ],
  [/\bSQS(?:Event|Handler)\b/, 'sqs'],
  [/\bSNS(?:Event|Handler)\b/, 'sns'],
  [/\bS3(?:Event|Handler)\b/, 's3'],
  [/\b(?:EventBridgeEvent|EventBridgeHandler|ScheduledEvent|ScheduledHandler)\b/, 'eventbridge'],
  [/\bDynamoDB(?:Stream(?:Event|Handler)|StreamEvent)\b/, 'dynamodb'],
  [/\bKinesisStream(?:Event|Handler)\b/, 'kinesis'],
];

/** The source that the types and modules say which a file names. */
export function typedSource({ text }: Program): EventSource | undefined {
  return TYPES.find(([type]) => type.test(text))?.[1];
}

/** Who calls a handler by what it reads of its event, or by the types that the file names. */
export function eventSourceOf(
  handler: FunctionUnit,
  typed: EventSource | undefined,
  names: Names,
): EventSource {
  const { keys, records, isHandedOn } = eventKeys(handler, names);
  const reads = (wanted: readonly string[]): boolean => wanted.some((key) => keys.has(key));
  if (typed === 'customResource' || reads(CUSTOM_RESOURCE)) return 'customResource';
  if (reads(AUTHORIZER)) return 'authorizer';
  if (typed) return typed;
  if (reads(HTTP)) return 'http';
  if (keys.has('Records') || keys.has('records')) return recordSource(records);
  if (reads(REPLY)) return 'reply';
  if (keys.has('awslogs')) return 'logs';
  if (keys.has('detail') || keys.has('detail-type') || keys.has('detailType')) return 'eventbridge';
  if (keys.size > 0) return 'direct';
  if (answersWeb(names)) return 'http';
  return isHandedOn ? 'elsewhere' : 'unread';
}

/** True where a function of the file returns what only a web server understands: a status with headers. */
function answersWeb(names: Names): boolean {
  return names.functions.some((unit) =>
    names.returnsOf(unit).some((value) => {
      const object = value.kind === 'name' ? names.objectOf(value.name, unit) : value;
      if (object?.kind !== 'object') return false;
      const has = (wanted: string): boolean => object.entries.some(({ key }) => key === wanted);
      return has('statusCode') && has('headers');
    }),
  );
}

function recordSource(records: ReadonlySet<string>): EventSource {
  if (records.has('cf') || records.has('recordId')) return 'reply';
  if (records.has('s3')) return 's3';
  if (records.has('Sns')) return 'sns';
  if (records.has('kinesis')) return 'kinesis';
  if (records.has('dynamodb')) return 'dynamodb';
  return records.has('body') || records.has('receiptHandle') || records.has('messageId') ? 'sqs' : 'records';
}

/** Calls that only show an event or write it down. */
const SHOWS =
  /^(?:print|pprint(?:\.pprint)?|str|repr|len|type|isinstance|json\.dumps|JSON\.stringify|util\.inspect|inspect|console\.\w+|(?:.*\.)?log(?:ger|ging)?\.\w+|log)$/i;

/** The first names read of an event, and those read of anything else in a file that goes through records. */
function eventKeys(
  handler: FunctionUnit,
  names: Names,
): { keys: Set<string>; records: Set<string>; isHandedOn: boolean } {
  const keys = new Set<string>();
  const records = new Set<string>();
  let isHandedOn = false;
  const seen = new Set<string>();

  const inUnit = (unit: FunctionUnit, index: number): void => {
    const parameter = unit.parameters[index];
    const mark = `${unit.span.start}:${index}`;
    if (!parameter || seen.has(mark)) return;
    seen.add(mark);
    const events = new Set(parameter.name ? [parameter.name] : []);
    if (parameter.pattern?.kind === 'object') addPattern(parameter.pattern, keys);
    walkBlock(unit.body, {
      intoFunctions: true,
      statement: (statement) => {
        if (
          statement.kind !== 'assign' ||
          statement.value.kind !== 'name' ||
          !events.has(statement.value.name)
        )
          return;
        for (const target of statement.targets) {
          if (target.kind === 'name') events.add(target.name);
          if (target.kind === 'object') addPattern(target, keys);
        }
      },
      expression: (expression) => {
        const read = access(expression);
        if (read) {
          records.add(read.key);
          if (read.object.kind === 'name' && events.has(read.object.name)) keys.add(read.key);
        }
        if (expression.kind === 'object')
          for (const entry of expression.entries) if (entry.key) records.add(entry.key);
        if (expression.kind === 'other' && expression.operators.includes('in')) {
          const [left, right] = expression.parts;
          if (left?.kind === 'string' && right?.kind === 'name' && events.has(right.name))
            keys.add(left.value);
        }
        if (expression.kind === 'call') {
          const callee =
            expression.callee.kind === 'name' || expression.callee.kind === 'member'
              ? expression.callee.name
              : '';
          expression.arguments.forEach(({ value }, at) => {
            if (value.kind !== 'name' || !events.has(value.name)) return;
            const known = names.functionsNamed(callee).length > 0;
            if (!known && !SHOWS.test(dottedName(expression.callee) ?? callee)) isHandedOn = true;
            for (const callable of names.functionsNamed(callee)) {
              const self = /^(?:self|cls)$/.test(callable.parameters[0]?.name ?? '') ? 1 : 0;
              inUnit(callable, at + self);
            }
          });
        }
      },
    });
  };

  const self = /^(?:self|cls)$/.test(handler.parameters[0]?.name ?? '') ? 1 : 0;
  inUnit(handler, self);
  return { keys, records, isHandedOn };
}

function addPattern(pattern: Expression, keys: Set<string>): void {
  if (pattern.kind === 'object') for (const { key } of pattern.entries) if (key) keys.add(key);
}

/** `x.key`, `x["key"]` and `x.get("key")` as object and key. */
function access(expression: Expression): { object: Expression; key: string } | undefined {
  if (expression.kind === 'member' && expression.name !== 'get')
    return { object: expression.object, key: expression.name };
  if (expression.kind === 'index' && expression.indexes[0]?.kind === 'string') {
    return { object: expression.object, key: expression.indexes[0].value };
  }
  if (expression.kind === 'call' && expression.callee.kind === 'member' && expression.callee.name === 'get') {
    const [first] = expression.arguments;
    if (first?.value.kind === 'string') return { object: expression.callee.object, key: first.value.value };
  }
  return undefined;
}
