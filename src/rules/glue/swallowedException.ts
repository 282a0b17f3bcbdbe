import {
  around,
  catchesAnyCall,
  isAwsCall,
  testsError,
  within,
  type CodeFile,
  type PlacedStatement,
} from '../../model/code';
import type { CallExpression, FunctionUnit, Handler, TryStatement } from '../../syntax/code/ast';
import { callsIn, dottedName } from '../../syntax/code/walk';
import { chiefOf } from '../lambda/attempt';
import { raiseAgain } from '../lambda/raiseAgain';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'glue/swallowed-exception',
  subject: 'code',
  severity: 'warning',
  summary: 'A Glue script that cannot do its work ends with an error.',
  why: 'A script that comes to its end has succeeded, whatever it printed. Conditional triggers fire and ".sync" goes on to the next state, with the data missing.',
  reference: 'https://docs.aws.amazon.com/glue/latest/dg/about-triggers.html',
  note: 'errors#in-glue-airflow-and-events',
  bad: [
    {
      text: `import sys
import pg
from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["host"])

try:
    connection = pg.connect(args["host"])
    connection.query("copy weather from 's3://raw/2016/'")
«except»:
    print("not copied: %s" % sys.exc_info()[1])
`,
      fixed: `import sys
import pg
from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["host"])

try:
    connection = pg.connect(args["host"])
    connection.query("copy weather from 's3://raw/2016/'")
except:
    print("not copied: %s" % sys.exc_info()[1])
    raise
`,
    },
    {
      text: `import sys
import boto3
from awsglue.context import GlueContext

spark = GlueContext(None).spark_session
try:
    spark.read.parquet("in").write.parquet("out")
«except Exception as error»:
    print(error)
    boto3.client("sns").publish(TopicArn="arn:aws:sns:eu-west-1:123456789012:alerts", Message=str(error))
`,
      fixed: `import sys
import boto3
from awsglue.context import GlueContext

spark = GlueContext(None).spark_session
try:
    spark.read.parquet("in").write.parquet("out")
except Exception as error:
    print(error)
    boto3.client("sns").publish(TopicArn="arn:aws:sns:eu-west-1:123456789012:alerts", Message=str(error))
    raise
`,
    },
    {
      text: `from pyspark.context import SparkContext
from awsglue.context import GlueContext

spark = GlueContext(SparkContext()).spark_session

def load():
    spark.read.parquet("in").write.parquet("out")

try:
    load()
«except Exception as error»:
    print(error)
`,
      fixed: `from pyspark.context import SparkContext
from awsglue.context import GlueContext

spark = GlueContext(SparkContext()).spark_session

def load():
    spark.read.parquet("in").write.parquet("out")

try:
    load()
except Exception as error:
    print(error)
    raise
`,
    },
  ],
  good: [
    `from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
try:
    spark.sql("DROP TABLE IF EXISTS scratch")
except Exception:
    pass
`,
    // What failed is collected and raised at the end.
    `import boto3
from awsglue.context import GlueContext

spark = GlueContext(None).spark_session
failed = []
for table in ["a", "b"]:
    try:
        spark.read.parquet(table).write.parquet("out/" + table)
    except Exception as error:
        failed.append(table)
if failed:
    raise RuntimeError(failed)
`,
    `import sys
from awsglue.context import GlueContext

spark = GlueContext(None).spark_session
try:
    spark.read.parquet("in").write.parquet("out")
except Exception as error:
    print(error)
    sys.exit(1)
`,
  ],

  *check(code) {
    if (code.role !== 'glueScript') return;
    for (const placed of code.placed.statements) {
      if (placed.statement.kind === 'try') yield* judge(code, placed, placed.statement);
    }
  },
});

function* judge(code: CodeFile, { place }: PlacedStatement, attempt: TryStatement): Iterable<Finding> {
  for (const { of, block } of around(place)) {
    if (of?.kind === 'try' && block !== of.body && block !== of.otherwise) return;
  }
  if (code.repetitions.some(({ span }) => within(attempt.span, span))) return;
  const work = workIn(code, attempt, place.unit);
  if (!work) return;
  for (const caught of attempt.handlers) {
    if (!catchesAnyCall(caught) || testsError(caught)) continue;
    const { outcome } = code.failures.outcomeOf(caught, place.unit);
    if (outcome !== 'swallowed' && !(outcome === 'reported' && onlyTells(code, caught))) continue;
    yield {
      span: caught.head,
      message: `The except around "${work}" swallows the failure, so the job run ends as succeeded.`,
      fixes: raiseAgain(code.program, caught),
    };
  }
}

/** True where somebody is sent a message, and nothing else is done: the job run still ends as succeeded. */
function onlyTells(code: CodeFile, { body }: Handler): boolean {
  return body.statements.every((statement) => {
    if (statement.kind !== 'expression' || statement.value?.kind !== 'call') return false;
    const call = code.remoteAt(statement.value);
    if (call) return isAwsCall(call) && /^(?:sns|ses|sesv2)$/.test(call.service);
    return /^(?:print|log\w*\.\w+)$/.test(dottedName(statement.value.callee) ?? '');
  });
}

/** What Spark or Glue does with data, by the last name of the call. */
const ON_DATA =
  /^(?:save|saveAsTable|insertInto|parquet|csv|json|orc|jdbc|load|from_catalog|from_options|from_jdbc_conf|write_dynamic_frame\w*|create_dynamic_frame\w*|getSink|writeFrame|toDF|sql|collect|count|show|foreach|purge_s3_path|query|execute)$/;

/** The name of the remote call or work on data that a try is about. */
function workIn(code: CodeFile, { body }: TryStatement, unit: FunctionUnit | undefined): string | undefined {
  const call = chiefOf(code.failures.remoteIn(body));
  if (call) return call.name;
  const onData = callsIn(body).find((each) => worksOnData(each, code, unit));
  if (!onData) return undefined;
  const { callee } = onData;
  return dottedName(callee) ?? (callee.kind === 'member' ? callee.name : undefined);
}

const DEPTH = 3;

/** True for a call that reads or writes data, or runs a function of the file that does. */
function worksOnData(
  call: CallExpression,
  code: CodeFile,
  unit: FunctionUnit | undefined,
  depth = DEPTH,
): boolean {
  const { callee } = call;
  if (callee.kind === 'member' && ON_DATA.test(callee.name)) return !tidiesUp(call);
  if (depth === 0) return false;
  return code.names
    .called(call, unit)
    .some((called) => callsIn(called.body).some((inner) => worksOnData(inner, code, called, depth - 1)));
}

/** Statements that may fail without anything being missing afterwards. */
function tidiesUp({ callee, arguments: given }: CallExpression): boolean {
  const [text] = given;
  return (
    callee.kind === 'member' &&
    /^(?:sql|execute|query)$/.test(callee.name) &&
    text?.value.kind === 'string' &&
    /^\s*(?:drop|refresh|analyze|vacuum|create\s[^(]*?\bif\s+not\s+exists)\b/i.test(text.value.value)
  );
}
