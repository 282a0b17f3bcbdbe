import type { Template } from '../../model/template';
import { get, getItems, property } from '../../syntax/navigate';
import type { ObjectNode, Property, TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/bus-open',
  subject: 'template',
  severity: 'error',
  summary: 'The policy of a bus says who may send to it.',
  why: 'With the principal "*" and no condition any account in the world can put events on the bus, and so start what its rules start.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Everybody:
    Type: AWS::Events::EventBusPolicy
    Properties:
      StatementId: everybody
      Action: events:PutEvents
      «Principal: "*"»
`,
    },
    {
      text: `Resources:
  Everybody:
    Type: AWS::Events::EventBusPolicy
    Properties:
      StatementId: everybody
      Statement: { Effect: Allow, «Principal: { AWS: "*" }», Action: events:PutEvents, Resource: !GetAtt Bus.Arn }
`,
    },
  ],
  good: [
    `Resources:
  Ours:
    Type: AWS::Events::EventBusPolicy
    Properties:
      StatementId: ours
      Action: events:PutEvents
      Principal: "*"
      Condition: { Type: StringEquals, Key: aws:PrincipalOrgID, Value: o-1234567890 }
  One:
    Type: AWS::Events::EventBusPolicy
    Properties: { StatementId: one, Action: events:PutEvents, Principal: "123456789012" }
  Never:
    Type: AWS::Events::EventBusPolicy
    Properties: { StatementId: never, Statement: { Effect: Deny, Principal: "*", Action: events:PutEvents } }
`,
  ],

  *check({ template }) {
    const policies = template
      .ofType('AWS::Events::EventBusPolicy')
      .map(({ id, properties }) => ({ id, properties }));
    for (const { id, properties } of policies) {
      for (const statement of statementsOf(properties)) {
        const principal = property(statement, 'Principal');
        if (!principal || !isEverybody(principal, template) || get(statement, 'Condition')) continue;
        if (template.literal(get(statement, 'Effect')) === 'Deny') continue;
        yield {
          span: principal.span,
          message: `The policy "${id}" lets every account of AWS put events on the bus.`,
        };
      }
    }
  },
});

function statementsOf(properties: ObjectNode): TreeNode[] {
  // Terraform has a policy of the bus as a whole document.
  const document = get(properties, 'Policy');
  const holder = document?.kind === 'object' ? document : properties;
  const own = get(holder, 'Statement');
  if (!own) return document ? [] : [properties];
  return own.kind === 'array' ? [...getItems(holder, 'Statement')] : [own];
}

function isEverybody({ value }: Property, template: Template): boolean {
  const account = value?.kind === 'object' ? get(value, 'AWS') : value;
  return template.literal(account) === '*';
}
