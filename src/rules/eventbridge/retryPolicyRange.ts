import { eventRulesOf } from '../../model/resources/eventRules';
import { schedulerSchedules } from '../../model/resources/schedulerSchedules';
import { get, getNumber } from '../../syntax/navigate';
import type { ObjectNode, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

/** "RetryPolicy" in the references of EventBridge and of EventBridge Scheduler, 2026; the same for both. */
const RANGES = [
  { name: 'MaximumRetryAttempts', least: 0, most: 185, unit: 'tries' },
  { name: 'MaximumEventAgeInSeconds', least: 60, most: 86_400, unit: 'seconds' },
] as const;

export default defineRule({
  id: 'eventbridge/retry-policy-range',
  subject: 'template',
  severity: 'error',
  summary: 'A retry policy has at most 185 tries, and an event is 60 to 86,400 seconds old at the most.',
  why: 'AWS refuses other values when the rule, schedule or subscriber is deployed.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html',
  note: 'eventbridge#delivery',
  bad: [
    {
      text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets: [{ Id: alert, Arn: !Ref Alert, RetryPolicy: { MaximumRetryAttempts: «200», MaximumEventAgeInSeconds: 300 } }]
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { Arn: !Ref Alert, RoleArn: !Ref Role, RetryPolicy: { MaximumEventAgeInSeconds: «30» } }
`,
    },
  ],
  good: [
    `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { state: [FAILED] } }
      Targets: [{ Id: alert, Arn: !Ref Alert, RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 86400 } }]
`,
  ],

  *check({ located, template }) {
    for (const { event, properties, targets } of eventRulesOf(located))
      for (const holder of event ? [properties] : targets.flatMap(({ node }) => node ?? []))
        yield* judge(holder);
    for (const { event, properties, target } of schedulerSchedules(located))
      yield* judge(event ? properties : target?.node);
    for (const { properties } of template.ofType('AWS::EventsV2::Subscriber')) yield* judge(properties);
  },
});

function* judge(holder: ObjectNode | undefined): Iterable<Finding> {
  const policy: TreeNode | undefined = get(holder, 'RetryPolicy');
  for (const { name, least, most, unit } of RANGES) {
    const node = get(policy, name);
    const value = getNumber(policy, name);
    if (!node || value === undefined || (value >= least && value <= most)) continue;
    yield { span: node.span, message: `"${name}" is ${value}; AWS takes ${least} to ${most} ${unit}.` };
  }
}
