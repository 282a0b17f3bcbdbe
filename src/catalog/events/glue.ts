import { number, oneOf, text, type EventType } from './eventType';

const PAGE = 'Automating AWS Glue with EventBridge';
const severity = text('severity', 'How bad it is.', ['INFO', 'WARN', 'ERROR']);

const job = (state: string, level: string, message: string): unknown => ({
  jobName: 'orders-to-parquet',
  severity: level,
  state,
  jobRunId: 'jr_4c1f4c1e6f9a4d0e9a356a3a3c1d2b7f',
  message,
});

/** Events of AWS Glue jobs, crawlers and the Data Catalog. */
export const GLUE_EVENTS: readonly EventType[] = [
  {
    source: 'aws.glue',
    detailType: 'Glue Job State Change',
    meaning: 'A run of a Glue job has ended: well, badly, in a timeout, or stopped.',
    fields: [
      text('jobName', 'The job.'),
      oneOf('state', 'How the run ended.', ['SUCCEEDED', 'FAILED', 'TIMEOUT', 'STOPPED']),
      severity,
      text('jobRunId', 'The run: `jr_…`.'),
      text('message', 'What Glue says of it.'),
    ],
    samples: [
      { title: 'Glue job succeeded', detail: job('SUCCEEDED', 'INFO', 'Job run succeeded') },
      { title: 'Glue job failed', detail: job('FAILED', 'ERROR', 'Command failed with exit code 1') },
      { title: 'Glue job timed out', detail: job('TIMEOUT', 'WARN', 'Job run timed out') },
    ],
    status: { filters: ['state', 'severity'], failed: ['FAILED', 'TIMEOUT'] },
    page: PAGE,
  },
  {
    source: 'aws.glue',
    detailType: 'Glue Job Run Status',
    meaning: 'A run takes longer than the job’s notification threshold.',
    fields: [
      text('jobName', 'The job.'),
      oneOf('state', 'What the run does.', ['RUNNING', 'STARTING', 'STOPPING']),
      severity,
      text('jobRunId', 'The run: `jr_…`.'),
      number('notificationCondition.NotifyDelayAfter', 'Minutes of the threshold.'),
      text('startedOn', 'When the run began.'),
      text('message', 'What Glue says of it.'),
    ],
    samples: [
      {
        title: 'Glue job runs late',
        detail: {
          jobName: 'orders-to-parquet',
          severity: 'INFO',
          notificationCondition: { NotifyDelayAfter: 30 },
          state: 'RUNNING',
          jobRunId: 'jr_4c1f4c1e6f9a4d0e9a356a3a3c1d2b7f',
          message: 'Job is in RUNNING state',
          startedOn: '2027-03-01T05:12:44Z',
        },
      },
    ],
    page: PAGE,
  },
  {
    source: 'aws.glue',
    detailType: 'Glue Crawler State Change',
    meaning: 'A crawler has started or ended.',
    fields: [
      text('crawlerName', 'The crawler.'),
      oneOf('state', 'What it does; not in capitals, unlike the states of jobs.', [
        'Started',
        'Succeeded',
        'Failed',
      ]),
      text('accountId', 'The account.'),
      text('message', 'What Glue says of it.'),
      text('errorMessage', 'Why it failed.'),
      text('tablesCreated', 'How many tables it made, as a text.'),
      text('tablesUpdated', 'How many tables it changed, as a text.'),
      text('partitionsCreated', 'How many partitions it made, as a text.'),
    ],
    samples: [
      {
        title: 'Glue crawler succeeded',
        detail: {
          tablesCreated: '0',
          warningMessage: 'N/A',
          partitionsUpdated: '0',
          tablesUpdated: '1',
          message: 'Crawler Succeeded',
          partitionsDeleted: '0',
          accountId: '123456789012',
          'runningTime (sec)': '74',
          tablesDeleted: '0',
          crawlerName: 'orders-crawler',
          completionDate: '2027-03-01T05:58:00Z',
          state: 'Succeeded',
          partitionsCreated: '4',
          cloudWatchLogLink: 'https://console.aws.amazon.com/cloudwatch/home',
        },
      },
      {
        title: 'Glue crawler failed',
        detail: {
          crawlerName: 'orders-crawler',
          errorMessage: 'Internal Service Exception',
          accountId: '123456789012',
          cloudWatchLogLink: 'https://console.aws.amazon.com/cloudwatch/home',
          state: 'Failed',
          message: 'Crawler Failed',
        },
      },
    ],
    status: { filters: ['state'], failed: ['Failed'] },
    page: PAGE,
  },
  {
    source: 'aws.glue',
    detailType: 'Glue Data Catalog Table State Change',
    meaning: 'A table, or partitions of it, changed in the Data Catalog.',
    fields: [
      text('databaseName', 'The database.'),
      text('tableName', 'The table.'),
      text('typeOfChange', 'The API operation.', [
        'UpdateTable',
        'CreatePartition',
        'BatchCreatePartition',
        'UpdatePartition',
        'BatchUpdatePartition',
        'DeletePartition',
        'BatchDeletePartition',
      ]),
      text('changedPartitions', 'The partitions, where those changed.'),
    ],
    samples: [
      {
        title: 'Glue table got partitions',
        resources: ['arn:aws:glue:us-east-1:123456789012:table/orders/raw'],
        detail: {
          databaseName: 'orders',
          changedPartitions: ['[2027-03-01]'],
          typeOfChange: 'BatchCreatePartition',
          tableName: 'raw',
        },
      },
    ],
    page: PAGE,
  },
  {
    source: 'aws.glue',
    detailType: 'Glue Data Catalog Database State Change',
    meaning: 'A database, or tables of it, were made or deleted in the Data Catalog.',
    fields: [
      text('databaseName', 'The database.'),
      text('typeOfChange', 'The API operation.', [
        'CreateDatabase',
        'DeleteDatabase',
        'CreateTable',
        'DeleteTable',
        'BatchDeleteTable',
      ]),
      text('changedTables', 'The tables.'),
    ],
    samples: [],
    page: PAGE,
  },
];
