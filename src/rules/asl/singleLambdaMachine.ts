import { lambdaTasks } from '../../model/lambdaTasks';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/single-lambda-machine',
  subject: 'stateMachine',
  severity: 'info',
  summary: 'A state machine does more than run one function.',
  why: 'Whatever starts the machine can run the function itself: asynchronous calls are retried by Lambda, with a destination for failures. A machine around it adds transitions and a role, and nothing else as long as it neither retries nor decides.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
  note: 'lambda#one-function',
  bad: [
    {
      text: '{ "StartAt": "Run", "States": { «"Run"»: { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Next": "Done" }, "Done": { "Type": "Succeed" } } }',
    },
  ],
  good: [
    '{ "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }',
    '{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 60, "Next": "Run" }, "Run": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } }',
    '{ "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 60, "Parameters": { "FunctionName": "f", "Payload.$": "$$.Task.Token" }, "End": true } } }',
  ],

  *check(machine) {
    const tasks = lambdaTasks(machine);
    const [task] = tasks.values();
    if (tasks.size !== 1 || machine.states.some(({ type }) => !AROUND.has(type ?? ''))) return;
    if (machine.states.some((state) => state.type === 'Task' && state !== task.state)) return;
    const { state } = task;
    const waits = machine.taskResources.some(({ arn }) => arn.pattern === 'waitForTaskToken');
    if (waits || state.retriers.length > 0 || state.catchers.length > 0) return;
    yield {
      span: state.key.span,
      message: `"${state.name}" is all that this machine does, and the function can be run without it.`,
    };
  },
});

const AROUND: ReadonlySet<string> = new Set(['Task', 'Pass', 'Succeed', 'Fail']);
