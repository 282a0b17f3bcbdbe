import { gapsOf } from '../model/gaps';
import { fileFacts, type WorkspaceGraph } from '../model/workspace';
import { contains } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import type { InlayHint } from './inlayHints';

/** Values longer than this are shown in part. */
const LONGEST = 40;

/** Behind each `${Name}`, what the template fills in, as far as it says so. */
export function substitutionHints(
  document: LanguageDocument,
  visible: Span,
  graph: WorkspaceGraph | undefined,
): InlayHint[] {
  return document.located.stateMachines.flatMap((machine) => {
    const gaps = gapsOf(machine).filter(({ whole }) => contains(visible, whole.end));
    if (gaps.length === 0) return [];
    const values = valuesFor(document, machine.root.span, graph);
    return gaps.flatMap(({ name, whole }): InlayHint[] => {
      const value = values.get(name);
      if (value === undefined) return [];
      const shown = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
      return [{ offset: whole.end, label: `= ${shown}`, tooltip: `"${name}" is filled in with "${value}".` }];
    });
  });
}

function valuesFor(
  { path, located }: LanguageDocument,
  root: Span,
  graph: WorkspaceGraph | undefined,
): ReadonlyMap<string, string> {
  const around = located.definitions.find(({ machine }) => machine?.root.span.start === root.start);
  const parts = around
    ? (fileFacts(path, located)?.parts ?? []).filter(({ id }) => id === around.resource.id)
    : runners(path, graph);
  return new Map(
    parts
      .flatMap(({ substitutions = [] }) => substitutions)
      .flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function runners(path: string, graph: WorkspaceGraph | undefined) {
  const file = graph?.part(path, '');
  return file && graph ? graph.runnersOf(file) : [];
}
