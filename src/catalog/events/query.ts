import { number, oneOf, text, type EventType } from './eventType';

const QUERY_STATES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'];

const query = (currentState: string, more: object = {}): unknown => ({
  versionId: '0',
  currentState,
  previousState: 'RUNNING',
  statementType: 'DML',
  queryExecutionId: '9a1f2e3d-4c5b-4a69-8778-695a4b3c2d1e',
  workgroupName: 'pipelines',
  sequenceNumber: '3',
  ...more,
});

const statement = (state: string, rows: number): unknown => ({
  principal: 'arn:aws:sts::123456789012:assumed-role/pipeline/session',
  statementName: 'refresh-daily',
  statementId: '8eb6d0a2-9f3e-4a50-a02e-3f04ab2f7a4c',
  redshiftQueryId: 10_483,
  state,
  rows,
  expireAt: 1_803_967_200,
});

const CLUSTER = ['arn:aws:redshift:us-east-1:123456789012:cluster:warehouse'];

/** Events of Amazon Athena and of the Redshift Data API. */
export const QUERY_EVENTS: readonly EventType[] = [
  {
    source: 'aws.athena',
    detailType: 'Athena Query State Change',
    meaning: 'A query of Athena goes on to its next state.',
    fields: [
      oneOf('currentState', 'What the query does now.', QUERY_STATES),
      text('previousState', 'What it did before.', QUERY_STATES),
      text('workgroupName', 'The workgroup.'),
      text('statementType', 'What kind of statement it is.', ['DDL', 'DML', 'UTILITY']),
      text('queryExecutionId', 'The query.'),
      number('athenaError.errorCategory', '1 system, 2 user, 3 other; a number.'),
      text('athenaError.errorMessage', 'What Athena says of the failure.'),
    ],
    samples: [
      { title: 'Athena query succeeded', detail: query('SUCCEEDED') },
      {
        title: 'Athena query failed',
        detail: query('FAILED', {
          athenaError: {
            errorCategory: 2,
            errorType: 1006,
            errorMessage: 'Table not found',
            retryable: false,
          },
        }),
      },
    ],
    status: { filters: ['currentState', 'previousState'], failed: ['FAILED', 'CANCELLED'] },
    page: 'Monitor Athena query events with EventBridge',
  },
  {
    source: 'aws.redshift-data',
    detailType: 'Redshift Data Statement Status Change',
    meaning: 'A statement of the Redshift Data API that was run with `WithEvent` has ended.',
    fields: [
      oneOf('state', 'How the statement ended; one that went well is FINISHED.', [
        'FINISHED',
        'FAILED',
        'ABORTED',
      ]),
      text('statementName', 'The name that the caller gave it.'),
      text('statementId', 'The statement.'),
      text('principal', 'Who ran it.'),
      number('rows', 'Rows of the result; -1 where there is none.'),
    ],
    samples: [
      { title: 'Redshift statement finished', resources: CLUSTER, detail: statement('FINISHED', 1) },
      { title: 'Redshift statement failed', resources: CLUSTER, detail: statement('FAILED', -1) },
    ],
    page: 'Monitoring events for the Amazon Redshift Data API in Amazon EventBridge',
  },
];
