import type { ValueShape } from '../../catalog/fieldTypes';
import { type JsonPath, referencePathProblems } from '../../expressions/jsonPath';
import { defineRule } from '../rule';
import { findingIn } from './expressionFinding';

export default defineRule({
  id: 'asl/reference-path',
  subject: 'path',
  only: (kind) => kind === 'referencePath',
  severity: 'error',
  summary: 'A path that names one place, such as "ResultPath" or "Variable", leads to exactly one value.',
  why: 'There, a path with "*", "..", a slice or a filter is refused, and so is the context object where the field reads the state input only.',
  reference: 'https://states-language.net/spec.html#ref-paths',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "ResultPath": "$«..»b", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "SecondsPath": "$.delays«[*]»", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "ResultPath": "«$$».Execution", "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemBatcher": { "MaxItemsPerBatchPath": "«$$».Execution.Input.size" }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "ResultPath": "$[\'a b\'].c[0]", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "SecondsPath": "$$.Execution.Input.delay", "End": true } } }',
  ],

  check({ node, place, parsed: { path, problems } }, { machine: { tree } }) {
    if (!path || problems.length > 0) return undefined;
    const root = refusedRoot(path, place.field.shape);
    if (root) {
      const message = `"${place.field.name}" does not take ${root}.`;
      return [findingIn(tree, node, { start: path.start, end: path.rootEnd, message })];
    }
    const [problem] = referencePathProblems(path);
    return problem && [findingIn(tree, node, problem)];
  },
});

function refusedRoot({ root, variable }: JsonPath, shape: ValueShape): string | undefined {
  const without = shape.kind === 'string' ? shape.without : undefined;
  if (root === 'context' && without?.includes('context')) return 'the context object "$$"';
  if (root === 'variable' && without?.includes('variable')) return `the variable "$${variable}"`;
  return undefined;
}
