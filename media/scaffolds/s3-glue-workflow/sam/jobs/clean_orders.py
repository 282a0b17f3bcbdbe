"""Reads what is new in the crawled table, drops empty and repeated rows, and appends Parquet to the lake."""

import sys

from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

arguments = getResolvedOptions(sys.argv, ["JOB_NAME", "database", "table", "target"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(arguments["JOB_NAME"], arguments)

# The bookmark keeps under this context which files have been read.
orders = glue.create_dynamic_frame.from_catalog(
    database=arguments["database"],
    table_name=arguments["table"],
    transformation_ctx="orders",
).toDF()

# A run in which nothing is new has no columns.
if orders.columns:
    orders.dropna(how="all").dropDuplicates().write.mode("append").parquet(arguments["target"])

job.commit()
