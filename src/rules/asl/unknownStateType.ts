import { STATE_TYPES } from '../../catalog/fields/everyState';
import { nearest } from '../../expressions/nearest';
import { TreeEditor } from '../../syntax/edit';
import { get } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/unknown-state-type',
  subject: 'state',
  only: (layout) => layout === undefined,
  severity: 'error',
  summary: 'The "Type" of a state is one of the eight state types, spelt with its capital letter.',
  why: 'AWS refuses a definition with a state of another type.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": «"Secceed"» } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": «"pass"», "End": true } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }',
    },
    { text: '{ "StartAt": "A", "States": { "A": { "Type": «"Loop"», "Body": {}, "End": true } } }' },
    { text: '{ "StartAt": "A", "States": { "A": { "Type": «3», "End": true } } }' },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "${Kind}" } } }',
  ],

  *check(state, { machine: { tree } }) {
    const node = get(state.node, 'Type');
    if (!node || node.kind === 'dynamic') return;
    if (node.kind !== 'string') {
      yield { span: node.span, message: `The "Type" of "${state.name}" is not the name of a state type.` };
      return;
    }
    if (node.dynamic) return;
    const near = nearest(node.value, STATE_TYPES);
    const fixes = near
      ? [{ title: `Change to "${near}"`, edits: [new TreeEditor(tree).replace(node, near)], safe: true }]
      : undefined;
    yield { span: node.span, message: `"${node.value}" is not a state type.`, fixes };
  },
});
