import type { TouchedService } from '../../advisor/decide/answers';

/** Services as SDKs and `Resource` of a Task write them, lower case; `events` and `eventbridge` are one. */
const BY_SERVICE: Readonly<Record<string, TouchedService>> = {
  athena: 'athena',
  batch: 'batch',
  dynamodb: 'dynamodb',
  ecs: 'ecs',
  elasticmapreduce: 'emr',
  emr: 'emr',
  'emr-containers': 'emr',
  emrcontainers: 'emr',
  'emr-serverless': 'emr-serverless',
  emrserverless: 'emr-serverless',
  eventbridge: 'event-bus',
  events: 'event-bus',
  glue: 'glue',
  http: 'external-api',
  lambda: 'lambda',
  redshift: 'redshift',
  redshiftdata: 'redshift',
  redshiftserverless: 'redshift',
  s3: 's3',
  sagemaker: 'sagemaker',
  sagemakerruntime: 'sagemaker',
  sfn: 'existing-workflow',
  sns: 'sns',
  sqs: 'sqs',
  states: 'existing-workflow',
};

/** What a call of a service counts as in the questions of the picker. */
export function touchedBy(service: string, action = ''): TouchedService {
  if (service === 'glue' && /crawler/i.test(action)) return 'glue-crawler';
  return BY_SERVICE[service] ?? 'other-aws';
}

/** Resources of a template that do work, by type; those that only hold or carry data say nothing. */
const BY_TYPE: readonly (readonly [RegExp, TouchedService])[] = [
  [/^AWS::Glue::Job$/, 'glue'],
  [/^AWS::Glue::Crawler$/, 'glue-crawler'],
  [/^AWS::(?:Lambda|Serverless)::Function$/, 'lambda'],
  [/^AWS::EMR::(?:Cluster|Step)$/, 'emr'],
  [/^AWS::EMRServerless::Application$/, 'emr-serverless'],
  [/^AWS::Batch::JobDefinition$/, 'batch'],
  [/^AWS::ECS::TaskDefinition$/, 'ecs'],
  [/^AWS::Athena::NamedQuery$/, 'athena'],
];

/** What a resource of a template is, where it does work. */
export function touchedByType(type: string): TouchedService | undefined {
  return BY_TYPE.find(([pattern]) => pattern.test(type))?.[1];
}

/** Operators by their module behind `airflow.providers.`; the first that fits counts. */
const BY_OPERATOR: readonly (readonly [RegExp, TouchedService])[] = [
  [/^amazon\.aws\.\w+\.glue_crawler\b/, 'glue-crawler'],
  [/^amazon\.aws\.\w+\.glue\b/, 'glue'],
  [/^amazon\.aws\.transfers\.(?:s3_to_redshift|redshift_to_s3)\b/, 'redshift'],
  [/^amazon\.aws\.transfers\.(?:sql_to_s3|s3_to_sql|mongo_to_s3)\b/, 'on-premises-database'],
  [/^amazon\.aws\.transfers\.(?:http_to_s3)\b/, 'external-api'],
  [/^amazon\.aws\.transfers\.(?:dynamodb|s3_to_dynamodb)/, 'dynamodb'],
  [/^amazon\.aws\.transfers\./, 'non-aws-platform'],
  [/^amazon\.aws\.\w+\.lambda_function\b/, 'lambda'],
  [/^amazon\.aws\.\w+\.step_function\b/, 'existing-workflow'],
  [/^amazon\.aws\.\w+\.eventbridge\b/, 'event-bus'],
  [/^amazon\.aws\.\w+\.emr\b/, 'emr'],
  [/^amazon\.aws\.\w+\.redshift_/, 'redshift'],
  [/^http\./, 'external-api'],
  [/^(?:common\.sql|microsoft\.mssql|mysql|oracle|postgres|jdbc|odbc)\./, 'on-premises-database'],
  [
    /^(?:snowflake|databricks|sftp|ssh|ftp|google|microsoft|apache|salesforce|mongo|cncf)\./,
    'non-aws-platform',
  ],
];

/** What an operator of Airflow reaches; `undefined` for one that only runs code or joins others. */
export function touchedByOperator(module: string, type: string): TouchedService | undefined {
  const [, provider] = /^airflow\.providers\.(.+)$/.exec(module) ?? [];
  if (provider === undefined) return undefined;
  if (type.startsWith('EmrServerless')) return 'emr-serverless';
  const listed = BY_OPERATOR.find(([pattern]) => pattern.test(provider))?.[1];
  if (listed) return listed;
  const [, service] = /^amazon\.aws\.\w+\.(\w+)$/.exec(provider) ?? [];
  return service === undefined ? undefined : touchedBy(service);
}
