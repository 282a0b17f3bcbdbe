import type { EventRule } from '../../model/resources/eventRules';
import type { SchedulerSchedule } from '../../model/resources/schedulerSchedules';
import type { Template } from '../../model/template';
import { get } from '../../syntax/navigate';
import type { Tree } from '../../syntax/tree';
import { lineStart } from '../../syntax/lines';

/** What a text says about the clock that it is thinking of. */
export interface SpokenTime {
  /** The words that speak of local time. */
  readonly words: string;
  /** The time zone that they name. */
  readonly zone?: string;
  /** The hour, 0 to 23, where they name one. */
  readonly hour?: number;
}

const ZONES: Readonly<Record<string, string>> = {
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  CDT: 'America/Chicago',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  BST: 'Europe/London',
  CET: 'Europe/Berlin',
  CEST: 'Europe/Berlin',
  IST: 'Asia/Kolkata',
  JST: 'Asia/Tokyo',
  SGT: 'Asia/Singapore',
  AEST: 'Australia/Sydney',
  AEDT: 'Australia/Sydney',
};

const UTC = /\b(?:UTC|GMT|Zulu|coordinated universal)\b|\d{2}:?\d{2} ?Z\b/i;
const HOUR = /\b(\d{1,2})(?:[:.]\d\d)? ?([ap])\.?m\b/i;
const ZONE = new RegExp(`\\b(?:${Object.keys(ZONES).join('|')})\\b`);
const LOCAL =
  /\b(?:(?:local|eastern|pacific|central|mountain|european|UK|US|London|Paris|Berlin|Tokyo|Sydney|Singapore|New York)(?: (?:standard|daylight|summer))? time|(?:business|office|working|trading) hours|midnight|noon)\b/i;

/** True where a text says that its times are those of UTC. */
export function speaksOfUtc(text: string): boolean {
  return UTC.test(text);
}

/** What a text says about local time: `1:30am`, `PST`, `office hours`. */
export function spokenTime(text: string): SpokenTime | undefined {
  const hour = HOUR.exec(text);
  const zone = ZONE.exec(text);
  const found = hour ?? zone ?? LOCAL.exec(text);
  if (!found) return undefined;
  return {
    words: found[0],
    ...(zone && { zone: ZONES[zone[0]] }),
    ...(hour && { hour: (Number(hour[1]) % 12) + (hour[2].toLowerCase() === 'p' ? 12 : 0) }),
  };
}

/** All that people wrote about a rule or schedule: its names, its description, comments in it and right above it. */
export function textAbout(
  { name, key, properties, resource, event }: EventRule | SchedulerSchedule,
  { tree, literal }: Template,
): string {
  const span = { start: key.start, end: (event?.node ?? resource.node).span.end };
  const written = ['Name', 'Description'].flatMap((property) => literal(get(properties, property)) ?? []);
  const comments = tree.comments.filter(({ span: { start } }) => start < span.end && start > span.start);
  return [name.replace(/([a-z])([A-Z\d])/g, '$1 $2').replace(/[-_.]/g, ' '), ...written]
    .concat(
      comments.map(({ text }) => text),
      commentsAround(tree, span),
    )
    .join('\n');
}

/** Comments on the lines right above a place, and behind its end on the same line. */
function commentsAround({ source, comments }: Tree, span: { start: number; end: number }): string[] {
  const { text } = source;
  let top = lineStart(text, source.fromHost(span.start));
  for (;;) {
    const above = text.lastIndexOf('\n', top - 2) + 1;
    if (top === 0 || !/^\s*(?:#|\/\/)/.test(text.slice(above, top))) break;
    top = above;
  }
  const end = text.indexOf('\n', source.fromHost(span.end));
  const last = end < 0 ? text.length : end;
  return comments.flatMap(({ span: { start }, text: words }) => {
    const at = source.fromHost(start);
    const isAbove = at >= top && start < span.start;
    return isAbove || (start >= span.end && at < last) ? [words] : [];
  });
}
