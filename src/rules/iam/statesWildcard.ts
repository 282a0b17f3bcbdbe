import type { CodeFile } from '../../model/code';
import { policyStatementsOf } from '../../model/code/policyStatements';
import { accessOf } from '../../model/resources/access';
import { defineRule, side, type Finding } from '../rule';

export default defineRule({
  id: 'iam/states-wildcard',
  subject: 'template',
  severity: 'warning',
  summary: 'A policy names what may be done with state machines.',
  why: 'The action "states:*" also allows every machine to be changed and deleted. Who starts a machine needs "states:StartExecution" on it, and no more.',
  reference:
    'https://docs.aws.amazon.com/step-functions/latest/dg/security_iam_id-based-policy-examples.html',
  note: 'security',
  bad: [
    {
      text: `Resources:
  Start:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement:
            - { Effect: Allow, Action: «states:*», Resource: "*" }
`,
    },
  ],
  good: [
    `Resources:
  Start:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Statement:
            - { Effect: Allow, Action: states:StartExecution, Resource: !Ref Machine }
            - { Effect: Deny, Action: states:*, Resource: "*" }
`,
  ],

  *check({ template }) {
    for (const { allows, actions, resource } of accessOf(template).statements) {
      const action = allows && actions.find(({ name }) => name.toLowerCase() === 'states:*');
      if (!action) continue;
      yield {
        span: action.node.span,
        message: `"${resource.id}" allows everything with state machines, deleting them included.`,
      };
    }
  },

  sides: [side('code', inCode)],
});

function* inCode(code: CodeFile): Iterable<Finding> {
  for (const { allows, actions } of policyStatementsOf(code)) {
    const action = allows && actions.find(({ value }) => value.toLowerCase() === 'states:*');
    if (!action) continue;
    yield {
      span: action.span,
      message: 'The statement allows everything with state machines, deleting them included.',
    };
  }
}
