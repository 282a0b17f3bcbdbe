import { scopeGraph } from '../../model/scopeGraph';
import { nearest } from '../../expressions/nearest';
import type { Scope, State } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { get } from '../../syntax/navigate';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';

export default defineRule({
  id: 'asl/unknown-target',
  subject: 'stateMachine',
  severity: 'error',
  summary: 'A transition names a state of the same level.',
  why: 'A name that does not exist, or exists only in another branch, is refused when the definition is deployed.',
  reference: 'https://states-language.net/spec.html#transitions',
  bad: [
    {
      text: '{ "StartAt": "Load", "States": { "Load": { "Type": "Pass", "Next": «"Sace"» }, "Save": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "Load", "States": { "Load": { "Type": "Pass", "Next": "Save" }, "Save": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": «"lod"», "States": { "Load": { "Type": "Succeed" } } }',
      fixed: '{ "StartAt": "Load", "States": { "Load": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": «"Done"» } } }], "Next": "Done" }, "Done": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }], "Next": "Done" }, "Done": { "Type": "Succeed" } } }',
    },
  ],
  good: ['{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }'],

  check({ tree, scopes }) {
    const found: Finding[] = [];
    for (const scope of scopes) {
      const start = scope.startAt?.value;
      if (start?.kind === 'string' && !start.dynamic && !scope.byName.has(start.value))
        found.push(...judge(tree, scope, start));
      for (const { state, target } of scopeGraph(scope).lost)
        found.push(...judge(tree, scope, target, state));
    }
    return found;
  },
});

function* judge(tree: Tree, scope: Scope, target: StringNode, from?: State): Iterable<Finding> {
  const name = target.value;
  if (mayExist(scope, name)) return;
  const candidates = [...scope.byName.keys()].filter((candidate) => candidate !== from?.name);
  const near = nearest(name, candidates);
  const fixes = near
    ? [{ title: `Change to "${near}"`, edits: [new TreeEditor(tree).replace(target, near)], safe: true }]
    : endHere(tree, scope, target);
  yield { span: target.span, message: `"${name}" is not a state at this level.`, fixes };
}

/** The end of a branch, for a "Next" that leads to a state behind the Parallel or Map around it. */
function endHere(tree: Tree, { owner }: Scope, target: StringNode): Fix[] | undefined {
  const next = target.parent;
  if (!owner?.scope.byName.has(target.value) || next?.kind !== 'property' || next.name !== 'Next')
    return undefined;
  const { parent: holder } = next;
  // The "Next" of a catcher or a rule has no "End" to be replaced by.
  if (!get(holder, 'Type')) return undefined;
  const editor = new TreeEditor(tree);
  const what = owner.type === 'Map' ? 'iteration' : 'branch';
  return [
    { title: `End the ${what} here`, edits: [editor.rename(next, 'End'), editor.replace(target, true)] },
  ];
}

/** True where the level's states are filled in from outside, or the one that is meant is half typed. */
function mayExist({ node }: Scope, name: string): boolean {
  const states = get(node, 'States');
  if (states?.kind !== 'object') return true;
  return states.properties.some((entry) => entry.dynamic || entry.name === name);
}
