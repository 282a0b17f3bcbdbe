"""Reserves stock for an order. An event can arrive twice: the condition lets the second one pass without effect."""

import os

import boto3
from botocore.exceptions import ClientError

reservations = boto3.resource("dynamodb").Table(os.environ["RESERVATIONS"])


def handler(event, context):
    order = event["detail"]
    try:
        reservations.put_item(
            Item={"order": order["id"], "items": order["items"]},
            ConditionExpression="attribute_not_exists(#order)",
            ExpressionAttributeNames={"#order": "order"},
        )
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
