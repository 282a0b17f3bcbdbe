import { dottedName } from '../../syntax/code/walk';
import type { Names } from './names';
import type { PlacedCall } from './place';

const HTTP =
  /^(?:(?:requests|httpx)\.(?:get|post|put|patch|delete|head|request|stream)|urllib\.request\.(?:urlopen|urlretrieve)|urllib3\.request|(?:axios|got|needle|superagent|undici|request|request-promise|node-fetch|cross-fetch)(?:\.(?:get|post|put|patch|delete|head|request|fetch|default))?|(?:node:)?https?\.(?:get|request))$/;
const HTTP_CLIENT =
  /(?:^|\.)(?:PoolManager|ProxyManager|Session|session|Client|AsyncClient|ClientSession|HTTPSConnection|HTTPConnection|create|extend)$/;
const HTTP_VERB = /^(?:get|post|put|patch|delete|head|request|urlopen)$/;
const DATABASE =
  /^(?:psycopg2?|pymysql|pg8000|redshift_connector|pyodbc|cx_Oracle|oracledb|snowflake\.connector|mysql\.connector|pg|mysql2?(?:\/promise)?)\.connect$/;

/** Whether a call leaves AWS: to a web server or to a database. */
export function outsideKind({ call, place }: PlacedCall, names: Names): 'http' | 'database' | undefined {
  const name = dottedName(call.callee);
  if (!name) return undefined;
  const [root, ...rest] = name.split('.');
  const imported = names.imports.get(root);
  const full = imported ? [imported.module, imported.name, ...rest].filter(Boolean).join('.') : name;
  if (HTTP.test(full) || (name === 'fetch' && !imported)) return 'http';
  if (imported && DATABASE.test(full)) return 'database';
  // `http = urllib3.PoolManager()`, `session = requests.Session()`.
  const made = names.valuesOf(root, place.unit).some((value) => {
    const maker = value.kind === 'await' ? value.value : value;
    const of = maker.kind === 'call' ? dottedName(maker.callee) : undefined;
    return of !== undefined && HTTP_CLIENT.test(of);
  });
  return made && HTTP_VERB.test(rest.join('.')) ? 'http' : undefined;
}
