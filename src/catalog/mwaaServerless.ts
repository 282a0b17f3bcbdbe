/**
 * Operators that Amazon MWAA Serverless runs, by the module under `airflow.providers.amazon.aws` that
 * they are in. "Supported operators" of the user guide, compared in 2026-11.
 */
const AMAZON: Readonly<Record<string, string>> = {
  'operators.appflow':
    'AppflowRunOperator AppflowRunFullOperator AppflowRunBeforeOperator AppflowRunAfterOperator AppflowRunDailyOperator AppflowRecordsShortCircuitOperator',
  'operators.athena': 'AthenaOperator',
  'operators.batch': 'BatchOperator BatchCreateComputeEnvironmentOperator',
  'operators.bedrock':
    'BedrockInvokeModelOperator BedrockCustomizeModelOperator BedrockCreateProvisionedModelThroughputOperator BedrockCreateKnowledgeBaseOperator BedrockCreateDataSourceOperator BedrockIngestDataOperator BedrockRaGOperator BedrockRetrieveOperator BedrockCreateGuardrailOperator BedrockCreateGuardrailVersionOperator BedrockDeleteGuardrailOperator',
  'operators.cloud_formation': 'CloudFormationCreateStackOperator CloudFormationDeleteStackOperator',
  'operators.comprehend':
    'ComprehendStartPiiEntitiesDetectionJobOperator ComprehendCreateDocumentClassifierOperator',
  'operators.datasync': 'DataSyncOperator',
  'operators.dms':
    'DmsCreateTaskOperator DmsDeleteTaskOperator DmsDescribeTasksOperator DmsStartTaskOperator DmsStopTaskOperator',
  'operators.ec2':
    'EC2StartInstanceOperator EC2StopInstanceOperator EC2CreateInstanceOperator EC2TerminateInstanceOperator EC2RebootInstanceOperator EC2HibernateInstanceOperator',
  'operators.ecs':
    'EcsCreateClusterOperator EcsDeleteClusterOperator EcsDeregisterTaskDefinitionOperator EcsRegisterTaskDefinitionOperator EcsRunTaskOperator',
  'operators.eks':
    'EksCreateClusterOperator EksCreateNodegroupOperator EksCreateFargateProfileOperator EksDeleteClusterOperator EksDeleteNodegroupOperator EksDeleteFargateProfileOperator EksPodOperator',
  'operators.emr':
    'EmrAddStepsOperator EmrStartNotebookExecutionOperator EmrStopNotebookExecutionOperator EmrEksCreateClusterOperator EmrContainerOperator EmrCreateJobFlowOperator EmrModifyClusterOperator EmrTerminateJobFlowOperator EmrServerlessCreateApplicationOperator EmrServerlessStartJobOperator EmrServerlessStopApplicationOperator EmrServerlessDeleteApplicationOperator',
  'operators.eventbridge':
    'EventBridgePutEventsOperator EventBridgePutRuleOperator EventBridgeEnableRuleOperator EventBridgeDisableRuleOperator',
  'operators.glacier': 'GlacierCreateJobOperator GlacierUploadArchiveOperator',
  'operators.glue':
    'GlueJobOperator GlueDataQualityOperator GlueDataQualityRuleSetEvaluationRunOperator GlueDataQualityRuleRecommendationRunOperator',
  'operators.glue_catalog':
    'GlueCatalogCreateDatabaseOperator GlueCatalogCreateTableOperator GlueCatalogDeleteDatabaseOperator GlueCatalogDeleteTableOperator',
  'operators.glue_crawler': 'GlueCrawlerOperator',
  'operators.glue_databrew': 'GlueDataBrewStartJobOperator',
  'operators.kinesis_analytics':
    'KinesisAnalyticsV2CreateApplicationOperator KinesisAnalyticsV2StartApplicationOperator KinesisAnalyticsV2StopApplicationOperator',
  'operators.lambda_function': 'LambdaCreateFunctionOperator LambdaInvokeFunctionOperator',
  'operators.mwaa_serverless': 'MwaaServerlessCreateWorkflowOperator MwaaServerlessStartWorkflowRunOperator',
  'operators.neptune': 'NeptuneStartDbClusterOperator NeptuneStopDbClusterOperator',
  'operators.quicksight': 'QuickSightCreateIngestionOperator',
  'operators.rds':
    'RdsCreateDbSnapshotOperator RdsCopyDbSnapshotOperator RdsDeleteDbSnapshotOperator RdsStartExportTaskOperator RdsCancelExportTaskOperator RdsCreateEventSubscriptionOperator RdsDeleteEventSubscriptionOperator RdsCreateDbInstanceOperator RdsDeleteDbInstanceOperator RdsStartDbOperator RdsStopDbOperator',
  'operators.redshift_cluster':
    'RedshiftCreateClusterOperator RedshiftCreateClusterSnapshotOperator RedshiftDeleteClusterSnapshotOperator RedshiftResumeClusterOperator RedshiftPauseClusterOperator RedshiftDeleteClusterOperator',
  'operators.redshift_data': 'RedshiftDataOperator',
  'operators.s3':
    'S3CreateBucketOperator S3DeleteBucketOperator S3GetBucketTaggingOperator S3PutBucketTaggingOperator S3DeleteBucketTaggingOperator S3CopyObjectOperator S3CreateObjectOperator S3DeleteObjectsOperator S3ListOperator S3ListPrefixesOperator',
  'operators.s3_tables':
    'S3TablesCreateTableBucketOperator S3TablesCreateNamespaceOperator S3TablesCreateTableOperator S3TablesDeleteTableBucketOperator S3TablesDeleteNamespaceOperator S3TablesDeleteTableOperator',
  'operators.s3_vectors':
    'S3VectorsCreateVectorBucketOperator S3VectorsCreateIndexOperator S3VectorsDeleteIndexOperator S3VectorsDeleteVectorBucketOperator',
  'operators.sagemaker':
    'SageMakerProcessingOperator SageMakerEndpointConfigOperator SageMakerEndpointOperator SageMakerTransformOperator SageMakerTuningOperator SageMakerModelOperator SageMakerTrainingOperator SageMakerDeleteModelOperator SageMakerStartPipelineOperator SageMakerStopPipelineOperator SageMakerRegisterModelVersionOperator SageMakerAutoMLOperator SageMakerCreateExperimentOperator SageMakerCreateNotebookOperator SageMakerStopNotebookOperator SageMakerDeleteNotebookOperator SageMakerStartNoteBookOperator',
  'operators.sagemaker_unified_studio': 'SageMakerNotebookOperator',
  'operators.sns': 'SnsPublishOperator',
  'operators.sqs': 'SqsPublishOperator',
  'operators.step_function': 'StepFunctionStartExecutionOperator StepFunctionGetExecutionOutputOperator',
  'sensors.athena': 'AthenaSensor',
  'sensors.batch': 'BatchSensor BatchComputeEnvironmentSensor BatchJobQueueSensor',
  'sensors.bedrock':
    'BedrockCustomizeModelCompletedSensor BedrockProvisionModelThroughputCompletedSensor BedrockKnowledgeBaseActiveSensor BedrockIngestionJobSensor',
  'sensors.cloud_formation': 'CloudFormationCreateStackSensor CloudFormationDeleteStackSensor',
  'sensors.comprehend':
    'ComprehendStartPiiEntitiesDetectionJobCompletedSensor ComprehendCreateDocumentClassifierCompletedSensor',
  'sensors.dms': 'DmsTaskCompletedSensor',
  'sensors.dynamodb': 'DynamoDBValueSensor',
  'sensors.ec2': 'EC2InstanceStateSensor',
  'sensors.ecs': 'EcsClusterStateSensor EcsTaskDefinitionStateSensor EcsTaskStateSensor',
  'sensors.eks': 'EksClusterStateSensor EksFargateProfileStateSensor EksNodegroupStateSensor',
  'sensors.emr':
    'EmrServerlessJobSensor EmrServerlessApplicationSensor EmrContainerSensor EmrNotebookExecutionSensor EmrJobFlowSensor EmrStepSensor',
  'sensors.glacier': 'GlacierJobOperationSensor',
  'sensors.glue':
    'GlueJobSensor GlueDataQualityRuleSetEvaluationRunSensor GlueDataQualityRuleRecommendationRunSensor',
  'sensors.glue_catalog_partition': 'GlueCatalogPartitionSensor',
  'sensors.glue_crawler': 'GlueCrawlerSensor',
  'sensors.kinesis_analytics':
    'KinesisAnalyticsV2StartApplicationCompletedSensor KinesisAnalyticsV2StopApplicationCompletedSensor',
  'sensors.lambda_function': 'LambdaFunctionStateSensor',
  'sensors.opensearch_serverless': 'OpenSearchServerlessCollectionActiveSensor',
  'sensors.quicksight': 'QuickSightSensor',
  'sensors.rds': 'RdsSnapshotExistenceSensor RdsExportTaskExistenceSensor RdsDbSensor',
  'sensors.redshift_cluster': 'RedshiftClusterSensor',
  'sensors.s3': 'S3KeySensor S3KeysUnchangedSensor',
  'sensors.sagemaker':
    'SageMakerEndpointSensor SageMakerTransformSensor SageMakerTuningSensor SageMakerTrainingSensor SageMakerPipelineSensor SageMakerAutoMLSensor SageMakerProcessingSensor',
  'sensors.sagemaker_unified_studio': 'SageMakerNotebookSensor',
  'sensors.sqs': 'SqsSensor',
  'sensors.step_function': 'StepFunctionExecutionSensor',
};

/** Operators of Airflow itself, first by the module that they are in since Airflow 3. */
const OWN: readonly string[] = [
  'airflow.providers.standard.operators.python.PythonOperator',
  'airflow.operators.python.PythonOperator',
  'airflow.providers.standard.operators.bash.BashOperator',
  'airflow.operators.bash.BashOperator',
  'airflow.providers.standard.operators.empty.EmptyOperator',
  'airflow.operators.empty.EmptyOperator',
];

/** Where operators of the Amazon provider are. */
export const AMAZON_PROVIDER = 'airflow.providers.amazon.aws.';

/** Full names of the operators and sensors that MWAA Serverless runs. */
export const SERVERLESS_OPERATORS: ReadonlySet<string> = new Set([
  ...OWN,
  ...Object.entries(AMAZON).flatMap(([module, classes]) =>
    classes.split(' ').map((name) => `${AMAZON_PROVIDER}${module}.${name}`),
  ),
]);

/** Full names by class; of those in several modules the one of Airflow 3. */
export const SERVERLESS_OPERATORS_BY_CLASS: ReadonlyMap<string, string> = new Map(
  [...SERVERLESS_OPERATORS].reverse().map((full) => [full.slice(full.lastIndexOf('.') + 1), full]),
);
