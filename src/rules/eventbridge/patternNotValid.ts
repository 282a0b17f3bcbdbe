import { patternOf } from '../../model/resources/patterns';
import { defineRule } from '../rule';

/** Told by rules of their own, with a fix or with the limit. */
const ELSEWHERE: ReadonlySet<string> = new Set(['not-an-array', 'too-long']);

export default defineRule({
  id: 'eventbridge/pattern-not-valid',
  subject: 'eventPattern',
  severity: 'error',
  summary: 'An event pattern is one that AWS accepts.',
  why: 'A pattern with an unknown operator, an empty list or a wrong operand is refused, and the whole deployment rolls back. Buses, pipes, event source mappings and SNS each take a dialect of their own.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html',
  note: 'eventbridge',
  bad: [
    { text: '{ "source": ["aws.glue"], "detail": { "state": «[]» } }' },
    { text: '{ "source": ["shop"], "detail": { "total": [{ «"above"»: 100 }] } }' },
    {
      text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.glue]
        detail:
          jobName: [{ prefix: «[load]» }]
`,
    },
  ],
  good: [
    '{ "source": ["aws.glue"], "detail": { "state": ["FAILED", "TIMEOUT"], "jobName": [{ "prefix": "load-" }] } }',
    `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.glue], detail: { jobName: [!Ref Job] } }
`,
  ],

  *check(subject) {
    for (const { code, severity, span, message } of patternOf(subject).problems) {
      if (!ELSEWHERE.has(code)) yield { span, message, severity };
    }
  },
});
