import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/syntax',
  subject: 'tree',
  severity: 'error',
  summary: 'A definition is well-formed JSON or YAML.',
  why: 'A definition that cannot be read is refused as INVALID_JSON_DESCRIPTION, before anything in it is looked at.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html',
  bad: [
    { text: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } «garbage»' },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed"«,» } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    },
  ],
  good: ['{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }'],

  *check({ problems, root, source }) {
    for (const { span, message, removable } of problems) {
      const fixes = removable
        ? [{ title: 'Remove the comma', edits: [{ span, newText: '' }], safe: true }]
        : undefined;
      yield { span, message, fixes };
    }
    if (root && root.kind !== 'object' && problems.length === 0) {
      yield { span: root.span, message: 'A definition is an object with "StartAt" and "States".' };
    }
    if (!root && problems.length === 0) {
      yield { span: { start: 0, end: source.text.length }, message: 'The file holds no definition.' };
    }
  },
});
