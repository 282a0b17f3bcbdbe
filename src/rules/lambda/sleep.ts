import { around, within, type CodeFile, type Sleep } from '../../model/code';
import { defineRule } from '../rule';

export default defineRule({
  id: 'lambda/sleep',
  subject: 'code',
  severity: 'info',
  summary: 'A handler does not sleep.',
  why: 'A function is billed while it sleeps. A Wait state, the delay of an SQS queue, a schedule or the wait of a durable function costs nothing meanwhile.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html',
  note: 'lambda#one-function',
  bad: [
    {
      text: `import time
import boto3

ssm = boto3.client("ssm")

def lambda_handler(event, context):
    ssm.send_command(InstanceIds=[event["instance"]], DocumentName="AWS-RunShellScript")
    «time.sleep(30)»
    return {"done": True}
`,
    },
  ],
  good: [
    `import time

def lambda_handler(event, context):
    time.sleep(0.2)
`,
    `import time

def lambda_handler(event, context):
    # Simulate a long calculation
    time.sleep(5)
`,
  ],

  *check(code) {
    for (const pause of code.sleeps) {
      const handler = code.handlerOf(pause.place.unit);
      if (!handler || handler.isDurable || handler.source === 'customResource') continue;
      if (
        pause.seconds === undefined ||
        pause.seconds < LONG ||
        isPretended(code, pause) ||
        isInLoop(code, pause)
      )
        continue;
      yield {
        span: pause.call.span,
        message: `The function sleeps for ${pause.seconds} seconds, which are billed.`,
      };
    }
  },
});

/** Below this nobody would take a state for it, in seconds. */
const LONG = 1;

/** Between items nobody throttles for longer, in seconds. */
const THROTTLE = 10;

/** Loops that retry or poll have their own rules, and a throttle between items is as short as it can be. */
function isInLoop(code: CodeFile, { place, call, seconds = 0 }: Sleep): boolean {
  if (code.repetitions.some(({ span }) => within(call.span, span))) return true;
  if (seconds > THROTTLE) return false;
  for (const { of } of around(place, { intoCallers: true })) if (of?.kind === 'loop') return true;
  return false;
}

/** True where the words around a pause say that it stands for work that is not written. */
function isPretended({ program: { text } }: CodeFile, { call: { span }, place }: Sleep): boolean {
  let start = span.start;
  for (let line = 0; line < 3; line++) start = Math.max(0, text.lastIndexOf('\n', start - 1));
  const end = text.indexOf('\n', span.end);
  const words = `${place.unit?.name ?? ''} ${text.slice(start, end < 0 ? undefined : end)}`;
  return /simulat|pretend|demo|fake|mock|example|dummy|processing|artificial|long.?running|slow|heavy/i.test(
    words,
  );
}
