"""Copies one day of orders from the shop's API into the lake. What fails is raised: the state retries or reports."""

import os
import urllib.request

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    day = event["day"]
    key = f"raw/{day}/orders.json"
    with urllib.request.urlopen(f"{os.environ['ORDERS_URL']}?day={day}", timeout=60) as orders:
        s3.upload_fileobj(orders, os.environ["LAKE"], key)
    return {"day": day, "key": key}
