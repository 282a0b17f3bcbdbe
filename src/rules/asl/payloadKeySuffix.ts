import type { StateMachine } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import type { Property, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding, type Fix, side } from '../rule';
import { findingIn } from './expressionFinding';

export default defineRule({
  id: 'asl/payload-key-suffix',
  subject: 'path',
  only: (kind) => kind === 'pathOrIntrinsic',
  severity: 'error',
  summary: 'A key that ends in ".$" has a path or an intrinsic function as its value.',
  why: 'The suffix says that the value is evaluated; any other value under such a key is refused when the definition is deployed.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "«fixed»" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a": "fixed" }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "count.$": «1» }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "count": 1 }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "$.b", "b.$": "$$.State.Name", "c": "fixed", "d.$": "States.UUID()" }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "a.$": 1 }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "${Path}" }, "End": true } } }',
  ],

  check({ node, parsed }, { machine: { tree } }) {
    if (parsed.problems.length === 0) return undefined;
    if (node.value.startsWith('$') || node.value.startsWith('States.')) return undefined;
    const [problem] = parsed.problems;
    const finding = findingIn(tree, node, problem);
    const entry = node.parent;
    const fixes = entry?.kind === 'property' ? withoutSuffix(entry, new TreeEditor(tree)) : [];
    return [{ ...finding, fixes: [...(finding.fixes ?? []), ...fixes] }];
  },
  sides: [side('stateMachine', misplacedSuffixes)],
});

function* misplacedSuffixes(machine: StateMachine): Iterable<Finding> {
  for (const { property, value } of machine.expressions.misplaced) {
    yield {
      span: value.span,
      message: `"${property.name}" asks for a path or an intrinsic function, and ${describe(value)} stands here.`,
      fixes: withoutSuffix(property, new TreeEditor(machine.tree)),
    };
  }
}

/** A field that has the suffix in its own name, such as "RoleArn.$", keeps it. */
function withoutSuffix(property: Property, editor: TreeEditor): Fix[] {
  const name = property.name.slice(0, -2);
  if (!property.name.endsWith('.$') || name === '') return [];
  return [{ title: `Rename to "${name}"`, edits: [editor.rename(property, name)] }];
}

function describe({ kind }: TreeNode): string {
  if (kind === 'null') return 'null';
  return kind === 'array' || kind === 'object' ? `an ${kind}` : `a ${kind}`;
}
