import { errorMatch } from '../../model/handlers';
import { repeatedEffect } from '../../model/sideEffects';
import { taskCalls } from '../../model/taskCalls';
import { getNumber, property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/retry-all-non-idempotent',
  subject: 'stateMachine',
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

  *check(machine) {
    for (const call of taskCalls(machine).values()) {
      const { retriers, name } = call.state;
      const effect = retriers.length > 0 ? repeatedEffect(call) : undefined;
      if (!effect) continue;
      // Running a failed job again is what its retrier is for; a call that only starts it is another thing.
      if (call.arn.pattern === 'sync' || call.arn.pattern === 'sync:2') continue;
      for (const retrier of retriers) {
        const any = errorMatch(retrier).names.find((each) => /^States\.(?:ALL|TaskFailed)$/.test(each));
        const errors = property(retrier, 'ErrorEquals');
        if (!any || !errors || getNumber(retrier, 'MaxAttempts') === 0) continue;
        yield {
          span: errors.key.span,
          message: `"${name}" is repeated after any error, also when the first call worked: there is then a second ${effect.twice}.`,
        };
      }
    }
  },
});
