import assert from 'node:assert/strict';
import { locate } from '../../src/model/locate';
import { accessOf, allowsAction, coversAction, roleOf } from '../../src/model/resources/access';

describe('what the policies of a template allow', () => {
  const WILDCARDS: readonly [pattern: string, action: string, covered: boolean][] = [
    ['glue:StartJobRun', 'glue:startjobrun', true],
    ['glue:*', 'glue:StartJobRun', true],
    ['glue:Start*', 'glue:StartJobRun', true],
    ['glue:Start*Run', 'glue:StartJobRun', true],
    ['glue:Start*Run', 'glue:StartJobRunNow', false],
    ['*', 'glue:StartJobRun', true],
    ['glue:Get*', 'glue:StartJobRun', false],
    ['glue:St*t*t', 'glue:Start', false],
  ];
  for (const [pattern, action, covered] of WILDCARDS) {
    it(`"${pattern}" ${covered ? 'covers' : 'does not cover'} "${action}"`, () =>
      assert.equal(coversAction(pattern, action), covered));
  }

  /** Ways to let one machine start a job, and what is known of its role then. */
  const WAYS: Readonly<Record<string, { text: string; complete?: boolean; allowed: boolean }>> = {
    'a policy of the role': {
      text: `  Role: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyDocument: { Statement: { Effect: Allow, Action: glue:StartJobRun, Resource: '*' } } }] } }`,
      allowed: true,
    },
    'a policy that names the role': {
      text: `  Role: { Type: AWS::IAM::Role }
  Policy: { Type: AWS::IAM::Policy, Properties: { Roles: [!Ref Role], PolicyDocument: { Statement: [{ Effect: Allow, Action: [glue:*], Resource: '*' }] } } }`,
      allowed: true,
    },
    'a managed policy that the role names': {
      text: `  Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [!Ref Policy] } }
  Policy: { Type: AWS::IAM::ManagedPolicy, Properties: { PolicyDocument: { Statement: [{ Effect: Allow, Action: glue:Start*, Resource: '*' }] } } }`,
      allowed: true,
    },
    'a statement that forbids': {
      text: `  Role: { Type: AWS::IAM::Role, Properties: { Policies: [{ PolicyDocument: { Statement: { Effect: Deny, Action: glue:StartJobRun, Resource: '*' } } }] } }`,
      allowed: false,
    },
    'a policy of another file': {
      text: `  Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [!ImportValue shared] } }`,
      complete: false,
      allowed: false,
    },
  };
  for (const [name, { text, complete = true, allowed }] of Object.entries(WAYS)) {
    it(`reads ${name}`, () => {
      const machine = `  Machine: { Type: AWS::StepFunctions::StateMachine, Properties: { RoleArn: !GetAtt Role.Arn } }`;
      const { template } = locate({ path: 'template.yaml', text: `Resources:\n${text}\n${machine}\n` });
      const role = template && roleOf(template.ofType('AWS::StepFunctions::StateMachine')[0], template);
      assert.ok(template && role);
      const grants = accessOf(template).of(role);
      assert.deepEqual([allowsAction(grants, 'glue:StartJobRun'), grants.isComplete], [allowed, complete]);
    });
  }
});
