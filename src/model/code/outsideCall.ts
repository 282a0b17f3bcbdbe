import type { Expression, FunctionUnit } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Names } from './names';
import type { PlacedCall } from './place';

const HTTP =
  /^(?:(?:requests|httpx)\.(?:get|post|put|patch|delete|head|request|stream)|urllib\.request\.(?:urlopen|urlretrieve)|urllib3\.request|(?:axios|got|needle|superagent|undici|request|request-promise|node-fetch|cross-fetch)(?:\.(?:get|post|put|patch|delete|head|request|fetch|default))?|(?:node:)?https?\.(?:get|request))$/;
const HTTP_CLIENT =
  /(?:^|\.)(?:PoolManager|ProxyManager|Session|session|Client|AsyncClient|ClientSession|HTTPSConnection|HTTPConnection|create|extend)$/;
const HTTP_VERB = /^(?:get|post|put|patch|delete|head|request|urlopen)$/;
const DATABASE =
  /^(?:psycopg2?|pymysql|pg8000(?:\.dbapi)?|redshift_connector|pyodbc|cx_Oracle|oracledb|snowflake\.connector|mysql\.connector|MySQLdb|pymssql|pgdb|asyncpg|pg|teradatasql|hdbcli\.dbapi|jaydebeapi|mysql2?(?:\/promise)?)\.connect$|^(?:pg\.DB|pg8000\.native\.Connection)$/;

/** What gives a connection without opening it: it opens with the first statement. */
const DATABASE_MAKER =
  /^(?:sqlalchemy\.create_engine|sqlalchemy\.ext\.asyncio\.create_async_engine|pg\.(?:Client|Pool)|(?:mysql2?(?:\/promise)?)\.(?:createPool|createConnection))$/;
/** Methods of connections and cursors that talk to the database. */
const DATABASE_VERB = /^(?:connect|begin|execute|executemany|executescript|callproc|query|run|copy_expert)$/;

/** Whether a call goes to a web server or a database. */
export function outsideKind({ call, place }: PlacedCall, names: Names): 'http' | 'database' | undefined {
  const { callee } = call;
  const name = dottedName(callee);
  const full = imported(name, names);
  if (HTTP.test(full ?? name ?? '') || (name === 'fetch' && !full)) return 'http';
  if (full && DATABASE.test(full)) return 'database';
  if (callee.kind !== 'member') return undefined;
  if (DATABASE_VERB.test(callee.name) && isDatabase(callee.object, place.unit, names)) return 'database';
  // `http = urllib3.PoolManager()`, `session = requests.Session()`.
  const [root, ...rest] = name?.split('.') ?? [];
  if (root === undefined || !HTTP_VERB.test(rest.join('.'))) return undefined;
  const made = names.valuesOf(root, place.unit).some((value) => {
    const maker = value.kind === 'await' ? value.value : value;
    const of = maker.kind === 'call' ? dottedName(maker.callee) : undefined;
    return of !== undefined && HTTP_CLIENT.test(of);
  });
  return made ? 'http' : undefined;
}

/** `cursor` of `connection.cursor()` of `psycopg2.connect()`, however it was passed on. */
function isDatabase(value: Expression, unit: FunctionUnit | undefined, names: Names, depth = 5): boolean {
  if (depth === 0) return false;
  const isOne = (other: Expression, from = unit): boolean => isDatabase(other, from, names, depth - 1);
  if (value.kind === 'await') return isOne(value.value);
  if (value.kind === 'name') {
    const values = names.valuesOf(value.name, unit);
    if (values.length > 0) return values.some((each) => isOne(each));
    return names.passedAs(value.name, unit).some((passed) => isOne(passed.value, passed.from));
  }
  if (value.kind === 'member' && value.object.kind === 'name' && /^(?:self|this)$/.test(value.object.name)) {
    return names.attribute(value.name).some((each) => isOne(each));
  }
  if (value.kind !== 'call') return false;
  const name = dottedName(value.callee);
  const full = imported(name, names);
  if (full && (DATABASE.test(full) || DATABASE_MAKER.test(full))) return true;
  if (value.callee.kind === 'member') {
    return (
      /^(?:cursor|connect|begin|acquire|getConnection)$/.test(value.callee.name) && isOne(value.callee.object)
    );
  }
  return names
    .called(value, unit)
    .some((called) => names.returnsOf(called).some((each) => isOne(each, called)));
}

/** A name with its module in place of the name that it was imported under; `undefined` for names of the file. */
function imported(name: string | undefined, { imports }: Names): string | undefined {
  const [root = '', ...rest] = name?.split('.') ?? [];
  const known = imports.get(root);
  if (!known) return undefined;
  // `import a.b` makes `a` known, of which `b` is asked then.
  const base = known.name === undefined && known.module.startsWith(`${root}.`) ? root : known.module;
  return [base, known.name, ...rest].filter(Boolean).join('.');
}
