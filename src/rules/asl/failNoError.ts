import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/fail-no-error',
  subject: 'state',
  only: (layout) => layout?.kind === 'Fail',
  severity: 'hint',
  summary: 'A Fail state names its error.',
  why: 'Callers match an error by its name, and alarms and people tell failures apart by it. Without one they only see that something failed.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html',
  note: 'errors#who-handles-what',
  bad: [
    {
      text: '{ "StartAt": "Job failed", "States": { «"Job failed"»: { "Type": "Fail" } } }',
      fixed:
        '{ "StartAt": "Job failed", "States": { "Job failed": { "Type": "Fail", "Error": "JobFailed" } } }',
    },
    {
      text: '{ "StartAt": "F", "States": { «"F"»: { "Type": "Fail", "Cause": "no more items" } } }',
      fixed:
        '{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "F", "Cause": "no more items" } } }',
    },
  ],
  good: [
    '{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "Orders.Empty" } } }',
    '{ "StartAt": "F", "States": { "F": { "Type": "Fail", "ErrorPath": "$.error.Error" } } }',
  ],

  *check({ node, key, name }, { machine: { tree } }) {
    if (property(node, 'Error') || property(node, 'ErrorPath')) return;
    const error = nameFor(name);
    const edit = new TreeEditor(tree).add(node, 'Error', error, property(node, 'Type'));
    yield {
      span: key.span,
      message: `"${name}" ends the execution with an error that has no name.`,
      fixes: error ? [{ title: `Add "Error": "${error}"`, edits: [edit] }] : [],
    };
  },
});

/** A state's name in the way in which errors are called. */
function nameFor(state: string): string {
  return state
    .replace(/\$\{[^}]*\}/g, '')
    .replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]|$)/g, (_, next: string) => next.toUpperCase());
}
