import type { Fields, ResourceSpec } from './fields';

const FILTERS: Fields = { filter: { as: 'Filters', list: true } };

const TRIGGER: ResourceSpec = {
  type: 'AWS::Glue::Trigger',
  fields: {
    actions: { list: true, fields: { security_configuration: 'SecurityConfiguration' } },
    predicate: { fields: { conditions: { list: true } } },
    event_batching_condition: {},
  },
};

const CRAWLER: ResourceSpec = {
  type: 'AWS::Glue::Crawler',
  fields: {
    schedule: 'Schedule.ScheduleExpression',
    s3_target: { as: 'Targets.S3Targets', list: true },
    jdbc_target: { as: 'Targets.JdbcTargets', list: true },
    catalog_target: { as: 'Targets.CatalogTargets', list: true },
    dynamodb_target: { as: 'Targets.DynamoDBTargets', list: true },
    delta_target: { as: 'Targets.DeltaTargets', list: true },
    iceberg_target: { as: 'Targets.IcebergTargets', list: true },
    mongodb_target: { as: 'Targets.MongoDBTargets', list: true },
    classifiers: { list: true },
  },
};

const NOTIFICATION: ResourceSpec = {
  type: 'aws_s3_bucket_notification',
  fields: {
    eventbridge: 'EventBridgeConfiguration.EventBridgeEnabled',
    lambda_function: {
      as: 'LambdaConfigurations',
      list: true,
      fields: { lambda_function_arn: 'Function' },
    },
    queue: { as: 'QueueConfigurations', list: true, fields: { queue_arn: 'Queue' } },
    topic: { as: 'TopicConfigurations', list: true, fields: { topic_arn: 'Topic' } },
  },
  partOf: { by: 'bucket', at: 'NotificationConfiguration' },
};

const TARGET: ResourceSpec = {
  type: 'aws_cloudwatch_event_target',
  fields: {
    target_id: 'Id',
    input_transformer: { fields: { input_paths: 'InputPathsMap' } },
  },
  partOf: { by: 'rule', at: 'Targets', list: true },
};

