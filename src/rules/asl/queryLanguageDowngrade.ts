import { TreeEditor } from '../../syntax/edit';
import { getString, property } from '../../syntax/navigate';
import { defineRule } from '../rule';

export default defineRule({
  id: 'asl/query-language-downgrade',
  subject: 'state',
  only: (layout) => layout?.has('QueryLanguage') ?? true,
  severity: 'error',
  summary: 'No state of a JSONata machine goes back to JSONPath.',
  why: 'A machine in JSONPath may have JSONata states, but AWS refuses the reverse.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  bad: [
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": «"JSONPath"», "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": "JSONata", "End": true } } }',
    '{ "QueryLanguage": "JSONPath", "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": "JSONata", "End": true } } }',
  ],

  check({ name, node, queryLanguage }, { machine }) {
    if (queryLanguage !== 'JSONPath' || machine.queryLanguage !== 'JSONata') return undefined;
    const own = property(node, 'QueryLanguage');
    const value = getString(node, 'QueryLanguage');
    if (!own || value?.value !== 'JSONPath') return undefined;
    return [
      {
        span: value.span,
        message: `"${name}" is written in JSONPath, and the state machine in JSONata.`,
        fixes: [{ title: 'Remove "QueryLanguage"', edits: [new TreeEditor(machine.tree).remove(own)] }],
      },
    ];
  },
});
