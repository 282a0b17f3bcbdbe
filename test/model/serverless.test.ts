import assert from 'node:assert/strict';
import { locate } from '../../src/model/locate';
import { lint } from '../../src/rules/run';
import { toValue } from '../../src/syntax/navigate';

const TEXT = `service: orders
provider:
  name: aws
  runtime: python3.12
custom:
  prefix: orders
  circle: \${self:custom.circle}
functions:
  load-all:
    name: \${self:custom.prefix}-load
    handler: src/load.handler
    memorySize: 512
    environment:
      table_name: orders
stepFunctions:
  stateMachines:
    flow:
      name: \${self:custom.prefix}-flow
      type: EXPRESS
      role: { Fn::GetAtt: [Role, Arn] }
      definition:
        StartAt: Load
        States:
          Load:
            Type: Task
            Resource: { Fn::GetAtt: [load-all, Arn] }
            End: true
    other:
      definition: \${file(flows/other.asl.json)}
resources:
  Resources:
    Role:
      Type: AWS::IAM::Role
    Alarm:
      Type: AWS::CloudWatch::Alarm
      Properties:
        Name: \${self:custom.circle}
        Target: !GetAtt LoadDashallLambdaFunction.Arn
`;

describe('a configuration of the Serverless Framework', () => {
  const { template, definitions, stateMachines } = locate({ path: 'serverless.yml', text: TEXT });
  assert.ok(template);

  it('gives functions and state machines in CloudFormation names', () => {
    const found = template.resources.map(({ id, type, properties }) => [id, type, toValue(properties)]);
    assert.deepEqual(found.slice(0, 2), [
      [
        'load-all',
        'AWS::Lambda::Function',
        {
          FunctionName: '${self:custom.prefix}-load',
          Handler: 'src/load.handler',
          MemorySize: 512,
          Environment: { Variables: { table_name: 'orders' } },
        },
      ],
      [
        'flow',
        'AWS::StepFunctions::StateMachine',
        {
          StateMachineName: '${self:custom.prefix}-flow',
          StateMachineType: 'EXPRESS',
          RoleArn: null,
          Definition: {
            StartAt: 'Load',
            States: { Load: { Type: 'Task', Resource: null, End: true } },
          },
        },
      ],
    ]);
    assert.deepEqual(
      found.slice(2).map(([id, type]) => `${String(id)} ${String(type)}`),
      ['other AWS::StepFunctions::StateMachine', 'Role AWS::IAM::Role', 'Alarm AWS::CloudWatch::Alarm'],
    );
  });

  it('fills in what the file says itself, and what the provider says for all', () => {
    const [load] = template.ofType('AWS::Lambda::Function');
    assert.equal(template.literal(template.property(load, 'FunctionName')), 'orders-load');
    assert.equal(template.literal(template.property(load, 'Runtime')), 'python3.12');
    const [alarm] = template.ofType('AWS::CloudWatch::Alarm');
    assert.equal(template.literal(template.property(alarm, 'Name')), '${self:custom.circle}');
  });

  it('knows a function by its key and by its name in the stack', () => {
    const [alarm] = template.ofType('AWS::CloudWatch::Alarm');
    assert.equal(template.reference(template.property(alarm, 'Target'))?.resource, 'load-all');
    const task = stateMachines[0].states[0].node.properties.find(({ name }) => name === 'Resource');
    assert.equal(template.reference(task?.value)?.resource, 'load-all');
  });

  it('knows a state machine by the name that the plugin gives it in the stack', () => {
    const names: readonly (readonly [entry: string, name: string])[] = [
      ['load-all: { definition: {} }', 'LoadDashallStepFunctionsStateMachine'],
      ['load-all: { name: all-of-it, definition: {} }', 'AllDashofDashit'],
      ['load-all: { id: Loader, name: all-of-it, definition: {} }', 'Loader'],
    ];
    for (const [entry, name] of names) {
      const text = `provider: { name: aws }\nstepFunctions:\n  stateMachines:\n    ${entry}\n`;
      assert.equal(locate({ path: 'serverless.yml', text }).template?.byId.get(name)?.id, 'load-all', name);
    }
  });

  it('holds definitions, or says in which file they are', () => {
    assert.deepEqual(
      definitions.map(({ type, path, machine }) => [type, path, machine?.states.length]),
      [
        ['EXPRESS', undefined, 1],
        ['STANDARD', 'flows/other.asl.json', undefined],
      ],
    );
  });

  it('leaves texts alone that a plugin fills in', () => {
    const text = `stateMachines:
  flow:
    definition:
      StartAt: A
      States:
        A: { Type: Task, Resource: 'arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:load', End: true }
`;
    assert.deepEqual(
      lint({ path: 'flows.yml', text }).filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('may have its state machines in a file of their own', () => {
    const text =
      'stateMachines:\n  flow:\n    definition: { StartAt: A, States: { A: { Type: Succeed } } }\n';
    assert.equal(locate({ path: 'flows.yml', text }).stateMachines.length, 1);
  });
});
