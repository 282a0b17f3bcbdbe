import type { CodeFile } from '../code';
import type { GlueJob } from './glue';

/** What a Glue job does that is no work of Glue's, in words for a sentence. */
export interface ForeignWork {
  /** Completes "the job … ": `opens a database connection ("--host", "--dbname")`. */
  readonly does: string;
}

/** Arguments by which a script is told where a database is and who asks. */
const CONNECTION: readonly RegExp[] = [
  /^--?(?:db|database|redshift|rs|pg|postgres|mysql|cluster)?[-_]?(?:host(?:name)?|endpoint)$/i,
  /^--?(?:db|database|redshift|rs|pg|postgres|mysql)?[-_]?port$/i,
  /^--?(?:(?:db|database|redshift)[-_]?name|dbname|database|db|(?:redshift[-_])?db)$/i,
  /^--?(?:db|database|redshift|rs|pg|postgres|mysql)[-_]?(?:user(?:name)?|password|pwd|secret(?:[-_](?:arn|name|id))?)$/i,
  /^--?(?:redshift[-_]?)?(?:cluster[-_]?(?:id|identifier)|workgroup(?:[-_]?name)?)$/i,
];

/** What the arguments of a Python shell job give away: a script that is told of a database talks to it by itself. */
export function workInArguments(job: GlueJob): ForeignWork | undefined {
  if (job.command !== 'pythonshell') return undefined;
  const told = CONNECTION.flatMap((sign) => job.arguments.find(({ key }) => sign.test(key.value)) ?? []);
  if (told.length < 2) return undefined;
  const names = told.slice(0, 2).map(({ key }) => `"${key.value}"`);
  return { does: `talks to a database by itself (${names.join(', ')})` };
}

/** Services whose calls are work of Glue's, or of every script. */
const OWN: ReadonlySet<string> = new Set([
  '',
  'glue',
  's3',
  'logs',
  'secretsmanager',
  'ssm',
  'sts',
  'kms',
  'cloudwatch',
]);

/** Libraries that do a job's own work: data in frames, or Spark. */
const DATA =
  /^(?:pyspark|awsglue\.(?:context|job|transforms|dynamicframe|gluetypes)|awswrangler|pandas|polars|pyarrow|numpy|duckdb)\b/;

/** What a script does, where it moves no data itself: it opens a database, or asks other services to do the work. */
export function workInScript({ names, remoteCalls, awsCalls }: CodeFile): ForeignWork | undefined {
  const modules = [...names.imports.values()].map(({ module }) => module);
  if (modules.some((module) => DATA.test(module))) return undefined;
  if (remoteCalls.some(({ kind }) => kind === 'database'))
    return { does: 'only runs statements in a database' };
  if (awsCalls.some(({ service }) => service === 'glue')) return undefined;
  const foreign = [...new Set(awsCalls.flatMap(({ service }) => (OWN.has(service) ? [] : service)))];
  if (foreign.length > 0) return { does: `only calls other services (${foreign.slice(0, 3).join(', ')})` };
  return remoteCalls.length > 0 && remoteCalls.every(({ kind }) => kind === 'http')
    ? { does: 'only calls others over HTTP' }
    : undefined;
}
