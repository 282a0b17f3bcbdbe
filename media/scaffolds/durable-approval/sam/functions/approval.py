"""Asks for an approval and waits for up to three days, without being billed while it waits.

After a wait the function starts again from the top, and finished steps give back what they kept. Whatever has an
effect, and whatever is different each time, therefore stands in a step.
"""

import json
import os
from typing import Any

import boto3
from aws_durable_execution_sdk_python import DurableContext, durable_execution, durable_step
from aws_durable_execution_sdk_python.config import Duration, WaitForCallbackConfig

sns = boto3.client("sns")
requests = boto3.resource("dynamodb").Table(os.environ["REQUESTS"])


@durable_step
def keep(_step: Any, request: dict[str, Any], state: str) -> str:
    requests.put_item(Item={"id": request["id"], "share": request["share"], "state": state})
    return state


@durable_execution
def handler(event: dict[str, Any], context: DurableContext) -> dict[str, Any]:
    context.step(keep(event, "asked"), name="keep-request")

    def ask(callback_id: str, *_: Any) -> None:
        message = {"request": event["id"], "share": event["share"], "answer": callback_id}
        sns.publish(TopicArn=os.environ["OWNERS"], Subject="Please decide", Message=json.dumps(message))

    # Whoever decides sends the id back: aws lambda send-durable-execution-callback-success --callback-id …
    context.wait_for_callback(ask, name="owner", config=WaitForCallbackConfig(timeout=Duration.from_days(3)))

    state = context.step(keep(event, "granted"), name="keep-answer")
    return {"id": event["id"], "state": state}
