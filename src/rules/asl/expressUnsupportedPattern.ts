import { INTEGRATION_PATTERNS } from '../../catalog/integrations';
import { executionType } from '../../model/executionType';
import type { Scope, StateMachine } from '../../model/stateMachine';
import { getObject, getString } from '../../syntax/navigate';
import { defineRule, type Finding } from '../rule';

const EXPRESS_SUFFIXES: ReadonlySet<string> = new Set(
  INTEGRATION_PATTERNS.filter(({ express }) => express).map(({ suffix }) => suffix),
);

export default defineRule({
  id: 'asl/express-unsupported-pattern',
  subject: 'stateMachine',
  severity: 'error',
  summary:
    'An Express machine waits neither for jobs nor for task tokens, and has no activities and no Distributed Map.',
  why: 'Its executions last five minutes at most, so AWS refuses whatever needs a durable one; a Standard machine takes all of it. In the Express children of a Distributed Map the same is a warning.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  bad: [
    {
      text: '{ "Comment": "EXPRESS", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun«.sync»", "Parameters": { "JobName": "j" }, "Next": "B" }, "B": { "Type": "Task", "Resource": «"arn:aws:states:eu-west-1:111122223333:activity:sign"», "End": true } } }',
    },
    {
      text: '{ "Comment": "EXPRESS", "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": «"DISTRIBUTED"», "ExecutionType": "EXPRESS" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage«.waitForTaskToken»", "Parameters": { "QueueUrl": "q", "MessageBody": { "Token.$": "$$.Task.Token" } }, "End": true } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "End": true } } }, "End": true } } }',
    '{ "Comment": "EXPRESS", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "JobName": "j" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "End": true } } }',
  ],

  *check(machine) {
    const { type, taskResources, scopes } = machine;
    if (type !== 'EXPRESS' && !scopes.some(({ distributed }) => distributed)) return;
    for (const { node, arn, state } of taskResources) {
      const { suffix } = arn.parts;
      if (arn.kind === 'activity') {
        yield* told(machine, state.scope, 'has no activities', node.span);
      } else if (suffix && arn.pattern && !EXPRESS_SUFFIXES.has(suffix.text)) {
        const span = { start: node.mapped.toHost(suffix.start), end: node.mapped.toHost(suffix.end) };
        yield* told(machine, state.scope, `does not take "${suffix.text}"`, span);
      }
    }
    for (const { node, owner } of scopes) {
      const mode = getString(getObject(node, 'ProcessorConfig'), 'Mode');
      if (mode?.value === 'DISTRIBUTED' && owner) {
        yield* told(machine, owner.scope, 'has no Distributed Map', mode.span);
      }
    }
  },
});

function* told(machine: StateMachine, scope: Scope, lack: string, span: Finding['span']): Iterable<Finding> {
  if (machine.type === 'EXPRESS') yield { span, message: `An Express machine ${lack}.` };
  else if (executionType(machine, scope) === 'EXPRESS') {
    yield { span, severity: 'warning', message: `An Express child of a Distributed Map ${lack}.` };
  }
}
