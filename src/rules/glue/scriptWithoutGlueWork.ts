import { workInScript } from '../../model/resources/glueWork';
import { defineRule } from '../rule';

export default defineRule({
  id: 'glue/script-without-glue-work',
  subject: 'code',
  severity: 'warning',
  summary: 'A Glue script works on data, and does not only ask others to.',
  why: 'A Python shell that only runs statements or calls other services is paid for while it waits, and its workflow sees neither the steps nor their errors. A state machine makes the same calls directly, with retries and a history.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html',
  note: 'glue-workflows',
  bad: [
    {
      text: `import sys
import boto3
from «awsglue».utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["cluster"])
client = boto3.client("redshift-data")
client.execute_statement(ClusterIdentifier=args["cluster"], Database="orders", Sql="call refresh()")
`,
    },
  ],
  good: [
    `import sys
import boto3
from awsglue.utils import getResolvedOptions
from awsglue.context import GlueContext

spark = GlueContext(None).spark_session
spark.read.parquet("in").write.parquet("out")
boto3.client("sns").publish(TopicArn="topic", Message="done")
`,
    `import sys
import boto3
from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["bucket"])
boto3.client("s3").copy_object(Bucket=args["bucket"], Key="a", CopySource="b")
`,
  ],

  *check(code) {
    // Only what takes the arguments of a job is surely the script of one.
    const imported = [...code.names.imports.values()].find(({ module }) => module.startsWith('awsglue'));
    const work = imported && code.role === 'glueScript' ? workInScript(code) : undefined;
    const at = code.program.text.indexOf('awsglue');
    if (!work || at < 0) return;
    yield {
      span: { start: at, end: at + 'awsglue'.length },
      message: `This script of a Glue job ${work.does}, which a state machine does without a job.`,
    };
  },
});
