import { accessOf, coversAction } from '../../model/resources/access';
import { machinesOf } from '../../model/resources/machines';
import { get } from '../../syntax/navigate';
import type { StateMachine } from '../../model/stateMachine';
import { defineRule } from '../rule';

export default defineRule({
  id: 'iam/lambda-invoke-wildcard',
  subject: 'template',
  severity: 'info',
  summary: 'The role of a state machine names the functions that the machine calls.',
  why: 'With "*" the machine can call every function of the account, and so can whoever changes its definition.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html',
  note: 'security',
  bad: [
    {
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies: [{ PolicyName: run, PolicyDocument: { Statement: [{ Effect: Allow, Action: «lambda:InvokeFunction», Resource: "*" }] } }]
  Nightly:
    Type: AWS::StepFunctions::StateMachine
    Properties: { RoleArn: !GetAtt Role.Arn, DefinitionUri: nightly.asl.json }
`,
    },
  ],
  good: [
    `Resources:
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: nightly.asl.json
      Policies: [{ Statement: [{ Effect: Allow, Action: lambda:InvokeFunction, Resource: !GetAtt Load.Arn }] }]
  Start:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [{ Statement: [{ Effect: Allow, Action: lambda:InvokeFunction, Resource: "*" }] }]
`,
  ],

  *check({ template, located }) {
    for (const { role, resource, definition } of machinesOf(located)) {
      if (!role || (definition?.machine && choosesFunction(definition.machine))) continue;
      for (const { allows, actions, resources } of accessOf(template).of(role).statements) {
        if (!allows || !resources.some((node) => template.literal(node) === '*')) continue;
        const action = actions.find(
          ({ name }) => /^lambda:/i.test(name) && coversAction(name, 'lambda:InvokeFunction'),
        );
        if (!action) continue;
        yield {
          span: action.node.span,
          message: `The machine "${resource.id}" may call every function of the account.`,
        };
      }
    }
  },
});

/** True where the input says which function is called. */
function choosesFunction({ states }: StateMachine): boolean {
  return states.some(({ node }) => {
    const parameters = get(node, 'Parameters');
    const name = get(get(node, 'Arguments'), 'FunctionName');
    return (
      get(parameters, 'FunctionName.$') !== undefined ||
      (name?.kind === 'string' && name.value.startsWith('{%'))
    );
  });
}
