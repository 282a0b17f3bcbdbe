import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/credentials-on-activity',
  subject: 'task',
  only: ({ kind }) => kind === 'activity',
  severity: 'error',
  summary: 'A Task that waits for an activity worker has no "Credentials".',
  why: 'The worker fetches the task with its own role, so there is no call that another role could make; AWS refuses the field.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:sign", «"Credentials"»: { "RoleArn": "arn:aws:iam::111122223333:role/r" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:111122223333:activity:sign", "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:f", "Credentials": { "RoleArn.$": "$.role" }, "End": true } } }',
  ],

  *check({ state }, { machine: { tree } }) {
    const credentials = property(state.node, 'Credentials');
    if (!credentials) return;
    yield {
      span: credentials.key.span,
      message: `"${state.name}" waits for an activity worker, which takes no credentials.`,
      fixes: [{ title: 'Remove "Credentials"', edits: [new TreeEditor(tree).remove(credentials)] }],
    };
  },
});
