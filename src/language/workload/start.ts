import type { Answers } from '../../advisor/decide/answers';
import type { PlacedPart, WorkspaceGraph } from '../../model/workspace';

type Start = Pick<Answers, 'trigger' | 'source' | 'timezone'>;

/** What sets a part of the workspace going, as far as its files say it. */
export function startOf(graph: WorkspaceGraph, part: PlacedPart): Start {
  const [start] = starters(graph, part, new Set());
  return start ? startBy(start) : {};
}

/** What a schedule, rule or pipe means for the work behind it. */
export function startBy({ kind, listensTo = [] }: Pick<PlacedPart, 'kind' | 'listensTo'>): Start {
  if (kind === 'schedule') return { trigger: 'schedule' };
  if (kind === 'pipe') return { trigger: 'stream' };
  const source = sourceOf(listensTo);
  return source ? { trigger: 'event', source } : { trigger: 'event' };
}

/** Whose events a rule listens to, by the `source` in its pattern. */
function sourceOf(sources: readonly string[]): Answers['source'] {
  if (sources.length === 0) return undefined;
  if (sources.includes('aws.s3')) return 's3';
  if (sources.every((source) => source.startsWith('aws.'))) return 'aws-service';
  return sources.some((source) => source.startsWith('aws.partner/')) ? 'saas-partner' : 'custom-app';
}

/** Schedules, rules and pipes in front of a part; a machine in a file of its own is started as its template says. */
function starters(graph: WorkspaceGraph, part: PlacedPart, seen: Set<PlacedPart>): readonly PlacedPart[] {
  if (seen.has(part)) return [];
  seen.add(part);
  return graph.into(part).flatMap(({ from, kind }) => {
    if (from.kind === 'schedule' || from.kind === 'rule' || from.kind === 'pipe') return [from];
    return kind === 'runs' && from.kind === part.kind ? starters(graph, from, seen) : [];
  });
}
