import { patternOf, treeOfPattern } from '../../model/resources/patterns';
import { TreeEditor } from '../../syntax/edit';
import { nodeAt, toValue } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'eventbridge/pattern-scalar',
  subject: 'eventPattern',
  severity: 'error',
  summary: 'The values that a field of a pattern may have stand in a list.',
  why: 'A pattern looks like the event, but its values are lists of what is let through. AWS refuses a pattern in which a value stands alone.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html',
  note: 'eventbridge',
  bad: [
    { text: '{ "source": «"aws.glue"» }', fixed: '{ "source": ["aws.glue"] }' },
    {
      text: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source:
          - aws.states
        detail:
          status: «FAILED»
`,
      fixed: `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source:
          - aws.states
        detail:
          status: [FAILED]
`,
    },
  ],
  good: [
    '{ "source": ["aws.glue"], "detail": { "state": ["FAILED"] } }',
    `Resources:
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: !Ref Sources, detail: !If [All, !Ref AWS::NoValue, { state: [FAILED] }] }
`,
  ],

  *check(subject) {
    const tree = treeOfPattern(subject, subject.template);
    for (const { code, span, message } of patternOf(subject).problems) {
      if (code !== 'not-an-array') continue;
      const node = tree && nodeAt(tree, span.start);
      const edit = node?.kind === 'string' || node?.kind === 'number' || node?.kind === 'boolean';
      const value = toValue(node) as string | number | boolean;
      yield {
        span,
        message,
        fixes:
          tree && edit
            ? [
                {
                  title: 'Put the value in a list',
                  edits: [new TreeEditor(tree).replace(node, [value])],
                  safe: true,
                },
              ]
            : [],
      };
    }
  },
});
