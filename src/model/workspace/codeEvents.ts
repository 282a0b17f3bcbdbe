import type { Expression, FunctionUnit } from '../../syntax/code/ast';
import type { AwsCall } from '../code/remoteCall';
import type { CodeFile } from '../code';
import { HEARD_BUCKET, type EventKey, type PartEvent } from './eventFacts';

/** Calls that put an object into a bucket, with the place of the bucket where it is passed by position. */
const PUTS: Readonly<Record<string, number | undefined>> = {
  's3:putObject': undefined,
  's3:copyObject': undefined,
  's3:upload': undefined,
  's3:uploadFile': 1,
  's3:uploadFileobj': 1,
  's3:copy': 1,
};

/** Names that stand for names go no deeper than this. */
const MAX_DEPTH = 5;

/** A handler that looks at the names of keys may leave out what it wrote itself. */
const LOOKS_AT_KEYS =
  /key\w*(?:\(\))?\.(?:startswith|endswith|startsWith|endsWith|includes|match|split)\(|\bin \w*key\b|(?:fnmatch|re\.(?:match|search))\([^)]*key/i;

/** The buckets that the handlers of a file write into. */
export function codeMakes(code: CodeFile): PartEvent[] {
  const puts = code.awsCalls.filter(({ service, action }) => Object.hasOwn(PUTS, `${service}:${action}`));
  if (puts.length === 0 || LOOKS_AT_KEYS.test(code.program.text)) return [];
  return code.handlers.flatMap(({ name, reaches }) =>
    puts
      .filter(({ unit }) => unit === undefined || reaches.has(unit))
      .flatMap((put) => {
        const bucket = bucketOf(put);
        return bucket
          ? keysOf(bucket, put.unit, code).map((key) => ({ part: name, key, span: bucket.span }))
          : [];
      }),
  );
}

function bucketOf({ service, action, argument, call }: AwsCall): Expression | undefined {
  const position = PUTS[`${service}:${action}`];
  const byPosition = position === undefined ? undefined : call.arguments[position];
  return argument('Bucket') ?? (byPosition?.name === undefined ? byPosition?.value : undefined);
}

function keysOf(node: Expression, unit: FunctionUnit | undefined, code: CodeFile, depth = 0): EventKey[] {
  if (depth > MAX_DEPTH) return [];
  if (node.kind === 'string') return node.dynamic ? [] : [`bucket:${node.value}`];
  const variable = environmentVariable(node);
  if (variable !== undefined) return [`gap:${variable}`];
  if (node.kind === 'name') {
    const { names } = code;
    const passed = names.passedAs(node.name, unit);
    const values = names.valuesOf(node.name, unit).map((value) => ({ value, from: unit }));
    return [...values, ...passed].flatMap(({ value, from }) => keysOf(value, from, code, depth + 1));
  }
  const steps = stepsOf(node);
  return /(?:^|\.)bucket\.name$/.test(steps.join('.')) ? [HEARD_BUCKET] : [];
}

/** `event["detail"]["bucket"]["name"]` as its steps, without what it begins with. */
function stepsOf(node: Expression): string[] {
  if (node.kind === 'member') return [...stepsOf(node.object), node.name];
  if (node.kind === 'index') {
    const [first] = node.indexes;
    return [...stepsOf(node.object), ...(first?.kind === 'string' ? [first.value] : [])];
  }
  if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.name === 'get') {
    const key = node.arguments[0]?.value;
    return [...stepsOf(node.callee.object), ...(key?.kind === 'string' ? [key.value] : [])];
  }
  return [];
}

/** The name in `os.environ["X"]`, `os.environ.get("X")`, `os.getenv("X")`, `process.env.X`. */
function environmentVariable(node: Expression): string | undefined {
  if (node.kind === 'call') {
    const { callee } = node;
    const first = node.arguments[0]?.value;
    const reads =
      callee.kind === 'member' &&
      (callee.name === 'getenv' || (callee.name === 'get' && isEnvironment(callee.object)));
    return reads && first?.kind === 'string' ? first.value : undefined;
  }
  if (node.kind === 'index' && isEnvironment(node.object)) {
    const [first] = node.indexes;
    return first?.kind === 'string' ? first.value : undefined;
  }
  return node.kind === 'member' &&
    isEnvironment(node.object) &&
    node.object.kind === 'member' &&
    node.object.name === 'env'
    ? node.name
    : undefined;
}

function isEnvironment(node: Expression): boolean {
  if (node.kind === 'name') return node.name === 'environ';
  if (node.kind !== 'member' || node.object.kind !== 'name') return false;
  return (
    `${node.object.name}.${node.name}` === 'os.environ' ||
    `${node.object.name}.${node.name}` === 'process.env'
  );
}
