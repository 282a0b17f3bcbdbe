import type { EmbeddedSchedule } from '../model/locate';
import { readSchedule } from '../model/readSchedule';
import { describeSchedule } from '../model/scheduleWords';
import type { WorkspaceGraph } from '../model/workspace';
import { contains, get, getString } from '../syntax/navigate';
import type { ObjectNode, Span } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { firingTable } from './firingTable';
import { substitutionHints } from './substitutionHints';
import { transitionHints } from './transitionHints';

/** A few words that the editor shows behind a place of the text. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/**
 * How long retries take at the worst, what schedules mean, what gaps are filled in with and how many
 * transitions a run takes, for what is visible.
 */
export function inlayHints(
  document: LanguageDocument,
  visible: Span,
  userZone?: string,
  now = new Date(),
  graph?: WorkspaceGraph,
): InlayHint[] {
  const { located } = document;
  const retries = located.stateMachines.flatMap(({ states }) =>
    states.flatMap(({ retriers }) => retriers.flatMap(retryHint)),
  );
  const schedules = located.schedules
    .filter(({ node }) => visible.start <= node.span.end && node.span.end <= visible.end)
    .flatMap((schedule) => scheduleHint(schedule, userZone, now));
  const gaps = substitutionHints(document, visible, graph);
  const ofValues = [...retries, ...schedules, ...transitionHints(document)].map((hint) => ({
    ...hint,
    offset: behindComma(document.text, hint.offset),
  }));
  return [...ofValues, ...gaps].filter(({ offset }) => contains(visible, offset));
}

/** A hint between a value and the comma at the end of its line would read as a part of the text. */
function behindComma(text: string, offset: number): number {
  return /^,[ \t]*(?:[\r\n]|$)/.test(text.slice(offset, offset + 200)) ? offset + 1 : offset;
}

/** Step Functions' own values where a retrier says nothing ("Handling errors in Step Functions workflows"). */
const RETRIER = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 } as const;

function retryHint(retrier: ObjectNode): InlayHint[] {
  const names = retrier.properties.find(({ name }) => name === 'ErrorEquals');
  const interval = numberOf(retrier, 'IntervalSeconds');
  const attempts = numberOf(retrier, 'MaxAttempts');
  const rate = numberOf(retrier, 'BackoffRate');
  const most = get(retrier, 'MaxDelaySeconds') ? numberOf(retrier, 'MaxDelaySeconds') : Infinity;
  if (!names || interval === undefined || attempts === undefined || rate === undefined || most === undefined)
    return [];
  // Behind a mistake the words would be a guess.
  if (![interval, attempts].every(Number.isInteger) || interval < 1 || attempts < 0 || rate < 1 || most < 1)
    return [];
  if (attempts === 0) return [{ offset: names.span.end, label: 'no retry', tooltip: '"MaxAttempts" is 0.' }];
  const waits = Array.from({ length: Math.min(attempts, 1000) }, (_, index) =>
    Math.min(most, interval * rate ** index),
  );
  // By then the waits have become equal, or longer than any execution.
  const later = (attempts - waits.length) * waits[waits.length - 1];
  const total = waits.reduce((sum, wait) => sum + wait, later);
  const shown = waits.slice(0, 6).map((wait) => duration(wait));
  const upTo = getString(retrier, 'JitterStrategy')?.value === 'FULL' ? 'up to ' : '';
  return [
    {
      offset: names.span.end,
      label: `${attempts} × · waits ${upTo}${duration(total)}`,
      tooltip: `Waits ${upTo}${shown.join(', ')}${attempts > 6 ? ', …' : ''}: ${duration(total)} in all when every attempt fails, without the attempts' own time.`,
    },
  ];
}

function numberOf(retrier: ObjectNode, name: string): number | undefined {
  const node = get(retrier, name);
  if (!node) return name in RETRIER ? RETRIER[name as keyof typeof RETRIER] : undefined;
  return node.kind === 'number' ? (node.value as number) : undefined;
}

/** No Standard execution runs longer than a year. */
const LONGEST = 31_536_000;

/** Seconds in the unit in which people would say them. */
function duration(seconds: number): string {
  if (seconds > LONGEST) return 'over a year';
  const units: readonly [number, string][] = [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min'],
  ];
  const [size, unit] = units.find(([one]) => seconds >= one * 2) ?? [1, 's'];
  return `${(seconds / size).toLocaleString('en-US', { maximumFractionDigits: 1 })} ${unit}`;
}

function scheduleHint(embedded: EmbeddedSchedule, userZone: string | undefined, from: Date): InlayHint[] {
  const read = readSchedule(embedded);
  // Behind a mistake the words would be a guess; a rate is in words already.
  if (!read || read.schedule.type === 'rate' || read.problems.some(({ severity }) => severity === 'error'))
    return [];
  const { schedule, zone, start, end } = read;
  if (zone === undefined) return [];
  const times = firingTable(schedule, { zone, userZone, from, start, end, count: 10 });
  return [
    {
      offset: embedded.node.span.end,
      label: describeSchedule(schedule, zone),
      tooltip: times.length > 0 ? `Next times:\n${times.join('\n')}` : 'It never fires again.',
    },
  ];
}
