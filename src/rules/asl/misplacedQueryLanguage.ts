import { fieldsOf } from '../../catalog/fields';
import type { ScopeKind } from '../../model/stateMachine';
import { TreeEditor, type PlainValue } from '../../syntax/edit';
import { getObject, property } from '../../syntax/navigate';
import type { ObjectNode, Property, Tree, TreeNode } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';

export default defineRule({
  id: 'asl/misplaced-query-language',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'Fields of the machine, such as "QueryLanguage", stand beside "States" and not inside it.',
  why: 'What stands inside "States" is read as a state. The definition is refused, and where "QueryLanguage" is meant, every JSONata field with it.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { «"QueryLanguage"»: "JSONata", "A": { "Type": "Pass", "Output": 1, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": 1, "End": true } }, "QueryLanguage": "JSONata" }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" }, «"TimeoutSeconds"»: 60 } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } }, "TimeoutSeconds": 60 }',
    },
  ],
  good: [
    '{ "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": { "Type": "Pass", "Output": 1, "End": true } } }',
    '{ "StartAt": "Version", "States": { "Version": { "Type": "Succeed" } } }',
  ],

  check({ tree, scopes }) {
    const found: Finding[] = [];
    for (const { kind, node } of scopes) {
      for (const entry of getObject(node, 'States')?.properties ?? []) {
        if (isMisplacedField(entry)) found.push(finding(tree, kind, node, entry));
      }
    }
    return found;
  },
});

function finding(tree: Tree, level: ScopeKind, node: ObjectNode, entry: Property): Finding {
  const { name, value } = entry;
  const isField = fieldsOf(level).has(name);
  return {
    span: entry.key.span,
    message: `"${name}" stands inside "States", where it is read as a state.`,
    fixes: isField && isScalar(value) ? [move(tree, node, entry, value.value)] : undefined,
  };
}

/** True for an entry of "States" that is no state but a field of the level around it. */
export function isMisplacedField({ name, value }: Property): boolean {
  return isScalar(value) && fieldsOf('machine').has(name);
}

function isScalar(value: TreeNode | undefined): value is TreeNode & { value: PlainValue } {
  return value !== undefined && value.kind !== 'object' && value.kind !== 'array' && value.kind !== 'dynamic';
}

function move(tree: Tree, node: ObjectNode, entry: Property, value: PlainValue): Fix {
  const editor = new TreeEditor(tree);
  const { value: name } = entry.key;
  const edits = [editor.remove(entry)];
  if (!property(node, name)) edits.push(editor.add(node, name, value));
  return { title: `Move "${name}" out of "States"`, edits };
}
