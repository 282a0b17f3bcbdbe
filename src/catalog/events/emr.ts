import { oneOf, text, type EventType } from './eventType';

const PAGE = 'Monitor Amazon EMR events with CloudWatch';
const severity = text('severity', 'How bad it is.', ['INFO', 'WARN', 'ERROR', 'CRITICAL']);
const message = text('message', 'What EMR says of it.');
const cluster = text('clusterId', 'The cluster: `j-…`.');

/** Events of Amazon EMR on EC2. */
const CLUSTER_EVENTS: readonly EventType[] = [
  {
    source: 'aws.emr',
    detailType: 'EMR Step Status Change',
    meaning: 'A step of an EMR cluster has started or ended.',
    fields: [
      cluster,
      text('stepId', 'The step: `s-…`.'),
      text('name', 'The name of the step.'),
      oneOf('state', 'What the step does now.', [
        'PENDING',
        'CANCEL_PENDING',
        'RUNNING',
        'COMPLETED',
        'CANCELLED',
        'FAILED',
        'INTERRUPTED',
      ]),
      text('actionOnFailure', 'What happens to the cluster when the step fails.', [
        'TERMINATE_CLUSTER',
        'CANCEL_AND_WAIT',
        'CONTINUE',
      ]),
      severity,
      message,
    ],
    samples: ['COMPLETED', 'FAILED'].map((state) => ({
      title: `EMR step ${state.toLowerCase()}`,
      detail: {
        severity: state === 'FAILED' ? 'ERROR' : 'INFO',
        actionOnFailure: 'CONTINUE',
        stepId: 's-2WYZEXAMPLE3K',
        name: 'spark-orders',
        clusterId: 'j-1YONHTCP3YZKC',
        state,
        message: `Step s-2WYZEXAMPLE3K (spark-orders) in Amazon EMR cluster j-1YONHTCP3YZKC is ${state}.`,
      },
    })),
    status: { filters: ['state', 'severity'], failed: ['FAILED', 'CANCELLED'] },
    page: PAGE,
  },
  {
    source: 'aws.emr',
    detailType: 'EMR Cluster State Change',
    meaning: 'An EMR cluster starts, waits or ends.',
    fields: [
      cluster,
      text('name', 'The name of the cluster.'),
      oneOf('state', 'What the cluster does now.', [
        'STARTING',
        'BOOTSTRAPPING',
        'RUNNING',
        'WAITING',
        'TERMINATING',
        'TERMINATED',
        'TERMINATED_WITH_ERRORS',
      ]),
      text('stateChangeReason', 'Why, as JSON text.'),
      severity,
      message,
    ],
    samples: ['WAITING', 'TERMINATED_WITH_ERRORS'].map((state) => ({
      title: state === 'WAITING' ? 'EMR cluster is ready' : 'EMR cluster ended with errors',
      detail: {
        severity: state === 'WAITING' ? 'INFO' : 'CRITICAL',
        stateChangeReason: '{"code":""}',
        name: 'nightly',
        clusterId: 'j-1YONHTCP3YZKC',
        state,
        message: `Amazon EMR cluster j-1YONHTCP3YZKC (nightly) is ${state}.`,
      },
    })),
    status: { filters: ['state', 'severity'], failed: ['TERMINATED_WITH_ERRORS'] },
    page: PAGE,
  },
];

const RUN_STATES = [
  'SUBMITTED',
  'PENDING',
  'SCHEDULED',
  'QUEUED',
  'RUNNING',
  'SUCCESS',
  'FAILED',
  'CANCELLING',
  'CANCELLED',
];
const APPLICATION_STATES = [
  'CREATING',
  'CREATED',
  'STARTING',
  'STARTED',
  'STOPPING',
  'STOPPED',
  'TERMINATED',
];
const SERVERLESS_PAGE = 'Automating EMR Serverless with Amazon EventBridge';
const application = text('applicationId', 'The application.');

/** Events of Amazon EMR Serverless. */
const SERVERLESS_EVENTS: readonly EventType[] = [
  {
    source: 'aws.emr-serverless',
    detailType: 'EMR Serverless Job Run State Change',
    meaning: 'A job run of EMR Serverless goes on to its next state.',
    fields: [
      application,
      text('jobRunId', 'The job run.'),
      text('jobRunName', 'The name of the job run.'),
      oneOf('state', 'What the run does now; a run that went well is a SUCCESS.', RUN_STATES),
      text('previousState', 'What it did before.', RUN_STATES),
      text('releaseLabel', 'The release of EMR.'),
    ],
    samples: ['SUCCESS', 'FAILED'].map((state) => ({
      title: `EMR Serverless job ${state === 'FAILED' ? 'failed' : 'succeeded'}`,
      detail: {
        jobRunId: '00fbs7rqd5oj0v0l',
        applicationId: '00fbs7n4i1rr1k0d',
        jobRunName: 'spark-orders',
        releaseLabel: 'emr-7.5.0',
        state,
        previousState: 'RUNNING',
        createdBy: 'arn:aws:sts::123456789012:assumed-role/pipeline/session',
        updatedAt: '2027-03-01T06:00:00Z',
        createdAt: '2027-03-01T05:12:44Z',
      },
    })),
    status: { filters: ['state'], failed: ['FAILED', 'CANCELLED'] },
    page: SERVERLESS_PAGE,
  },
  {
    source: 'aws.emr-serverless',
    detailType: 'EMR Serverless Application State Change',
    meaning: 'An application of EMR Serverless goes on to its next state.',
    fields: [
      application,
      text('applicationName', 'The name of the application.'),
      oneOf('state', 'What the application does now.', APPLICATION_STATES),
      text('previousState', 'What it did before.', APPLICATION_STATES),
    ],
    samples: [],
    page: SERVERLESS_PAGE,
  },
  {
    source: 'aws.emr-serverless',
    detailType: 'EMR Serverless Job Run Retry',
    meaning: 'A job run of EMR Serverless is tried again.',
    fields: [application, text('jobRunId', 'The job run.')],
    samples: [],
    page: SERVERLESS_PAGE,
  },
];

/** Events of Amazon EMR, on EC2 and serverless. */
export const EMR_EVENTS: readonly EventType[] = [...CLUSTER_EVENTS, ...SERVERLESS_EVENTS];
