"""Removes the exports that are older than thirty days. It may run twice: what is gone is gone."""

import os
from datetime import datetime, timedelta, timezone

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    bucket = os.environ["EXPORTS"]
    oldest = datetime.now(timezone.utc) - timedelta(days=30)
    removed = 0
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="exports/"):
        old = [{"Key": item["Key"]} for item in page.get("Contents", []) if item["LastModified"] < oldest]
        if not old:
            continue
        failed = s3.delete_objects(Bucket=bucket, Delete={"Objects": old, "Quiet": True}).get("Errors", [])
        if failed:
            raise RuntimeError(f"{len(failed)} exports were not removed, the first because of {failed[0]['Code']}")
        removed += len(old)
    return {"removed": removed}
