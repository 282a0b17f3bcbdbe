import type { CallExpression, Expression, FunctionUnit } from '../../syntax/code/ast';
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

/** Clients of other companies' services, and what of their modules calls a service without one. */
const VENDOR =
  /^(?:openai|anthropic|@anthropic-ai\/sdk|@?mistralai(?:\/mistralai)?|cohere(?:-ai)?|notion_client|@notionhq\/client|slack_sdk(?:\.\w+)*|@slack\/(?:web-api|webhook)|stripe|twilio(?:\.rest)?|sendgrid|gspread|github|@octokit\/(?:rest|core)|jira|simple_salesforce|jsforce)(?=\.|$)/;
const VENDOR_CALL = /^(?:openai|stripe)\.[A-Z]\w*(?:\.\w+)*\.[a-z]\w+$/;
/** Methods of such clients that call nothing. */
const SETS_UP = /^(?:on|use|close|set\w*|with\w*|config\w*|auth)$/;

/** Whether a call goes to a web server or a database. */
export function outsideKind({ call, place }: PlacedCall, names: Names): 'http' | 'database' | undefined {
  const { callee } = call;
  const name = dottedName(callee);
  const full = imported(name, names);
  if (HTTP.test(full ?? name ?? '') || (name === 'fetch' && !full)) return 'http';
  if (full && DATABASE.test(full)) return 'database';
  if (callee.kind !== 'member') return undefined;
  if (DATABASE_VERB.test(callee.name) && isDatabase(callee.object, place.unit, names)) return 'database';
  if (VENDOR_CALL.test(full ?? '')) return 'http';
  // `http = urllib3.PoolManager()`, `this.session = requests.Session()`, `client = OpenAI()`.
  const verbs = HTTP_VERB.test(callee.name);
  if (!verbs && SETS_UP.test(callee.name)) return undefined;
  const made = makersOf(rootOf(callee.object), place.unit, names).some((maker) => {
    const of = dottedName(maker.callee);
    if (of === undefined) return false;
    const whole = imported(of, names) ?? '';
    return VENDOR.test(whole) || (verbs && HTTP_CLIENT.test(of));
  });
  return made ? 'http' : undefined;
}

/** What a chain of members starts with: `client` of `client.chat.completions`, `self.session` of itself. */
function rootOf(expression: Expression): Expression {
  let at = expression;
  while (at.kind === 'member' && !(at.object.kind === 'name' && /^(?:self|this)$/.test(at.object.name))) {
    at = at.object;
  }
  return at;
}

/** The calls that made what a name or an attribute stands for. */
function makersOf(root: Expression, unit: FunctionUnit | undefined, names: Names): CallExpression[] {
  let values: readonly Expression[] = [];
  if (root.kind === 'member') values = names.attribute(root.name);
  else if (root.kind === 'name') {
    values = names.valuesOf(root.name, unit);
    if (values.length === 0) values = names.passedAs(root.name, unit).flatMap(madeBy);
  }
  return values.flatMap((value) => {
    const maker = value.kind === 'await' ? value.value : value;
    return maker.kind === 'call' ? [maker] : [];
  });

  function madeBy({ value, from }: { value: Expression; from?: FunctionUnit }): readonly Expression[] {
    return value.kind === 'name' ? names.valuesOf(value.name, from) : [value];
  }
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
