"""Turns the raw orders of one day into Parquet. A second run of the same day overwrites the first."""

import sys

from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

arguments = getResolvedOptions(sys.argv, ["JOB_NAME", "day", "lake"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(arguments["JOB_NAME"], arguments)

day, lake = arguments["day"], arguments["lake"]
orders = glue.spark_session.read.option("multiLine", True).json(f"s3://{lake}/raw/{day}/")
orders.dropna(how="all").dropDuplicates().write.mode("overwrite").parquet(f"s3://{lake}/clean/{day}/")

job.commit()
