import { eventRulesOf } from '../../model/resources/eventRules';
import { getItems } from '../../syntax/navigate';
import { defineRule } from '../rule';

/** Targets of a rule; the quota cannot be raised. "Amazon EventBridge quotas", 2026. */
const LIMIT = 5;

export default defineRule({
  id: 'eventbridge/too-many-targets',
  subject: 'template',
  severity: 'error',
  summary: 'A rule has at most five targets.',
  why: 'AWS refuses the sixth target, and the quota cannot be raised. A second rule with the same pattern, or a topic that fans out, takes the others.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue] }
      Targets:
        - { Id: a, Arn: !GetAtt A.Arn }
        - { Id: b, Arn: !GetAtt B.Arn }
        - { Id: c, Arn: !GetAtt C.Arn }
        - { Id: d, Arn: !GetAtt D.Arn }
        - { Id: e, Arn: !GetAtt E.Arn }
        - «{ Id: f, Arn: !GetAtt F.Arn }»
`,
    },
  ],
  good: [
    `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue] }
      Targets: [{ Id: a, Arn: !GetAtt A.Arn }]
`,
  ],

  *check({ located }) {
    for (const { name, event, properties } of eventRulesOf(located)) {
      const targets = event ? [] : getItems(properties, 'Targets');
      const sixth = targets.filter(({ kind }) => kind === 'object')[LIMIT];
      if (!sixth) continue;
      yield {
        span: sixth.span,
        message: `The rule "${name}" has ${targets.length} targets, and AWS takes ${LIMIT}.`,
      };
    }
  },
});
