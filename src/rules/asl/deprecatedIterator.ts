import { mapFields } from '../../catalog/fields/map';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

const OLD = [...mapFields.values()].filter(({ replacedBy }) => replacedBy);

export default defineRule({
  id: 'asl/deprecated-iterator',
  subject: 'field',
  only: ({ field }) => OLD.includes(field),
  severity: 'hint',
  summary: 'A Map has its present fields: "ItemProcessor" and "ItemSelector".',
  why: '"Iterator" and "Parameters" of a Map are kept for older definitions. A Distributed Map does not take "Iterator" at all.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html',
  note: 'out-of-date#step-functions',
  bad: [
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", «"Parameters"»: { "i.$": "$$.Map.Item.Value" }, «"Iterator"»: { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemSelector": { "i.$": "$$.Map.Item.Value" }, "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemSelector": { "i.$": "$$.Map.Item.Value" }, "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
  ],

  *check({ owner, property: entry, field }, { machine: { tree } }) {
    const editor = new TreeEditor(tree);
    const name = field.replacedBy ?? '';
    // Both at once is a mistake of another kind.
    const taken = property(owner.node, name);
    yield {
      span: entry.key.span,
      message: `"${field.name}" of a Map is the older name of "${name}".`,
      tag: 'deprecated' as const,
      fixes: taken ? [] : [{ title: `Rename to "${name}"`, edits: [editor.rename(entry, name)], safe: true }],
    };
  },
});
