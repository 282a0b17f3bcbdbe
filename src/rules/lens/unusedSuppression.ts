import { defineRule } from '../rule';

export default defineRule({
  id: 'lens/unused-suppression',
  subject: 'unusedSuppressions',
  severity: 'hint',
  summary: 'What a file switches off would be reported without it.',
  why: 'A suppression that no longer hides anything hides the next mistake instead.',
  reference: 'https://github.com/orchestration-lens/orchestration-lens#suppressing-a-finding',
  bad: [
    {
      text: '{ «"Comment": "orchestration-lens-disable asl/unknown-target"», "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    },
    {
      text: '«# orchestration-lens-disable-next-line asl/unknown-target»\nStartAt: A\nStates:\n  A:\n    Type: Succeed\n',
    },
  ],
  good: [
    'StartAt: B # orchestration-lens-disable-line asl/unknown-target\nStates:\n  A:\n    Type: Succeed\n',
  ],

  *check(unused) {
    for (const { rule, span } of unused) {
      const what = rule === '*' ? 'Nothing' : `Nothing of "${rule}"`;
      yield { span, message: `${what} is found here that this switches off.`, tag: 'unnecessary' };
    }
  },
});
