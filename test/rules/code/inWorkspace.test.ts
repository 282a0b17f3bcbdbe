import assert from 'node:assert/strict';
import { locate } from '../../../src/model/locate';
import { fileFacts, WorkspaceGraph } from '../../../src/model/workspace';
import { lint, type Diagnostic } from '../../../src/rules/run';

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Load:
    Type: AWS::Serverless::Function
    Properties:
      Handler: load.handler
      CodeUri: src/
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.json
      DefinitionSubstitutions:
        LoadArn: !GetAtt Load.Arn
`;

const LISTENER = `  Finished:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue] }
`;

const FLOW = JSON.stringify({
  StartAt: 'Fetch',
  States: {
    Fetch: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: '\${LoadArn}' },
      End: true,
    },
  },
});

/** The findings in a handler, with or without the template and state machine around it. */
function findings(text: string, around?: { template: string }): Diagnostic[] {
  const path = 'app/src/load.py';
  const files: Record<string, string> = { [path]: text };
  if (around) Object.assign(files, { 'app/template.yaml': around.template, 'app/flow.asl.json': FLOW });
  const facts = Object.entries(files).flatMap(([name, content]) => {
    const located = locate({ path: name, text: content });
    return fileFacts(name, located, located.code) ?? [];
  });
  const workspace = around ? new WorkspaceGraph(facts) : undefined;
  return lint({ path, text }, { path, workspace });
}

const SWALLOWS = `import boto3
glue = boto3.client("glue")
def handler(event, context):
    try:
        glue.start_crawler(Name="raw")
    except Exception as error:
        print(error)
        return {"statusCode": 500}
`;

const NESTED = `import boto3
from botocore.exceptions import ClientError
glue = boto3.client("glue")
def handler(event, context):
    try:
        glue.get_table(DatabaseName="raw", Name=event["table"])
        try:
            glue.update_table(DatabaseName="raw", TableInput={"Name": event["table"]})
        except ClientError:
            print("kept")
    except Exception:
        raise
`;

const STARTS = `import boto3
s3 = boto3.client("s3")
glue = boto3.client("glue")
def handler(event, context):
    s3.copy_object(Bucket="raw", Key=event["key"], CopySource=event["source"])
    glue.start_job_run(JobName="load")
    return True
`;

describe('what the workspace knows about a handler', () => {
  it('makes a status code the answer to a state, which takes it for a success', () => {
    const rule = 'lambda/swallowed-exception';
    const [alone] = findings(SWALLOWS).filter((each) => each.rule === rule);
    assert.equal(alone.severity, 'info', 'nothing tells who calls it');
    const [found] = findings(SWALLOWS, { template: TEMPLATE }).filter((each) => each.rule === rule);
    assert.equal(found.severity, 'warning');
    assert.match(found.message, /the state "Fetch" sees a success/);
    assert.equal(found.related?.[0]?.uri, 'app/flow.asl.json');
  });

  it('makes a nested try of a task a warning that names the state without a "Retry"', () => {
    const nested = (around?: { template: string }): Diagnostic | undefined =>
      findings(NESTED, around).find(({ rule }) => rule === 'lambda/nested-try');
    assert.equal(nested()?.severity, 'info');
    assert.equal(nested({ template: TEMPLATE })?.severity, 'warning');
    assert.match(
      nested({ template: TEMPLATE })?.message ?? '',
      /the state "Fetch" that calls it has no "Retry"/,
    );
  });

  it('hears of the end of a job where a rule listens to its service', () => {
    const starts = (template: string): boolean =>
      findings(STARTS, { template }).some(({ rule }) => rule === 'lambda/fire-and-forget-start');
    assert.ok(starts(TEMPLATE));
    assert.ok(!starts(TEMPLATE + LISTENER));
  });

  it('names the state that could make the one call of a function by itself', () => {
    const rule = 'asl/lambda-proxy-for-sdk';
    const proxy = `import boto3
table = boto3.resource("dynamodb").Table("orders")
def handler(event, context):
    table.put_item(Item={"id": event["id"]})
`;
    const [found] = findings(proxy, { template: TEMPLATE }).filter((each) => each.rule === rule);
    assert.equal(found.severity, 'info');
    assert.match(
      found.message,
      /the state "Fetch" does without a function by "arn:aws:states:::dynamodb:putItem"/,
    );
    const alone = TEMPLATE.slice(0, TEMPLATE.indexOf('  Flow:'));
    assert.ok(!findings(proxy, { template: alone }).some((each) => each.rule === rule), 'no state calls it');
  });

  it('knows a durable function by the name that its template gives it', () => {
    const rule = 'durable/unqualified-invoke';
    const durable = `Resources:
  Order: { Type: AWS::Lambda::Function, Properties: { FunctionName: order, DurableConfig: { ExecutionTimeout: 60 } } }
`;
    const start = (name: string, more = ''): number =>
      findings(
        `import boto3
client = boto3.client("lambda")
def handler(event, context):
    client.invoke(FunctionName="${name}", InvocationType="Event"${more})
`,
        { template: durable },
      ).filter((each) => each.rule === rule).length;
    assert.equal(start('order'), 1);
    assert.equal(start('arn:aws:lambda:eu-west-1:111122223333:function:order'), 1);
    assert.equal(start('order:live'), 0);
    assert.equal(start('order', ', Qualifier="live"'), 0);
    assert.equal(start('other'), 0);
  });
});
