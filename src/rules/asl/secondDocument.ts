import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/second-document',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'A file of YAML holds one definition, and no further document behind "---".',
  why: 'A state machine is created from one definition. SAM, CloudFormation and the Serverless Framework refuse a file of several documents, and what stands in the others is neither deployed nor checked.',
  reference: 'https://yaml.org/spec/1.2.2/#22-structures',
  bad: [
    {
      text: 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n«---»\nStartAt: B\nStates:\n  B:\n    Type: Succeed\n',
    },
  ],
  good: [
    '---\nStartAt: A\nStates:\n  A:\n    Type: Succeed\n',
    'StartAt: A\nStates:\n  A:\n    Type: Succeed\n---\n# the end\n',
    'StartAt: A\nStates:\n  A:\n    Type: Pass\n    Comment: |\n      ---\n      a line\n    End: true\n',
  ],

  *check({ tree, root }) {
    if (tree.format !== 'yaml' || tree.root !== root) return;
    const { source } = tree;
    const end = source.fromHost(root.span.end);
    const behind = source.text.slice(end);
    const [mark] = behind.matchAll(/^---(?=\s|$)/gm);
    if (!mark || !/^[^#\s]/m.test(behind.slice(mark.index + mark[0].length))) return;
    const start = source.toHost(end + mark.index);
    yield {
      span: { start, end: start + mark[0].length },
      message: 'Another document begins behind "---", and a definition is one document.',
    };
  },
});
