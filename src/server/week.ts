import type { Connection } from 'vscode-languageserver';
import { plannedWeek, type PlannedSchedule } from '../language/week';
import { READ_FILE, type ReadFileParams } from '../protocol/requests';
import { WEEK, type WeekParams, type WeekPlace, type WeekResult, type WeekSchedule } from '../protocol/week';
import type { OpenDocuments } from './documents';
import type { WorkspaceFiles } from './workspaceFiles';

/** Opening the view may wait for a large workspace; half of it would look like all of it. */
const LONGEST_WAIT = 60_000;

/** Answers what the view of the week asks. */
export function answerWeek(
  connection: Connection,
  open: OpenDocuments,
  files: WorkspaceFiles,
  folders: readonly string[],
): void {
  const textOf = async (uri: string): Promise<string | null> => {
    const params: ReadFileParams = { uri };
    return open.text(uri)?.getText() ?? connection.sendRequest<string | null>(READ_FILE, params);
  };
  connection.onRequest(WEEK, async ({ from, days }: WeekParams): Promise<WeekResult> => {
    await files.graphWithin(LONGEST_WAIT);
    const planned = plannedWeek(files.facts, new Date(from), days);
    const texts = new Map<string, string | null>();
    for (const { path } of planned) if (!texts.has(path)) texts.set(path, await textOf(path));
    return {
      from,
      days,
      schedules: planned.map((one) => toSchedule(one, texts.get(one.path) ?? '', folders)),
    };
  });
}

const RUNNERS: Readonly<Record<PlannedSchedule['facts']['kind'], string>> = {
  rule: 'Rule of an event bus',
  scheduler: 'EventBridge Scheduler',
  glue: 'Glue',
  airflow: 'Airflow',
  mwaaServerless: 'MWAA Serverless',
};

function toSchedule(
  { path, facts, meaning, times, note, clockChanges }: PlannedSchedule,
  text: string,
  folders: readonly string[],
): WeekSchedule {
  const { name, kind, written, zone, starts, span } = facts;
  const place: WeekPlace = { uri: path, file: shortPath(path, folders), ...position(text, span.start) };
  return {
    ...{ name, runner: RUNNERS[kind], written, meaning, zone, starts },
    ...{ place, firings: times, note, clockChanges },
  };
}

function position(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return { line, character: offset - (before.lastIndexOf('\n') + 1) };
}

function shortPath(uri: string, folders: readonly string[]): string {
  const folder = folders.find((each) => uri.startsWith(`${each}/`));
  return decodeURIComponent(folder === undefined ? uri : uri.slice(folder.length + 1));
}
