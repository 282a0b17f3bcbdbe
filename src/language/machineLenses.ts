import type { WorkspaceGraph } from '../model/workspace';
import type { Diagnostic } from '../rules/run';
import type { Severity } from '../rules/rule';
import { contains } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import type { WorkspacePlace } from './workspacePlace';

/** Opens the places that start or call a machine. */
export interface CallersLens {
  readonly kind: 'callers';
  readonly span: Span;
  readonly title: string;
  readonly places: readonly WorkspacePlace[];
}

/** Opens the list of findings. */
export interface FindingsLens {
  readonly kind: 'findings';
  readonly span: Span;
  readonly title: string;
}

interface Machine {
  /** Of its part in the workspace. */
  readonly id: string;
  /** Where the lens stands. */
  readonly span: Span;
  readonly whole: Span;
}

/** Above each machine, who starts it. */
export function callerLenses(document: LanguageDocument, graph: WorkspaceGraph | undefined): CallersLens[] {
  if (!graph) return [];
  return machinesOf(document).flatMap(({ id, span }): CallersLens[] => {
    const part = graph.part(document.path, id);
    if (!part) return [];
    const steps = [part, ...graph.runnersOf(part)]
      .flatMap((one) => graph.into(one))
      .filter(({ kind }) => kind !== 'runs');
    // The files of a workspace are read in any order, and the words shall not change with it.
    const names = [...new Set(steps.map(({ from }) => from.name))].sort();
    if (names.length === 0) return [];
    const title = names.length > 3 ? `Started from ${names.length} places` : `Started by ${names.join(', ')}`;
    const places = steps.map(({ path, link }) => ({ path, span: link.span }));
    return [{ kind: 'callers', span, title, places }];
  });
}

const WORDS: readonly (readonly [severity: Severity, one: string, many: string])[] = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'note', 'notes'],
];

/** Above each machine, how many findings there are in it; hints are not counted. */
export function findingLenses(
  document: LanguageDocument,
  diagnostics: readonly Diagnostic[],
): FindingsLens[] {
  return machinesOf(document).flatMap(({ span, whole }): FindingsLens[] => {
    const inside = diagnostics.filter((diagnostic) => contains(whole, diagnostic.span.start));
    const counts = WORDS.flatMap(([severity, one, many]) => {
      const count = inside.filter((diagnostic) => diagnostic.severity === severity).length;
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    });
    return counts.length === 0 ? [] : [{ kind: 'findings', span, title: counts.join(', ') }];
  });
}

function machinesOf({ located }: LanguageDocument): Machine[] {
  if (located.template) {
    return located.definitions.map(({ resource, node }) => ({
      id: resource.id,
      span: resource.key,
      whole: {
        start: Math.min(resource.key.start, node.span.start),
        end: Math.max(resource.key.end, resource.node.span.end, node.span.end),
      },
    }));
  }
  return located.stateMachines.map(({ root: { span } }) => ({
    id: '',
    span: { start: span.start, end: span.start },
    whole: span,
  }));
}
