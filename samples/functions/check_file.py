"""Counts the rows of one file of a delivery and fails where a row is not an order."""

import csv

import boto3

s3 = boto3.client("s3")

COLUMNS = {"order_id", "ordered_at", "sku", "quantity", "price"}


class NotAnOrderFile(Exception):
    """Reaches the state machine as the error name "NotAnOrderFile"."""


def handler(event, context):
    body = s3.get_object(Bucket="orders-inbox", Key=event["file"]["key"])["Body"]
    reader = csv.DictReader(line.decode("utf-8") for line in body.iter_lines())
    missing = COLUMNS - set(reader.fieldnames or [])
    if missing:
        raise NotAnOrderFile(f"{event['file']['key']} has no {', '.join(sorted(missing))}")
    return {"key": event["file"]["key"], "rows": sum(1 for _ in reader)}
