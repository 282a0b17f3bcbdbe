import { listing } from '../../catalog/listings';
import { inputReads } from '../../model/inputReads';
import type { State, StateMachine } from '../../model/stateMachine';
import { taskCalls } from '../../model/taskCalls';
import { TreeEditor } from '../../syntax/edit';
import { get, property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/unbounded-inline-map',
  subject: 'stateMachine',
  severity: 'info',
  summary: 'An inline Map over a list that may be long says how many items run at a time.',
  why: 'Without "MaxConcurrency" an inline Map starts up to 40 iterations at once, whatever the services behind it take. All iterations write into the one history of 25,000 events and return into one output of 256 KiB; a Distributed Map has neither limit.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html',
  note: 'step-functions#map',
  bad: [
    {
      text: '{ "StartAt": "List", "States": { "List": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": { "Bucket": "b" }, "Next": "Each" }, «"Each"»: { "Type": "Map", "ItemsPath": "$.Contents", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:deleteObject", "Parameters": { "Bucket": "b", "Key.$": "$.Key" }, "End": true } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "List", "States": { "List": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": { "Bucket": "b" }, "Next": "Each" }, "Each": { "Type": "Map", "ItemsPath": "$.Contents", "MaxConcurrency": 10, "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:deleteObject", "Parameters": { "Bucket": "b", "Key.$": "$.Key" }, "End": true } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "List", "States": { "List": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": { "Bucket": "b" }, "Next": "Each" }, "Each": { "Type": "Map", "ItemsPath": "$.Contents", "MaxConcurrency": 5, "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    // How long this list is nobody can see.
    '{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemsPath": "$.orders", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
  ],

  *check(machine) {
    const editor = new TreeEditor(machine.tree);
    const lists = new Map<string, string>();
    for (const { name } of taskCalls(machine).values()) {
      for (const list of listing(name)?.lists ?? []) lists.set(list, name);
    }
    if (lists.size === 0) return;
    for (const state of machine.states) {
      if (state.type !== 'Map' || !isInline(state) || isLimited(state)) continue;
      const list = itemsOf(machine, state).find((name) => lists.has(name));
      if (!list) continue;
      const before = property(state.node, 'ItemsPath') ?? property(state.node, 'Items');
      yield {
        span: state.key.span,
        message: `"${state.name}" starts an iteration for everything that "${lists.get(list) ?? ''}" lists, up to 40 at once, and all of them share one history and one output.`,
        fixes: [
          {
            title: 'Add "MaxConcurrency": 10',
            edits: [editor.add(state.node, 'MaxConcurrency', 10, before)],
          },
        ],
      };
    }
  },
});

function isInline({ scopes }: State): boolean {
  return scopes.every(({ distributed }) => !distributed);
}

function isLimited({ node }: State): boolean {
  const limit = get(node, 'MaxConcurrency');
  const limited = limit?.kind === 'number' ? limit.value !== 0 : limit !== undefined;
  return limited || property(node, 'MaxConcurrencyPath') !== undefined;
}

/** Names on the way into the list that a Map iterates over. */
function itemsOf(machine: StateMachine, state: State): readonly string[] {
  const items = inputReads(machine)
    .get(state)
    ?.find(({ field }) => field === 'ItemsPath' || field === 'Items');
  return items?.names ?? [];
}
