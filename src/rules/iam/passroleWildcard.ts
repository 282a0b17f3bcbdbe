import type { CodeFile } from '../../model/code';
import { policyStatementsOf } from '../../model/code/policyStatements';
import { accessOf, coversAction, type Statement } from '../../model/resources/access';
import { holdersOf, isOrchestrators } from '../../model/resources/orchestrators';
import type { Template } from '../../model/template';
import { toValue } from '../../syntax/navigate';
import { defineRule, side, type Finding } from '../rule';

export default defineRule({
  id: 'iam/passrole-wildcard',
  subject: 'template',
  severity: 'error',
  summary: 'A role may pass on certain roles only, or to certain services only.',
  why: 'Who may pass every role can hand an administrator\'s role to a job, and so do whatever it may. Name the roles that are passed, and the service by "iam:PassedToService".',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  note: 'security',
  bad: [
    {
      text: `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: run
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: [ecs:RunTask, «iam:PassRole»]
                Resource: "*"
`,
    },
  ],
  good: [
    `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: states.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: run
          PolicyDocument:
            Statement:
              - { Effect: Allow, Action: iam:PassRole, Resource: !GetAtt TaskRole.Arn }
              - { Effect: Allow, Action: iam:PassRole, Resource: "*", Condition: { StringEquals: { iam:PassedToService: ecs-tasks.amazonaws.com } } }
              - { Effect: Deny, Action: iam:PassRole, Resource: "*" }
`,
  ],

  *check({ template }) {
    for (const statement of accessOf(template).statements) {
      const action = passes(statement, template);
      if (!action) continue;
      const holders = holdersOf(statement, template);
      const holder = holders.find((role) => isOrchestrators(role, template));
      yield {
        span: action.node.span,
        message: holder
          ? `"${holder.id}" may pass every role of the account to what it starts.`
          : `"${(holders[0] ?? statement.resource).id}" may pass every role of the account.`,
        severity: holder ? 'error' : 'warning',
      };
    }
  },

  sides: [side('code', inCode)],
});

/** Whose the statement is does not show where it is made. */
function* inCode(code: CodeFile): Iterable<Finding> {
  for (const { allows, actions, resources, isConditional } of policyStatementsOf(code)) {
    if (!allows || isConditional || !resources.some(isEverything)) continue;
    const action = actions.find(({ value }) => value !== '*' && coversAction(value, 'iam:PassRole'));
    if (!action) continue;
    yield {
      span: action.span,
      message: 'The statement lets every role of the account be passed.',
      severity: 'warning',
    };
  }
}

/** The action that lets every role be passed; one that allows everything is no matter of roles. */
function passes(
  { allows, actions, resources, condition }: Statement,
  template: Template,
): Statement['actions'][number] | undefined {
  if (!allows || !resources.some((node) => isEverything(template.literal(node)))) return undefined;
  if (condition && /iam:PassedToService/i.test(JSON.stringify(toValue(condition)))) return undefined;
  return actions.find(({ name }) => name !== '*' && coversAction(name, 'iam:PassRole'));
}

function isEverything(resource: string | undefined): boolean {
  return (
    resource === '*' ||
    /^arn:[^:]*:iam::(?:\*|[^:/]*):(?:\*|role\/\*)$/.test(resource?.replace(/\$\{[^}]*\}/g, 'x') ?? '')
  );
}
