import { matchesAnyTaskError, mayRetry } from '../../model/handlers';
import { getNumber, property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

/** Retries that together take longer than this many seconds delay the news of a failure noticeably. */
const LONG = 300;

export default defineRule({
  id: 'asl/retry-hides-permanent-errors',
  subject: 'state',
  only: mayRetry,
  severity: 'info',
  summary: 'Errors that no retry can overcome are not retried for minutes.',
  why: '"States.ALL" also answers to a missing permission, a wrong parameter or a bug. They fail again each time, so that the failure is seen late and all the attempts are paid for; a retrier of its own for such errors, with "MaxAttempts" of 0, or only naming what passes, avoids it.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  note: 'errors#retry-and-catch',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ «"ErrorEquals"»: ["States.ALL"], "IntervalSeconds": 30, "MaxAttempts": 5, "BackoffRate": 2 }], "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ «"ErrorEquals"»: ["States.TaskFailed"], "IntervalSeconds": 60, "MaxAttempts": 60, "BackoffRate": 1 }], "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["OrderRefused", "States.Permissions"], "MaxAttempts": 0 }, { "ErrorEquals": ["States.ALL"], "IntervalSeconds": 30, "MaxAttempts": 5 }], "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["Lambda.TooManyRequestsException"], "IntervalSeconds": 30, "MaxAttempts": 10 }], "End": true } } }',
  ],

  check({ name, retriers }) {
    if (!retriers.some(matchesAnyTaskError)) return undefined;
    const found: Finding[] = [];
    for (const retrier of retriers) {
      const errors = property(retrier, 'ErrorEquals');
      if (!errors || !matchesAnyTaskError(retrier)) continue;
      // Somebody has thought of what is not worth a retry.
      if (retriers.some((other) => getNumber(other, 'MaxAttempts') === 0)) break;
      const seconds = totalDelay(retrier);
      if (seconds <= LONG) continue;
      found.push({
        span: errors.key.span,
        message: `"${name}" retries every error for ${duration(seconds)}, also those that will not pass, before its failure shows.`,
      });
    }
    return found;
  },
});

/** Seconds of all pauses together when every attempt fails, without jitter. */
function totalDelay(retrier: ObjectNode): number {
  const attempts = Math.min(getNumber(retrier, 'MaxAttempts') ?? 3, 1000);
  const rate = getNumber(retrier, 'BackoffRate') ?? 2;
  const most = getNumber(retrier, 'MaxDelaySeconds') ?? Infinity;
  let pause = getNumber(retrier, 'IntervalSeconds') ?? 1;
  let total = 0;
  for (let attempt = 0; attempt < attempts; attempt++) {
    total += Math.min(pause, most);
    pause *= rate;
  }
  return total;
}

function duration(seconds: number): string {
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} hours`;
  return seconds < 63_072_000 ? `${Math.round(seconds / 86_400)} days` : 'years';
}
