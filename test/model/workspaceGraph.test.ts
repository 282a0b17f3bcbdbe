import assert from 'node:assert/strict';
import { CodeFile } from '../../src/model/code';
import { locate } from '../../src/model/locate';
import { fileFacts, WorkspaceGraph } from '../../src/model/workspace';
import { parsePython } from '../../src/syntax/code/python';

const FILES: Readonly<Record<string, string>> = {
  'app/template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Enrich:
    Type: AWS::Serverless::Function
    Properties:
      Handler: enrich.handler
      CodeUri: src/
  Other:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: other-function
      Handler: other.main
      Code: src
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flows/flow.asl.json
      DefinitionSubstitutions:
        EnrichArn: !GetAtt Enrich.Arn
      Events:
        Nightly:
          Type: Schedule
          Properties: { Schedule: rate(1 day) }
  Finished:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue] }
      Targets:
        - { Id: a, Arn: !GetAtt Other.Arn }
  Load:
    Type: AWS::Glue::Job
    Properties:
      Command: { Name: glueetl, ScriptLocation: s3://bucket/scripts/load.py }
  Start:
    Type: AWS::Glue::Trigger
    Properties:
      Type: ON_DEMAND
      WorkflowName: !Ref Pipeline
      Actions: [{ JobName: !Ref Load }]
  Pipeline:
    Type: AWS::Glue::Workflow
`,
  'app/flows/flow.asl.json': JSON.stringify({
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: '${EnrichArn}' },
        Next: 'B',
      },
      B: {
        Type: 'Task',
        Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:other-function',
        Retry: [{ ErrorEquals: ['States.ALL'] }],
        End: true,
      },
    },
  }),
  'app/src/enrich.py':
    'import boto3\ndef handler(event, context):\n    boto3.client("glue").start_job_run(JobName="x")\n',
  'app/src/other.py':
    'import boto3\ndef main(event, context):\n    boto3.client("s3").get_object(Bucket="x", Key="y")\n',
  'app/glue/scripts/load.py': 'import sys\nfrom awsglue.context import GlueContext\n',
};

function graphOf(files: Readonly<Record<string, string>>): WorkspaceGraph {
  const facts = Object.entries(files).flatMap(([path, text]) => {
    const code = path.endsWith('.py') ? new CodeFile(path, parsePython(text)) : undefined;
    return fileFacts(path, locate({ path, text }), code) ?? [];
  });
  return new WorkspaceGraph(facts);
}

describe('workspace graph', () => {
  const graph = graphOf(FILES);

  it('finds the task that calls a handler through a substitution', () => {
    const [caller, ...more] = graph.callersOf('app/src/enrich.py', 'handler');
    assert.deepEqual(more, []);
    assert.equal(caller.machine.name, 'Flow');
    assert.equal(caller.path, 'app/flows/flow.asl.json');
    assert.deepEqual([caller.state.name, caller.state.retries], ['A', false]);
  });

  it('finds the task that calls a handler by the name in an ARN', () => {
    const [caller] = graph.callersOf('app/src/other.py', 'main');
    assert.deepEqual([caller.state.name, caller.state.retries], ['B', true]);
  });

  it('finds what starts a handler', () => {
    assert.deepEqual(
      graph.startersOf('app/src/other.py', 'main').map(({ name }) => name),
      ['Finished'],
    );
    assert.deepEqual(graph.startersOf('app/src/enrich.py', 'handler'), []);
  });

  it('follows a schedule to its machine, and a workflow to the script of its job', () => {
    const schedule = graph.part('app/template.yaml', 'Flow.Nightly');
    assert.ok(schedule);
    assert.deepEqual(
      graph.from(schedule).map(({ to }) => to.name),
      ['Flow'],
    );
    const workflow = graph.part('app/template.yaml', 'Pipeline');
    assert.ok(workflow);
    const [trigger] = graph.from(workflow).map(({ to }) => to);
    const [job] = graph.from(trigger).map(({ to }) => to);
    assert.deepEqual(
      graph.ranBy(job).map(({ path }) => path),
      ['app/glue/scripts/load.py'],
    );
  });

  it('knows which services somebody listens to', () => {
    assert.equal(graph.listensTo('aws.glue'), true);
    assert.equal(graph.listensTo('aws.athena'), false);
  });

  it('guesses nothing from a name that two files define', () => {
    const twice = graphOf({
      ...FILES,
      'b/template.yaml': FILES['app/template.yaml'],
      'c/flow.asl.json': FILES['app/flows/flow.asl.json'],
    });
    assert.deepEqual(
      twice.callersOf('app/src/other.py', 'main').map(({ path }) => path),
      [],
    );
  });
});
