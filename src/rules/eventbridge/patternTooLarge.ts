import { patternOf } from '../../model/resources/patterns';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/pattern-too-large',
  subject: 'eventPattern',
  severity: 'warning',
  summary: 'An event pattern has at most 2,048 characters.',
  why: 'AWS refuses a longer pattern unless the quota of the account was raised, and none may have more than 4,096. A prefix, a wildcard or a second rule says the same in less.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
  note: 'eventbridge',
  bad: [
    { text: `«{» "source": ["${'1234567890'.repeat(250)}"] }` },
    { text: `«{» "source": ["${'1234567890'.repeat(500)}"] }` },
  ],
  good: [`{ "source": ["${'1234567890'.repeat(190)}"] }`],

  *check(subject) {
    for (const { code, severity, span, message } of patternOf(subject).problems) {
      if (code === 'too-long') yield { span, message, severity };
    }
  },
});
