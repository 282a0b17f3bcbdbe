import { timestampProblem } from '../../expressions/timestamp';
import { TreeEditor } from '../../syntax/edit';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/timestamp',
  subject: 'field',
  only: ({ field: { shape } }) => shape.kind === 'string' && shape.format === 'timestamp',
  severity: 'error',
  summary: 'A point in time is written by RFC 3339, with a capital "T" and with "Z" or an offset.',
  why: 'AWS refuses any other form, such as a blank for the "T" or a missing time zone.',
  reference: 'https://states-language.net/spec.html#timestamps',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "2026-10-01« »12:00:00Z", "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "2026-10-01T12:00:00Z", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Variable": "$.at", "TimestampLessThan": "«2026-10-01T12:00:00»", "Next": "B" }] }, "B": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Variable": "$.at", "TimestampLessThan": "2026-10-01T12:00:00Z", "Next": "B" }] }, "B": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "«tomorrow»", "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "2026-10-01T12:00:00.123456789Z", "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "{% $states.input.at %}", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "${At}", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "{{resolve:ssm:/orders/start}}", "End": true } } }',
  ],

  check({ owner, property: { value }, field: { jsonata } }, { machine: { tree } }) {
    if (value?.kind !== 'string' || value.dynamic) return undefined;
    const expression = jsonata && value.value.trimStart().startsWith('{%');
    return !expression || owner.queryLanguage === 'JSONPath' ? judge(tree, value) : undefined;
  },
});

function* judge(tree: Tree, node: StringNode): Iterable<Finding> {
  const { value, mapped } = node;
  const problem = timestampProblem(value);
  if (!problem) return;
  const { start, end, message, suggestion } = problem;
  const mended = suggestion === undefined ? '' : value.slice(0, start) + suggestion + value.slice(end);
  const fix = { title: `Change to "${mended}"`, edits: [new TreeEditor(tree).replace(node, mended)] };
  yield {
    span: { start: mapped.toHost(start), end: mapped.toHost(end) },
    message,
    fixes: mended === '' ? undefined : [fix],
  };
}
