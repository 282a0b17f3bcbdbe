import { errorMatch } from '../../model/handlers';
import { repeatedEffect } from '../../model/sideEffects';
import type { State } from '../../model/stateMachine';
import { taskCalls } from '../../model/taskCalls';
import { getNumber, property } from '../../syntax/navigate';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/retry-all-non-idempotent',
  subject: 'task',
  only: ({ kind }) => kind === 'optimized' || kind === 'sdk',
  severity: 'info',
  summary: 'A call that must not be made twice is not repeated after any error.',
  why: 'After a timeout or a lost answer the first call may well have worked. Repeated, it sends a second mail, starts a second job or pays a second time; a token of the request lets the service see that it is the same.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  note: 'errors#idempotence',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message": "m" }, "Retry": [{ «"ErrorEquals"»: ["States.ALL"] }], "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Arguments": { "ApiEndpoint": "https://pay.example.com", "Method": "POST", "Authentication": { "ConnectionArn": "${Connection}" } }, "Retry": [{ «"ErrorEquals"»: ["States.TaskFailed"] }], "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "t", "Message": "m" }, "Retry": [{ "ErrorEquals": ["SNS.ThrottledException"] }], "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Parameters": { "StateMachineArn": "${Child}", "Name.$": "$$.Execution.Name" }, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://pay.example.com", "Method": "POST", "Headers": { "Idempotency-Key.$": "$$.Execution.Name" }, "Authentication": { "ConnectionArn": "${Connection}" } }, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }',
  ],

  check({ state, arn: { pattern } }, { machine }) {
    // Running a failed job again is what its retrier is for; a call that only starts it is another thing.
    if (state.retriers.length === 0 || pattern === 'sync' || pattern === 'sync:2') return undefined;
    const call = taskCalls(machine).get(state);
    const effect = call && repeatedEffect(call);
    return effect ? judge(state, effect.twice) : undefined;
  },
});

function* judge({ name, retriers }: State, twice: string): Iterable<Finding> {
  for (const retrier of retriers) {
    const any = errorMatch(retrier).names.find((each) => /^States\.(?:ALL|TaskFailed)$/.test(each));
    const errors = property(retrier, 'ErrorEquals');
    if (!any || !errors || getNumber(retrier, 'MaxAttempts') === 0) continue;
    yield {
      span: errors.key.span,
      message: `"${name}" is repeated after any error, also when the first call worked: there is then a second ${twice}.`,
    };
  }
}
