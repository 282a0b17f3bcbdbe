"""Works on one batch of objects. Each result goes to a key of its own, so a batch that runs twice changes nothing."""

import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    keys = [item["key"] for item in event["Items"]]
    for key in keys:
        text = s3.get_object(Bucket=os.environ["SOURCE"], Key=key)["Body"].read().decode()
        s3.put_object(Bucket=os.environ["RESULTS"], Key=f"reworked/{key}", Body=rework(text).encode())
    return {"done": len(keys)}


def rework(text):
    """What happens to one object: here its lines are stripped, and empty ones go."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())