/** What CloudFormation calls the resources of Terraform's AWS provider that matter to orchestration. */
export const RESOURCE_TYPES: Readonly<Record<string, ResourceSpec>> = {
  aws_sfn_state_machine: {
    type: 'AWS::StepFunctions::StateMachine',
    fields: {
      name: 'StateMachineName',
      type: 'StateMachineType',
      logging_configuration: {
        fields: { log_destination: 'Destinations[].CloudWatchLogsLogGroup.LogGroupArn' },
      },
    },
  },
  aws_sfn_activity: { type: 'AWS::StepFunctions::Activity' },
  aws_sfn_alias: { type: 'AWS::StepFunctions::StateMachineAlias' },

  aws_cloudwatch_event_rule: { type: 'AWS::Events::Rule' },
  aws_cloudwatch_event_target: TARGET,
  aws_cloudwatch_event_bus: { type: 'AWS::Events::EventBus' },
  aws_cloudwatch_event_permission: { type: 'AWS::Events::EventBusPolicy' },
  aws_cloudwatch_event_bus_policy: { type: 'AWS::Events::EventBusPolicy' },
  aws_cloudwatch_event_archive: { type: 'AWS::Events::Archive', fields: { event_source_arn: 'SourceArn' } },
  aws_cloudwatch_event_connection: { type: 'AWS::Events::Connection' },
  aws_cloudwatch_event_api_destination: { type: 'AWS::Events::ApiDestination' },
  aws_scheduler_schedule: { type: 'AWS::Scheduler::Schedule' },
  aws_scheduler_schedule_group: { type: 'AWS::Scheduler::ScheduleGroup' },
  aws_pipes_pipe: {
    type: 'AWS::Pipes::Pipe',
    fields: {
      source_parameters: {
        fields: {
          filter_criteria: { fields: FILTERS },
          dynamodb_stream_parameters: 'DynamoDBStreamParameters',
          activemq_broker_parameters: 'ActiveMQBrokerParameters',
          rabbitmq_broker_parameters: 'RabbitMQBrokerParameters',
        },
      },
    },
  },

  // The file that lies there as a script, by its `source` or `key`.
  aws_s3_object: { type: 'aws_s3_object' },
  aws_s3_bucket_object: { type: 'aws_s3_object' },

  aws_glue_job: {
    type: 'AWS::Glue::Job',
    fields: { role_arn: 'Role', connections: 'Connections.Connections' },
  },
  aws_glue_trigger: TRIGGER,
  aws_glue_workflow: { type: 'AWS::Glue::Workflow' },
  aws_glue_crawler: CRAWLER,
  aws_glue_catalog_database: { type: 'AWS::Glue::Database', fields: { name: 'DatabaseInput.Name' } },

  aws_lambda_function: {
    type: 'AWS::Lambda::Function',
    fields: { s3_bucket: 'Code.S3Bucket', s3_key: 'Code.S3Key', image_uri: 'Code.ImageUri' },
  },
  aws_lambda_permission: { type: 'AWS::Lambda::Permission' },
  aws_lambda_alias: { type: 'AWS::Lambda::Alias' },
  aws_lambda_event_source_mapping: {
    type: 'AWS::Lambda::EventSourceMapping',
    fields: {
      filter_criteria: { fields: FILTERS },
      destination_config: { fields: { on_failure: { fields: { destination_arn: 'Destination' } } } },
    },
  },
  aws_lambda_function_event_invoke_config: {
    type: 'AWS::Lambda::EventInvokeConfig',
    fields: {
      destination_config: {
        fields: {
          on_failure: { fields: { destination: 'Destination' } },
          on_success: { fields: { destination: 'Destination' } },
        },
      },
    },
  },

  aws_iam_role: {
    type: 'AWS::IAM::Role',
    fields: {
      name: 'RoleName',
      assume_role_policy: 'AssumeRolePolicyDocument',
      inline_policy: {
        as: 'Policies',
        list: true,
        fields: { name: 'PolicyName', policy: 'PolicyDocument' },
      },
    },
  },
  aws_iam_policy: {
    type: 'AWS::IAM::ManagedPolicy',
    fields: { name: 'ManagedPolicyName', policy: 'PolicyDocument' },
  },
  aws_iam_role_policy: {
    type: 'AWS::IAM::Policy',
    fields: { name: 'PolicyName', policy: 'PolicyDocument', role: { as: 'Roles', list: true } },
    partOf: { by: 'role', at: 'Policies', list: true },
  },
  aws_iam_user_policy: {
    type: 'AWS::IAM::UserPolicy',
    fields: { name: 'PolicyName', policy: 'PolicyDocument', user: 'UserName' },
  },
  aws_iam_group_policy: {
    type: 'AWS::IAM::GroupPolicy',
    fields: { name: 'PolicyName', policy: 'PolicyDocument', group: 'GroupName' },
  },
  aws_iam_role_policy_attachment: {
    type: 'aws_iam_role_policy_attachment',
    partOf: { by: 'role', at: 'ManagedPolicyArns', list: true, only: 'PolicyArn' },
  },

  aws_s3_bucket: { type: 'AWS::S3::Bucket', fields: { bucket: 'BucketName' } },
  aws_s3_bucket_notification: NOTIFICATION,
  aws_sqs_queue: {
    type: 'AWS::SQS::Queue',
    fields: { name: 'QueueName', visibility_timeout_seconds: 'VisibilityTimeout' },
  },
  aws_sqs_queue_policy: {
    type: 'AWS::SQS::QueuePolicy',
    fields: { policy: 'PolicyDocument', queue_url: { as: 'Queues', list: true } },
  },
  aws_sns_topic: { type: 'AWS::SNS::Topic', fields: { name: 'TopicName' } },
  aws_sns_topic_policy: {
    type: 'AWS::SNS::TopicPolicy',
    fields: { policy: 'PolicyDocument', arn: { as: 'Topics', list: true } },
  },
  aws_sns_topic_subscription: { type: 'AWS::SNS::Subscription' },
  aws_dynamodb_table: { type: 'AWS::DynamoDB::Table', fields: { name: 'TableName' } },
  aws_kinesis_stream: { type: 'AWS::Kinesis::Stream' },

  aws_mwaa_environment: { type: 'AWS::MWAA::Environment' },
  aws_cloudwatch_log_group: { type: 'AWS::Logs::LogGroup', fields: { name: 'LogGroupName' } },
  aws_cloudwatch_metric_alarm: { type: 'AWS::CloudWatch::Alarm' },
  aws_ecs_task_definition: { type: 'AWS::ECS::TaskDefinition' },
  aws_ecs_cluster: { type: 'AWS::ECS::Cluster', fields: { name: 'ClusterName' } },
  aws_batch_job_definition: { type: 'AWS::Batch::JobDefinition', fields: { name: 'JobDefinitionName' } },
  aws_batch_job_queue: { type: 'AWS::Batch::JobQueue', fields: { name: 'JobQueueName' } },
  aws_redshift_cluster: { type: 'AWS::Redshift::Cluster' },
  aws_redshift_scheduled_action: {
    type: 'AWS::Redshift::ScheduledAction',
    fields: { name: 'ScheduledActionName' },
  },
  aws_redshiftserverless_workgroup: { type: 'AWS::RedshiftServerless::Workgroup' },
  aws_emr_cluster: { type: 'AWS::EMR::Cluster' },
  aws_athena_workgroup: { type: 'AWS::Athena::WorkGroup' },
};
