import type { CodeFile } from '../code';
import type { GlueJob } from './glue';

/** What a Glue job does that is no work of Glue's, in words for a sentence. */
export interface ForeignWork {
  /** Completes "the job … ": `opens a database connection ("--host", "--dbname")`. */
  readonly does: string;
}

/** Arguments that only a script which talks to a database needs. */
const OF_DATABASE: readonly RegExp[] = [
  /^--?(?:db|database|redshift|rs|pg|postgres|mysql|snowflake)[-_]?(?:host(?:name)?|endpoint|port)$/i,
  /^--?(?:(?:db|database|redshift|pg|postgres|mysql|snowflake)[-_]?(?:name|db|database)|dbname|database|db)$/i,
  /^--?(?:db|database|redshift|rs|pg|postgres|mysql|snowflake)[-_]?(?:user(?:name)?|pass(?:word)?|pwd|creds?|credentials?|secret(?:[-_](?:arn|name|id))?)$/i,
  /^--?(?:(?:redshift[-_]?)?(?:cluster[-_]?(?:id|identifier)|workgroup(?:[-_]?name)?)|redshift[-_]?cluster)$/i,
  /^--?(?:\w+[-_])?sql(?:[-_]?(?:text|name|file|script|statement|query|key|path|script[-_](?:bucket|key)))?$|^--?\w*[a-z]Sql$/i,
  /^--?(?:query|statement|procedure|stored[-_]?proc(?:edure)?)(?:[-_](?:text|name))?$/i,
];

/** Arguments by which a script is told where something is and who asks: a database, if another one says so. */
const OF_SERVER: readonly RegExp[] = [
  /^--?(?:cluster[-_]?)?(?:host(?:name)?|endpoint)$/i,
  /^--?port$/i,
  /^--?(?:user(?:name)?|password|pwd)$/i,
  /^--?secret[-_]?(?:arn|name|id)?$/i,
];

/** Arguments by which a script is told of work that others do: one of them is enough. */
const OTHERS =
  /^--?(?:(?:target[-_]?)?(?:lambda|function)(?:[-_](?:function|name|arn|function[-_]name))*|(?:state[-_]?machine|step[-_]?functions?|sfn)(?:[-_](?:name|arn))?|ecs[-_](?:cluster|task)\w*|emr[-_]cluster\w*|(?:batch[-_])?job[-_](?:queue|definition)\w*)$/i;

/** Arguments that give a Python shell libraries for data. */
const FRAMES = /pandas|polars|awswrangler|pyarrow|duckdb|dask/i;

/** What the arguments of a Python shell job give away, by name: who is told of a database talks to it by itself. */
export function workInArguments(names: readonly string[]): ForeignWork | undefined {
  const saidBy = (signs: readonly RegExp[]): string[] => [
    ...new Set(signs.flatMap((sign) => names.find((name) => sign.test(name)) ?? [])),
  ];
  const ofDatabase = saidBy(OF_DATABASE);
  const told = [...saidBy(OF_SERVER), ...ofDatabase];
  const quoted = told.slice(0, 2).map((name) => `"${name}"`);
  if (ofDatabase.length > 0 && told.length > 1)
    return { does: `talks to a database by itself (${quoted.join(', ')})` };
  const other = names.find((name) => OTHERS.test(name));
  return other === undefined ? undefined : { does: `has others do the work ("${other}")` };
}

/** What the arguments of a Python shell job in a template give away. */
export function workOfJob({ command, arguments: given }: GlueJob): ForeignWork | undefined {
  if (command !== 'pythonshell') return undefined;
  const isForData = given.some(
    ({ name, value }) => name === '--library-set' || (value?.kind === 'string' && FRAMES.test(value.value)),
  );
  return isForData ? undefined : workInArguments(given.map(({ name }) => name));
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
export function workInScript(code: CodeFile): ForeignWork | undefined {
  const { names, remoteCalls, awsCalls } = code;
  const modules = [...names.imports.values()].map(({ module }) => module);
  if (modules.some((module) => DATA.test(module))) return undefined;
  if (remoteCalls.some(({ kind }) => kind === 'database'))
    return carriesRows(code) ? undefined : { does: 'only runs statements in a database' };
  if (awsCalls.some(({ service, action }) => service === 'glue' && ON_CATALOG.test(action))) return undefined;
  const foreign = new Set(awsCalls.flatMap(({ service }) => (OWN.has(service) ? [] : service)));
  const movesData = awsCalls.some(
    ({ service, action }) => service === 's3' && !/^(?:list|head)/.test(action),
  );
  if (foreign.size > 0 && !(movesData && [...foreign].every((service) => TELLS.has(service))))
    return { does: `only calls other services (${[...foreign].slice(0, 3).join(', ')})` };
  const started = awsCalls.find(({ service, action }) => service === 'glue' && STARTS.test(action));
  if (started) return movesData ? undefined : { does: `only starts other work ("${started.name}")` };
  // What only fetches is on its way to store what it gets.
  if (remoteCalls.every(({ kind }) => kind === 'http') && remoteCalls.some(({ name }) => !FETCHES.test(name)))
    return { does: 'only calls others over HTTP' };
  return remoteCalls.every(({ kind }) => kind === 'aws') && !carriesRows(code)
    ? workInArguments(resolvedOptions(code).map((name) => `--${name}`))
    : undefined;
}

const FETCHES = /(?:^|[._])(?:get|head|fetch|open|urlopen|urlretrieve|read|list|download)/i;

/** Calls of Glue that are about its data, which is its own work. */
const ON_CATALOG = /(?:Table|Partition|Database|Column|DataQuality|Bookmark|Schema)/;
const STARTS = /^start(?:JobRun|WorkflowRun|Crawler|Trigger)$/;

/** Services by which a script that does work of its own tells others of it. */
const TELLS: ReadonlySet<string> = new Set(['sns', 'ses', 'sesv2', 'sqs', 'events', 'dynamodb']);

/** The arguments that a script asks for: `getResolvedOptions(sys.argv, ["host", "port"])`. */
function resolvedOptions({ placed, names }: CodeFile): string[] {
  return placed.calls.flatMap(({ call, place }) => {
    const { callee } = call;
    const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
    const given = name === 'getResolvedOptions' ? call.arguments[1]?.value : undefined;
    const [list] = given?.kind === 'name' ? names.valuesOf(given.name, place.unit) : [given];
    return list?.kind === 'list'
      ? list.items.flatMap((item) => (item.kind === 'string' ? item.value : []))
      : [];
  });
}

/** True for a script that fetches rows and stores them elsewhere. */
function carriesRows({ placed, awsCalls }: CodeFile): boolean {
  const fetches = placed.calls.some(
    ({ call: { callee } }) =>
      callee.kind === 'member' && /^(?:fetch(?:all|many|one|_dataframe)|copy_expert)$/.test(callee.name),
  );
  return fetches && awsCalls.some(({ action }) => /^(?:put|upload)/.test(action));
}
