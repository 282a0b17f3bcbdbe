import type { State, StateMachine } from '../../model/stateMachine';
import { taskCalls } from '../../model/taskCalls';
import { TreeEditor } from '../../syntax/edit';
import { get, getNumber, getObject, property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/tolerated-failure-100',
  subject: 'state',
  only: (layout) => layout?.kind === 'Map',
  severity: 'warning',
  summary: 'A Distributed Map does not tolerate that all its items fail.',
  why: 'With everything tolerated the state succeeds when not a single item was processed. A lower limit ends it with "States.ExceedToleratedFailureThreshold", which a Catch can handle.',
  reference:
    'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html#maprun-fail-threshold',
  note: 'step-functions#distributed-map',
  bad: [
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ToleratedFailurePercentage": «100», "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ToleratedFailurePercentage": 5, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ToleratedFailureCount": «500», "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2", "ReaderConfig": { "MaxItems": 500 }, "Parameters": { "Bucket": "b" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ToleratedFailurePercentage": 10, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    // What failed is looked at afterwards.
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ToleratedFailurePercentage": 100, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b", "Prefix": "p" } }, "ResultPath": "$.run", "Next": "R" }, "R": { "Type": "Task", "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket.$": "$.run.ResultWriterDetails.Bucket", "Key.$": "$.run.ResultWriterDetails.Key" }, "End": true } } }',
  ],

  *check(state, { machine }) {
    const percentage = property(state.node, 'ToleratedFailurePercentage');
    const count = property(state.node, 'ToleratedFailureCount');
    if ((!percentage && !count) || isLookedAtLater(machine, state)) return;
    if (percentage?.value?.kind === 'number' && Number(percentage.value.value) >= 100) {
      yield {
        span: percentage.value.span,
        message: `"${state.name}" succeeds even when every one of its items fails.`,
        fixes: [{ title: 'Change to 5', edits: [new TreeEditor(machine.tree).replace(percentage.value, 5)] }],
      };
    }
    const tolerated = getNumber(state.node, 'ToleratedFailureCount');
    const items = itemCount(state);
    if (count?.value && items !== undefined && items > 0 && tolerated !== undefined && tolerated >= items) {
      yield {
        span: count.value.span,
        message: `"${state.name}" has at most ${items} items and succeeds even when every one of them fails.`,
      };
    }
  },
});

/** How many items there are at most, where the definition says it. */
function itemCount({ node }: State): number | undefined {
  const items = get(node, 'Items');
  if (items?.kind === 'array') return items.items.length;
  return getNumber(getObject(getObject(node, 'ItemReader'), 'ReaderConfig'), 'MaxItems');
}

/** True where the results are written down and something reads where, or asks how the run went. */
function isLookedAtLater(machine: StateMachine, { node }: State): boolean {
  for (const { name } of taskCalls(machine).values()) if (name === 'states:describeMapRun') return true;
  if (!property(node, 'ResultWriter')) return false;
  const { paths, jsonata } = machine.expressions;
  return [...paths, ...jsonata].some((each) => /ResultWriterDetails|MapRunArn/.test(each.node.value));
}
