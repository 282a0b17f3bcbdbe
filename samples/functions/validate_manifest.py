"""Reads a partner's manifest and says which files a delivery has.

Retries by hand and swallows what goes wrong, which hides both from the state machine that calls it.
"""

import json
import logging
import time

import boto3

logger = logging.getLogger()
s3 = boto3.client("s3")


def handler(event, context):
    try:
        manifest = read_manifest(event["bucket"], event["key"])
        files = []
        for entry in manifest["files"]:
            try:
                head = s3.head_object(Bucket=event["bucket"], Key=entry["key"])
                files.append({"key": entry["key"], "size": head["ContentLength"]})
            except Exception:
                logger.warning("no file %s", entry["key"])
        return {"deliveryId": manifest["id"], "files": files}
    except Exception as error:
        logger.error("manifest cannot be read: %s", error)
        return {"deliveryId": None, "files": []}


def read_manifest(bucket, key):
    attempt = 0
    while attempt < 5:
        try:
            body = s3.get_object(Bucket=bucket, Key=key)["Body"]
            return json.loads(body.read())
        except Exception:
            attempt += 1
            time.sleep(2**attempt)
    raise RuntimeError(f"{key} cannot be read after {attempt} attempts")
