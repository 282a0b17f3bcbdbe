import type { Owner } from '../../catalog/fieldTypes';
import { oncePer } from '../../model/oncePer';
import type { OwnerLayout } from '../../model/ownerLayout';
import type { FieldOwner } from '../../model/owners';
import { hasNext, hasNoTransition } from '../../model/scopeGraph';
import type { State, StateMachine } from '../../model/stateMachine';
import { TreeEditor } from '../../syntax/edit';
import { property } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';

export default defineRule({
  id: 'asl/missing-transition',
  subject: 'state',
  only: (layout) => !layout || (!WITHOUT_NEXT.includes(layout.kind) && !goesOn(layout)),
  severity: 'error',
  summary: 'A Task, Pass, Wait, Parallel or Map state has either "Next" or "End": true.',
  why: 'A state that says neither where to go on nor that the work ends, or says both, is refused when the definition is deployed.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { «"A"»: { "Type": "Pass" } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { «"A"»: { "Type": "Pass" }, "B": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B", «"End": true» }, "B": { "Type": "Succeed" } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": «false» } } }',
      fixed: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 1, "Next": "B" }, "B": { "Type": "Pass", "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "B" }], "Default": "B" }, "B": { "Type": "Succeed" } } }',
  ],

  check(state, { machine }) {
    // That is told where it is misspelt.
    if (hasOneWayOn(state) || misspelt(machine).has(state.node)) return undefined;
    return judge(state, new TreeEditor(machine.tree));
  },
});

/** The states in which "Next" or "End" is written in another way. */
const misspelt = oncePer(
  ({ owners }: StateMachine): ReadonlySet<ObjectNode> =>
    new Set(
      owners.filter(({ layout, meant }) => layout.hasUnknown && isTransition(meant)).map(({ node }) => node),
    ),
);

function isTransition(meant: FieldOwner['meant']): boolean {
  return [...meant.values()].some((name) => name === 'Next' || name === 'End');
}

/** States that have other ways on, or none. */
const WITHOUT_NEXT: readonly Owner[] = ['Choice', 'Succeed', 'Fail'];

/** The usual case, decided once for all states of a layout. */
function goesOn(layout: OwnerLayout): boolean {
  return layout.has('Next') && !layout.has('End');
}

/** The usual case of the last state, decided without building anything. */
function hasOneWayOn({ transitions, end }: State): boolean {
  if (hasNext(transitions)) return end === undefined;
  return end?.value?.kind === 'boolean' && end.value.value === true;
}

function* judge(state: State, editor: TreeEditor): Iterable<Finding> {
  const { node, name } = state;
  if (hasNoTransition(state)) {
    yield {
      span: state.key.span,
      message: `"${name}" has neither "Next" nor "End", so the run cannot leave it.`,
      fixes: additions(state, editor),
    };
    return;
  }
  const end = property(node, 'End');
  const next = property(node, 'Next');
  if (end?.value?.kind !== 'boolean') return;
  if (next && end.value.value === false) {
    yield {
      span: end.span,
      severity: 'warning',
      message: `"End": false says nothing beside the "Next" of "${name}".`,
      fixes: [{ title: 'Remove "End"', edits: [editor.remove(end)], safe: true }],
    };
  } else if (next) {
    yield {
      span: end.span,
      message: `"${name}" has "Next" and "End": a run either goes on or ends here.`,
      fixes: [
        { title: 'Remove "End"', edits: [editor.remove(end)] },
        { title: 'Remove "Next"', edits: [editor.remove(next)] },
      ],
    };
  } else if (end.value.value === false) {
    yield {
      span: end.value.span,
      message: `"End": false leaves "${name}" without a way on.`,
      fixes: [{ title: 'Change to true', edits: [editor.replace(end.value, true)] }],
    };
  }
}

/** The following state first where there is one, for a state in the middle goes on more often than it ends. */
function additions({ node, scope, property: entry }: State, editor: TreeEditor): Fix[] {
  const following = scope.states[scope.states.findIndex((state) => state.property === entry) + 1];
  const end = { title: 'Add "End": true', edits: [editor.add(node, 'End', true)] };
  if (!following) return [end];
  return [
    { title: `Add "Next": "${following.name}"`, edits: [editor.add(node, 'Next', following.name)] },
    end,
  ];
}
