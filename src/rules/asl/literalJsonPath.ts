import { variablesOf } from '../../model/variables';
import { TreeEditor, type TextEdit } from '../../syntax/edit';
import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule } from '../rule';
import { looksLikePath } from './looksLikePath';

export default defineRule({
  id: 'asl/literal-jsonpath',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A JSONata state has no values that only JSONPath would evaluate.',
  why: 'In a JSONata state a path, an intrinsic function and a key that ends in ".$" are plain text. AWS deploys the definition and passes on the text.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  bad: [
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "W", "States": { "W": { "Type": "Parallel", "Arguments": { "id.$": «"$.order.id"» }, "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }], "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "W", "States": { "W": { "Type": "Parallel", "Arguments": { "id": "{% $states.input.order.id %}" }, "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }], "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "id": «"States.UUID()"» }, "End": true } } }',
    },
  ],
  good: [
    '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "price": "$5", "id": "{% $uuid() %}" }, "End": true } } }',
  ],

  *check(machine) {
    for (const { node, place } of machine.expressions.literals) {
      if (place.owner.queryLanguage !== 'JSONata') continue;
      if (!looksLikePath(node, variablesOf(machine).assignments)) continue;
      const expression = BEFORE_RESULT.has(place.field.name) ? jsonataFor(node.value) : undefined;
      yield {
        span: node.span,
        message: `"${node.value}" is plain text in a JSONata state.`,
        fixes: expression
          ? [{ title: `Change to "${expression}"`, edits: conversion(machine.tree, node, expression) }]
          : undefined,
      };
    }
  },
});

/** Fields in which "$" can only have meant the input. */
const BEFORE_RESULT: ReadonlySet<string> = new Set(['Arguments', 'Items', 'ItemSelector']);

function jsonataFor(path: string): string | undefined {
  const match = /^(\$\$?)((?:\.[A-Za-z_]\w*)*)$/.exec(path);
  return match ? `{% $states.${match[1] === '$' ? 'input' : 'context'}${match[2]} %}` : undefined;
}

function conversion(tree: Tree, node: StringNode, expression: string): (TextEdit | undefined)[] {
  const editor = new TreeEditor(tree);
  const edits = [editor.replace(node, expression)];
  const entry = node.parent;
  if (entry?.kind === 'property' && entry.name.endsWith('.$') && entry.name.length > 2) {
    edits.push(editor.rename(entry, entry.name.slice(0, -2)));
  }
  return edits;
}
