"""Turns one CSV file into lines of JSON. What fails is raised: the state retries or reports."""

import csv
import io
import json
import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    source = s3.get_object(Bucket=event["bucket"], Key=event["key"])
    rows = csv.DictReader(io.TextIOWrapper(source["Body"], encoding="utf-8"))
    lines = "\n".join(json.dumps(row) for row in rows)
    target = event["key"].replace("incoming/", "clean/", 1).removesuffix(".csv") + ".jsonl"
    s3.put_object(Bucket=os.environ["CLEAN"], Key=target, Body=lines.encode("utf-8"))
    return {"key": target}
