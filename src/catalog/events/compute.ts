import { number, oneOf, text, type EventType } from './eventType';

const TASK_STATES = [
  'PROVISIONING',
  'PENDING',
  'ACTIVATING',
  'RUNNING',
  'DEACTIVATING',
  'STOPPING',
  'DEPROVISIONING',
  'STOPPED',
  'DELETED',
];

const TASK = 'arn:aws:ecs:us-east-1:123456789012:task/pipelines/b99d40b39de747cd96ee2d2ea2b6f1f3';

const task = (lastStatus: string, more: object, container: object): unknown => ({
  clusterArn: 'arn:aws:ecs:us-east-1:123456789012:cluster/pipelines',
  containers: [
    {
      containerArn: 'arn:aws:ecs:us-east-1:123456789012:container/cf159fd6-3e3f-4a9e-84f9-66cbe726af01',
      lastStatus,
      name: 'loader',
      taskArn: TASK,
      ...container,
    },
  ],
  createdAt: '2027-03-01T05:12:44Z',
  launchType: 'FARGATE',
  cpu: '1024',
  memory: '2048',
  desiredStatus: lastStatus,
  group: 'family:loader',
  lastStatus,
  taskArn: TASK,
  taskDefinitionArn: 'arn:aws:ecs:us-east-1:123456789012:task-definition/loader:7',
  updatedAt: '2027-03-01T06:00:00Z',
  version: 5,
  ...more,
});

const JOB = 'arn:aws:batch:us-east-1:123456789012:job/4c7599ae-0a82-49aa-ba5a-4727fcce14a8';

const job = (status: string, exitCode: number): unknown => ({
  jobArn: JOB,
  jobName: 'resample',
  jobId: '4c7599ae-0a82-49aa-ba5a-4727fcce14a8',
  jobQueue: 'arn:aws:batch:us-east-1:123456789012:job-queue/pipelines',
  status,
  statusReason: exitCode === 0 ? 'Essential container in task exited' : 'Host EC2 terminated',
  attempts: [],
  createdAt: 1_803_880_800_000,
  jobDefinition: 'arn:aws:batch:us-east-1:123456789012:job-definition/resample:3',
  parameters: {},
  container: { image: 'resample:latest', vcpus: 2, memory: 4096, command: ['run'], exitCode },
  platformCapabilities: ['FARGATE'],
});

/** Events of Amazon ECS, AWS Batch, EC2 and CodeBuild. */
export const COMPUTE_EVENTS: readonly EventType[] = [
  {
    source: 'aws.ecs',
    detailType: 'ECS Task State Change',
    meaning: 'A task of ECS goes on to its next state.',
    fields: [
      text('clusterArn', 'The cluster.'),
      oneOf('lastStatus', 'What the task does now.', TASK_STATES),
      text('desiredStatus', 'What the task shall do.', TASK_STATES),
      text('stopCode', 'Why it stopped, as a code.', [
        'TaskFailedToStart',
        'EssentialContainerExited',
        'UserInitiated',
        'ServiceSchedulerInitiated',
        'SpotInterruption',
        'TerminationNotice',
      ]),
      text('stoppedReason', 'Why it stopped, in words.'),
      text('group', '`family:NAME` or `service:NAME`.'),
      text('taskArn', 'The task.'),
      text('taskDefinitionArn', 'The task definition with its revision.'),
      text('launchType', 'Where it runs.', ['EC2', 'FARGATE', 'EXTERNAL']),
      text('startedBy', 'Who started it.'),
      text('containers.name', 'A container of the task.'),
      text('containers.lastStatus', 'What the container does now.'),
      number('containers.exitCode', 'The exit code of a container that has ended; a number.'),
    ],
    samples: [
      { title: 'ECS task runs', resources: [TASK], detail: task('RUNNING', {}, {}) },
      {
        title: 'ECS task failed',
        resources: [TASK],
        detail: task(
          'STOPPED',
          { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' },
          { exitCode: 1 },
        ),
      },
    ],
    status: {
      filters: [
        'lastStatus',
        'desiredStatus',
        'stopCode',
        'stoppedReason',
        'containers.exitCode',
        'containers.lastStatus',
      ],
      failed: ['STOPPED'],
    },
    page: 'Amazon ECS task state change events',
  },
  {
    source: 'aws.batch',
    detailType: 'Batch Job State Change',
    meaning: 'A job of AWS Batch goes on to its next state.',
    fields: [
      text('jobName', 'The name of the job.'),
      oneOf('status', 'What the job does now.', [
        'SUBMITTED',
        'PENDING',
        'RUNNABLE',
        'STARTING',
        'RUNNING',
        'SUCCEEDED',
        'FAILED',
      ]),
      text('statusReason', 'Why, in words.'),
      text('jobId', 'The job.'),
      text('jobArn', 'The job.'),
      text('jobQueue', 'The ARN of the queue.'),
      text('jobDefinition', 'The ARN of the definition with its revision.'),
      number('container.exitCode', 'The exit code; a number.'),
    ],
    samples: [
      { title: 'Batch job succeeded', resources: [JOB], detail: job('SUCCEEDED', 0) },
      { title: 'Batch job failed', resources: [JOB], detail: job('FAILED', 137) },
    ],
    status: { filters: ['status', 'statusReason', 'container.exitCode'], failed: ['FAILED'] },
    page: 'AWS Batch events',
  },
  {
    source: 'aws.ec2',
    detailType: 'EC2 Instance State-change Notification',
    meaning: 'An instance starts, stops or is terminated.',
    fields: [
      text('instance-id', 'The instance: `i-…`.'),
      oneOf('state', 'What the instance does now; in small letters.', [
        'pending',
        'running',
        'stopping',
        'stopped',
        'shutting-down',
        'terminated',
      ]),
    ],
    samples: [
      {
        title: 'EC2 instance stopped',
        resources: ['arn:aws:ec2:us-east-1:123456789012:instance/i-0abcd1111example'],
        detail: { 'instance-id': 'i-0abcd1111example', state: 'stopped' },
      },
    ],
    page: 'State change events for Amazon EC2 instances',
  },
  {
    source: 'aws.codebuild',
    detailType: 'CodeBuild Build State Change',
    meaning: 'A build goes on to its next state.',
    fields: [
      text('project-name', 'The project.'),
      text('build-id', 'The ARN of the build.'),
      oneOf('build-status', 'What the build does now.', ['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'STOPPED']),
      text('current-phase', 'The phase of the build.'),
    ],
    samples: [
      {
        title: 'CodeBuild build failed',
        detail: {
          'build-status': 'FAILED',
          'project-name': 'deploy-pipelines',
          'build-id': 'arn:aws:codebuild:us-east-1:123456789012:build/deploy-pipelines:8745a7a9',
          'current-phase': 'COMPLETED',
          version: '1',
        },
      },
    ],
    status: { filters: ['build-status'], failed: ['FAILED'] },
    page: 'CodeBuild build notifications input format reference',
  },
];
