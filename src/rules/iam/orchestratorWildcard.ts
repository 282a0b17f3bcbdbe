import type { CodeFile } from '../../model/code';
import { policyStatementsOf } from '../../model/code/policyStatements';
import { accessOf } from '../../model/resources/access';
import { defineRule, side, type Finding } from '../rule';

const SERVICES: Readonly<Record<string, string>> = {
  'glue:*': 'Glue',
  'events:*': 'EventBridge',
  'scheduler:*': 'EventBridge Scheduler',
  'pipes:*': 'EventBridge Pipes',
  'airflow:*': 'MWAA',
};

export default defineRule({
  id: 'iam/orchestrator-wildcard',
  subject: 'template',
  severity: 'warning',
  summary: 'A policy names what may be done with the services that orchestrate.',
  why: 'With every action of Glue, EventBridge or MWAA a role can change what runs, when, and with which rights. List the actions that are used.',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  note: 'security',
  bad: [
    {
      text: `Resources:
  Start:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [{ Statement: [{ Effect: Allow, Action: [«glue:*», s3:GetObject], Resource: "*" }] }]
`,
    },
  ],
  good: [
    `Resources:
  Start:
    Type: AWS::Serverless::Function
    Properties:
      Policies: [{ Statement: [{ Effect: Allow, Action: [glue:StartJobRun, s3:*], Resource: "*" }] }]
`,
  ],

  *check({ template }) {
    for (const { allows, actions, resource } of accessOf(template).statements) {
      if (!allows) continue;
      for (const { name, node } of actions) {
        const service = SERVICES[name.toLowerCase()];
        if (service)
          yield { span: node.span, message: `"${resource.id}" allows everything with ${service}.` };
      }
    }
  },

  sides: [side('code', inCode)],
});

function* inCode(code: CodeFile): Iterable<Finding> {
  for (const { allows, actions } of policyStatementsOf(code)) {
    for (const { value, span } of allows ? actions : []) {
      const service = SERVICES[value.toLowerCase()];
      if (service) yield { span, message: `The statement allows everything with ${service}.` };
    }
  }
}
