import { INTEGRATION_PATTERNS } from '../../catalog/integrations';
import { getObject, getString } from '../../syntax/navigate';
import { defineRule } from '../rule';

const EXPRESS_SUFFIXES: ReadonlySet<string> = new Set(
  INTEGRATION_PATTERNS.filter(({ express }) => express).map(({ suffix }) => suffix),
);

export default defineRule({
  id: 'asl/express-unsupported-pattern',
  subject: 'stateMachine',
  severity: 'error',
  summary:
    'An Express machine waits neither for jobs nor for task tokens, and has no activities and no Distributed Map.',
  why: 'Its executions last five minutes at most, so AWS refuses whatever needs a durable one; a Standard machine takes all of it.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  bad: [
    {
      text: '{ "Comment": "EXPRESS", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun«.sync»", "Parameters": { "JobName": "j" }, "Next": "B" }, "B": { "Type": "Task", "Resource": «"arn:aws:states:eu-west-1:111122223333:activity:sign"», "End": true } } }',
    },
    {
      text: '{ "Comment": "EXPRESS", "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": «"DISTRIBUTED"», "ExecutionType": "EXPRESS" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "Comment": "EXPRESS", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "JobName": "j" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "j" }, "End": true } } }',
  ],

  *check({ type, taskResources, scopes }) {
    if (type !== 'EXPRESS') return;
    for (const { node, arn } of taskResources) {
      const { suffix } = arn.parts;
      if (arn.kind === 'activity') {
        yield { span: node.span, message: 'An Express machine has no activities.' };
      } else if (suffix && arn.pattern && !EXPRESS_SUFFIXES.has(suffix.text)) {
        const span = { start: node.mapped.toHost(suffix.start), end: node.mapped.toHost(suffix.end) };
        yield { span, message: `An Express machine does not take "${suffix.text}".` };
      }
    }
    for (const { node } of scopes) {
      const mode = getString(getObject(node, 'ProcessorConfig'), 'Mode');
      if (mode?.value === 'DISTRIBUTED') {
        yield { span: mode.span, message: 'An Express machine has no Distributed Map.' };
      }
    }
  },
});
