import assert from 'node:assert/strict';
import { lint, type Diagnostic } from '../../src/rules/run';
import { exampleFile } from '../../src/rules/example';
import { locate } from '../../src/model/locate';
import { fileFacts, WorkspaceGraph } from '../../src/model/workspace';
import type { BadExample, Rule } from '../../src/rules/rule';
import { applyEdits } from '../../src/syntax/edit';
import { readMarks, writeMarks } from './marks';

/** The findings of one rule in a text, all rules running. */
export function findingsOf(
  rule: Pick<Rule, 'id'>,
  text: string,
  path = exampleFile(text),
  beside?: BadExample['beside'],
): Diagnostic[] {
  const files = beside && Object.entries({ ...beside, [path]: text });
  const facts = files?.flatMap(([file, content]) => {
    const located = locate({ path: file, text: content });
    return fileFacts(file, located, located.code) ?? [];
  });
  const rules = { [rule.id]: 'on' as const };
  const onRuleError = (id: string, error: unknown): void => {
    if (id === rule.id) throw error;
  };
  return lint(
    { path, text },
    {
      config: { rules, machineType: machineTypeOf(text), ignore: [] },
      onRuleError,
      ...(facts && { path, workspace: new WorkspaceGraph(facts) }),
    },
  ).filter((diagnostic) => diagnostic.rule === rule.id);
}

/** Demands exactly the marked findings. */
export function assertFound(
  rule: Pick<Rule, 'id'>,
  marked: string,
  path?: string,
  beside?: BadExample['beside'],
): Diagnostic[] {
  const { text, spans } = readMarks(marked);
  const found = findingsOf(rule, text, path, beside);
  assert.equal(
    writeMarks(
      text,
      found.map(({ span }) => span),
    ),
    writeMarks(text, spans),
    found.map(({ message }) => message).join('\n') || 'nothing was found',
  );
  return found;
}

/** The text after the first fix of every finding. */
export function applyFirstFixes(text: string, found: readonly Diagnostic[]): string {
  const edits = found.flatMap(({ fixes }) => (fixes[0] ? [...fixes[0].edits] : []));
  return applyEdits(
    text,
    edits.filter((edit) => edit !== undefined),
  );
}

/** An example that is an Express machine says so in its `Comment`: `"Comment": "EXPRESS"`. */
function machineTypeOf(text: string): 'STANDARD' | 'EXPRESS' {
  return /"?Comment"?: "?EXPRESS/.test(text) ? 'EXPRESS' : 'STANDARD';
}
