/**
 * A program of Python with as many handlers, of 21 lines each. Every one starts a job, polls it and has a try in
 * the handler of another, so that each rule of code has something to follow.
 */
export function syntheticHandlers(count: number): string {
  return HEAD + Array.from({ length: count }, (_, index) => handler(index)).join('\n');
}

const HEAD = `import boto3
import time
import logging
from botocore.exceptions import ClientError

logger = logging.getLogger()
sns = boto3.client("sns")
TOPIC = "failures"
`;

function handler(index: number): string {
  return `
def load_${index}(event, context):
    """Loads one part of a day."""
    client = boto3.client("glue")
    try:
        run = client.start_job_run(JobName="job-${index}", Arguments={"--day": event["day"]})
        while True:
            answer = client.get_job_run(JobName="job-${index}", RunId=run["JobRunId"])
            if answer["JobRun"]["JobRunState"] in ("SUCCEEDED", "FAILED"):
                break
            time.sleep(30)
    except ClientError as error:
        logger.error(error)
        try:
            sns.publish(TopicArn=TOPIC, Message=str(error))
        except Exception:
            pass
    rows = [row for row in event["rows"] if row.get("id") is not None]
    total = sum(row["value"] * ${index} for row in rows)
    return {"total": total, "rows": len(rows)}
`;
}
