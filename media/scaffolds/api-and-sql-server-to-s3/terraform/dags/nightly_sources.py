"""Each night: a partner's API and a SQL Server in the company network, both into S3.

Runs on Airflow 2.10 and 3.0. Connections, kept in Secrets Manager under airflow/connections/:
  rates_api   type http, host of the partner's API
  sql_server  type mssql, reached over the VPC's line to the company network
Variable: lake_bucket, the bucket that both are written to.
"""

from datetime import datetime, timedelta, timezone

from airflow.decorators import dag
from airflow.providers.amazon.aws.operators.s3 import S3CreateObjectOperator
from airflow.providers.amazon.aws.transfers.sql_to_s3 import SqlToS3Operator

# Older examples have MsSqlOperator here. Release 4 of the Microsoft SQL Server provider removed it; this one runs SQL
# on any connection, and takes conn_id where the other took mssql_conn_id.
from airflow.providers.common.sql.operators.sql import SQLExecuteQueryOperator

# SimpleHttpOperator in older examples.
from airflow.providers.http.operators.http import HttpOperator
from airflow.timetables.trigger import CronTriggerTimetable

# Templates, filled in for each run: at this level nothing is asked of anybody.
BUCKET = "{{ var.value.lake_bucket }}"
YESTERDAY = "{{ macros.ds_add(ds, -1) }}"


@dag(
    dag_id="nightly_sources",
    # With this timetable `ds` is the day of the run in Airflow 2 and 3 alike; a plain cron text means the day before
    # in one and the day itself in the other.
    schedule=CronTriggerTimetable("0 3 * * *", timezone="UTC"),
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 3,
        "retry_delay": timedelta(minutes=10),
        "execution_timeout": timedelta(hours=1),
    },
    tags=["ingest"],
)
def nightly_sources():
    rates = HttpOperator(
        task_id="rates",
        http_conn_id="rates_api",
        method="GET",
        endpoint="v1/rates",
        data={"day": YESTERDAY},
        log_response=False,
    )
    # A few kilobytes may go from task to task; what is larger is written to S3 by the task that reads it.
    S3CreateObjectOperator(
        task_id="keep_rates",
        s3_bucket=BUCKET,
        s3_key=f"rates/day={YESTERDAY}/rates.json",
        data=rates.output,
        replace=True,
    )

    close_day = SQLExecuteQueryOperator(
        task_id="close_day",
        conn_id="sql_server",
        sql="EXEC sales.close_day @day = %(day)s",
        parameters={"day": YESTERDAY},
        autocommit=True,
    )
    keep_orders = SqlToS3Operator(
        task_id="keep_orders",
        sql_conn_id="sql_server",
        query=f"SELECT * FROM sales.orders WHERE booked_on = '{YESTERDAY}'",
        s3_bucket=BUCKET,
        s3_key=f"orders/day={YESTERDAY}/orders.parquet",
        file_format="parquet",
        replace=True,
    )
    close_day >> keep_orders


nightly_sources()
