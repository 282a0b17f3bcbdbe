"""The same load as an Airflow DAG for Amazon MWAA."""

from datetime import datetime, timedelta

import requests
from airflow import DAG
from airflow.providers.amazon.aws.operators.glue import GlueJobOperator
from airflow.providers.amazon.aws.operators.sns import SnsPublishOperator
from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor

# Runs whenever the scheduler reads this file, not when the DAG runs.
PARTNERS = requests.get("https://partners.example.com/api/partners", timeout=10).json()

with DAG(
    dag_id="orders_daily",
    start_date=datetime.now() - timedelta(days=1),
    schedule="30 2 * * *",
    default_args={"retries": 2, "retry_delay": timedelta(minutes=5)},
) as dag:
    wait_for_manifests = [
        S3KeySensor(
            task_id=f"wait_for_{partner}",
            bucket_name="orders-inbox",
            bucket_key=f"partners/{partner}/{{{{ ds }}}}/manifest.json",
            poke_interval=60,
        )
        for partner in PARTNERS
    ]

    transform = GlueJobOperator(
        task_id="transform",
        job_name="orders-transform",
        script_args={"--date": "{{ ds }}"},
    )

    notify = SnsPublishOperator(
        task_id="notify",
        target_arn="arn:aws:sns:eu-west-1:123456789012:data-alerts",
        message="Orders of {{ ds }} are loaded",
        trigger_rule="all_done",
    )

    wait_for_manifests >> transform >> notify
