import { CONTEXT_OBJECT, type ContextEntry } from '../../catalog/contextObject';
import { pathsOf } from '../../expressions/intrinsic';
import type { JsonPath } from '../../expressions/jsonPath';
import { nearest } from '../../expressions/nearest';
import type { JsonataExpression, PathExpression } from '../../model/expressions';
import type { State } from '../../model/stateMachine';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding, side } from '../rule';
import { findingIn } from './expressionFinding';

export default defineRule({
  id: 'asl/context-field',
  subject: 'path',
  severity: 'warning',
  summary: 'What is read of the context object exists there.',
  why: 'AWS deploys a definition that reads a field which the context object does not have; the execution then fails at that state.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html',
  bad: [
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id.$": "$$.Execution.«ID»" }, "End": true } } }',
      fixed:
        '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id.$": "$$.Execution.Id" }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.context.«Workflow».Name %}", "End": true } } }',
    },
    {
      text: '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "i.$": "$$.«Map».Item.Index" }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "$$.Execution.Input.any.thing", "b.$": "States.Format(\'{}\', $$.State.Name)", "c.$": "$$" }, "End": true } } }',
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemSelector": { "i.$": "$$.Map.Item.Index" }, "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }, "End": true } } }',
    '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl": "q", "MessageBody": { "t.$": "$$.Task.Token" } }, "End": true } } }',
  ],

  check(expression, { machine: { tree } }) {
    return expression.node.value.includes('$$') ? inJsonPath(tree, expression) : undefined;
  },
  sides: [
    side('jsonata', (expression, { machine: { tree } }) =>
      expression.node.value.includes('context') ? inJsonata(tree, expression) : undefined,
    ),
  ],
});

function* inJsonPath(tree: Tree, { node, place, parsed }: PathExpression): Iterable<Finding> {
  const found = parsed.path ? [parsed.path] : parsed.call ? pathsOf(parsed.call) : [];
  for (const path of found) {
    if (path.root === 'context') yield* judge(tree, node, place.state, stepsOf(path));
  }
}

function* inJsonata(tree: Tree, { node, place, parsed }: JsonataExpression): Iterable<Finding> {
  for (const { name, path } of parsed.references) {
    if (name === 'states' && path[0]?.name === 'context')
      yield* judge(tree, node, place.state, path.slice(1));
  }
}

interface Step {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const ENTRIES: ReadonlyMap<string, ContextEntry> = new Map(
  CONTEXT_OBJECT.map((entry) => [entry.path, entry]),
);

/** The names up to the first index, wildcard or filter. */
function stepsOf({ segments }: JsonPath): Step[] {
  const steps: Step[] = [];
  for (const segment of segments) {
    if (segment.kind !== 'name') break;
    steps.push({ name: segment.name, start: segment.nameStart, end: segment.nameEnd });
  }
  return steps;
}

function* judge(tree: Tree, node: StringNode, state: State, steps: readonly Step[]): Iterable<Finding> {
  let path = '';
  for (const { name, start, end } of steps) {
    if (name.includes('${')) return;
    const parent = path;
    path = path === '' ? name : `${path}.${name}`;
    const entry = ENTRIES.get(path);
    const problem = entry ? unavailable(entry, state) : unknown(parent, name);
    if (problem) yield findingIn(tree, node, { start, end, ...problem });
    if (problem || entry?.type === 'any') return;
  }
}

function unknown(parent: string, name: string): { message: string; suggestion?: string } | undefined {
  const children = [...ENTRIES.keys()].flatMap((path) => {
    const rest = parent === '' ? path : path.startsWith(`${parent}.`) ? path.slice(parent.length + 1) : '';
    return rest === '' || rest.includes('.') ? [] : [rest];
  });
  // What is in a value that is no object, only the execution knows.
  if (children.length === 0) return undefined;
  const holder = parent === '' ? 'The context object' : `"${parent}" of the context object`;
  return { message: `${holder} has no "${name}".`, suggestion: nearest(name, children) };
}

function unavailable({ path, available }: ContextEntry, state: State): { message: string } | undefined {
  if (available === 'map' && !isInMap(state)) {
    return { message: `"${path}" exists inside a Map only, and "${state.name}" is in none.` };
  }
  if (available === 'taskToken' && state.type !== 'Task') {
    return { message: `"${path}" exists in a Task only, and "${state.name}" is a ${state.type} state.` };
  }
  return undefined;
}

function isInMap(state: State): boolean {
  for (let at: State | undefined = state; at; at = at.scope.owner) if (at.type === 'Map') return true;
  return false;
}
