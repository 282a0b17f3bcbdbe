import { nearest } from './nearest';
import { placeholderEnd } from './placeholder';
import type { ExpressionProblem } from './problem';

/** How a task waits: for the answer, for the end of the job, or for the token to come back. */
export type IntegrationPattern = 'requestResponse' | 'sync' | 'sync:2' | 'waitForTaskToken';

export interface ArnPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the `Resource` of a Task, an ItemReader or a ResultWriter names. */
export interface ResourceArn {
  /** `other` is an ARN of something else, or a text that is filled in from outside. */
  readonly kind: 'optimized' | 'sdk' | 'lambda' | 'activity' | 'other';
  /** As the ARN writes it: `lambda`, `dynamodb`; for `sdk` the service after `aws-sdk`. */
  readonly service?: string;
  /** Without the pattern: `invoke`, `getItem`. */
  readonly action?: string;
  /** Absent where the kind has none, or the suffix is unknown. */
  readonly pattern?: IntegrationPattern;
  /** True where a placeholder leaves part of the text open. */
  readonly dynamic: boolean;
  readonly parts: {
    readonly partition?: ArnPart;
    readonly region?: ArnPart;
    readonly account?: ArnPart;
    readonly service?: ArnPart;
    readonly action?: ArnPart;
    /** With its dot: `.sync:2`. */
    readonly suffix?: ArnPart;
    /** The name of the function or the activity. */
    readonly name?: ArnPart;
    /** A function's version or alias. */
    readonly qualifier?: ArnPart;
  };
  readonly problems: readonly ExpressionProblem[];
}

const PATTERNS: Readonly<Record<string, IntegrationPattern>> = {
  '': 'requestResponse',
  '.sync': 'sync',
  '.sync:2': 'sync:2',
  '.waitForTaskToken': 'waitForTaskToken',
};

export function parseResourceArn(text: string): ResourceArn {
  const all = split(text);
  const dynamic = /[$#]\{|\{\{resolve:/.test(text);
  const [scheme, partition, service, region, account] = all;
  if (scheme.text !== 'arn' || all.length < 6) {
    const message = `"${text}" is not the ARN of a function, an activity or a service integration.`;
    const problems = dynamic ? [] : [{ start: 0, end: text.length, message }];
    return { kind: 'other', dynamic, parts: {}, problems };
  }
  const parts = { partition, region, account };
  const type = all[5];
  const other = (...problems: ExpressionProblem[]): ResourceArn => ({
    kind: 'other',
    dynamic,
    parts,
    problems,
  });
  const named = (kind: 'lambda' | 'activity', what: string): ResourceArn => {
    const [, , , , , , name, qualifier] = all;
    const message = `"${text}" names no ${what}.`;
    const problems = name === undefined || name.text === '' ? [{ start: 0, end: text.length, message }] : [];
    return { kind, dynamic, parts: { ...parts, name, qualifier }, problems };
  };
  if (service.text === 'lambda' && type.text === 'function') return named('lambda', 'function');
  if (service.text === 'states' && type.text === 'activity') return named('activity', 'activity');
  if (service.text === 'lambda') {
    if (![region, account, type].every(isWritten)) return other();
    return other(problemAt(type, `A Task cannot call a "${type.text}" of AWS Lambda, but a function.`));
  }
  if (service.text !== 'states') {
    if (!isWritten(service)) return other();
    const message = `A Task calls nothing of "${service.text}" by an ARN like this; what it calls has "lambda" or "states" here.`;
    return other(problemAt(service, message));
  }
  if (region.text !== '' && (type.text === 'stateMachine' || type.text === 'execution')) {
    const message =
      'A Task runs another state machine by the call "states:startExecution" and not by naming it here.';
    return other(problemAt(type, message));
  }
  return integration(text, all, dynamic, parts);
}

function problemAt({ start, end }: ArnPart, message: string): ExpressionProblem {
  return { start, end, message };
}

/** False for a part that something fills in, in whatever way: `${Name}`, `#{Name}`, `{{name}}`. */
function isWritten({ text }: ArnPart): boolean {
  return /^[\w-]*$/.test(text);
}

function integration(
  text: string,
  all: readonly ArnPart[],
  dynamic: boolean,
  parts: ResourceArn['parts'],
): ResourceArn {
  const sdk = all[5].text === 'aws-sdk';
  const service = sdk ? all[6] : all[5];
  const last = sdk ? all[7] : all[6];
  const kind = sdk ? 'sdk' : 'optimized';
  if (service === undefined || last === undefined) {
    const message = `"${text}" names no action, as in "arn:aws:states:::lambda:invoke".`;
    const problems = dynamic ? [] : [{ start: 0, end: text.length, message }];
    return { kind, service: service?.text, dynamic, parts: { ...parts, service }, problems };
  }
  const dot = dotOf(text, last.start);
  const action = { text: text.slice(last.start, dot), start: last.start, end: dot };
  const suffix = dot < text.length ? { text: text.slice(dot), start: dot, end: text.length } : undefined;
  const pattern: IntegrationPattern | undefined = PATTERNS[suffix?.text ?? ''];
  const problems: ExpressionProblem[] = [];
  const missing = service.text === '' ? 'service' : action.text === '' ? 'action' : undefined;
  if (missing) {
    const message = `"${text}" names no ${missing}, as in "arn:aws:states:::lambda:invoke".`;
    problems.push({ start: 0, end: text.length, message });
  } else if (suffix !== undefined && pattern === undefined && !suffix.text.includes('${')) {
    const suggestion = nearest(suffix.text, Object.keys(PATTERNS).slice(1));
    const message = `"${suffix.text}" is not an integration pattern: there are ".sync", ".sync:2" and ".waitForTaskToken".`;
    problems.push({ start: suffix.start, end: suffix.end, message, ...(suggestion && { suggestion }) });
  }
  return {
    kind,
    service: service.text,
    action: action.text,
    pattern,
    dynamic,
    parts: { ...parts, service, action, suffix },
    problems,
  };
}

/** Where the pattern begins: the first dot that is not in a placeholder, else the end. */
function dotOf(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const end = placeholderEnd(text, at);
    if (end > at) at = end - 1;
    else if (text[at] === '.') return at;
  }
  return text.length;
}

/** The text between colons; a colon in a placeholder does not count, nor one in `#{AWS::Region}` of a plugin. */
function split(text: string): ArnPart[] {
  const parts: ArnPart[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const end = text.startsWith('#{', at) ? text.indexOf('}', at) + 1 : placeholderEnd(text, at);
    if (end > at) {
      at = end - 1;
    } else if (at === text.length || text[at] === ':') {
      parts.push({ text: text.slice(start, at), start, end: at });
      start = at + 1;
    }
  }
  return parts;
}
