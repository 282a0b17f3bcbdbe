import { batch, codebuild, ecs, eks, lambda, mediaconvert } from './integrations/compute';
import {
  athena,
  databrew,
  dynamodb,
  elasticmapreduce,
  emrContainers,
  emrServerless,
  glue,
} from './integrations/data';
import { bedrock, bedrockAgentCore, sagemaker } from './integrations/machineLearning';
import { apigateway, events, http, sns, sqs, states } from './integrations/messaging';
import type { IntegrationAction, IntegrationService } from './integrationTypes';
import type { IntegrationPattern } from '../expressions/resourceArn';

/** What a suffix of the resource ARN means. */
export interface PatternFacts {
  readonly pattern: IntegrationPattern;
  /** What follows the action in the ARN, with its dot. */
  readonly suffix: string;
  readonly title: string;
  readonly summary: string;
  /** Whether an Express machine takes it. */
  readonly express: boolean;
}

/** The four ways to call an integration, the plain one first. */
export const INTEGRATION_PATTERNS: readonly PatternFacts[] = [
  {
    pattern: 'requestResponse',
    suffix: '',
    title: 'Request a response',
    summary: 'Goes on as soon as the service has answered the call.',
    express: true,
  },
  {
    pattern: 'sync',
    suffix: '.sync',
    title: 'Run a job',
    summary: 'Waits until the job that the call started has ended, and fails when the job has failed.',
    express: false,
  },
  {
    pattern: 'sync:2',
    suffix: '.sync:2',
    title: 'Run a job',
    summary: 'Waits until the started execution has ended, and returns its output as JSON.',
    express: false,
  },
  {
    pattern: 'waitForTaskToken',
    suffix: '.waitForTaskToken',
    title: 'Wait for a callback',
    summary: 'Waits until somebody returns the task token with SendTaskSuccess or SendTaskFailure.',
    express: false,
  },
];

/** The optimized integrations by the name that the ARN has for the service. */
export const INTEGRATIONS: ReadonlyMap<string, IntegrationService> = new Map(
  [
    lambda,
    states,
    glue,
    athena,
    batch,
    ecs,
    emrServerless,
    elasticmapreduce,
    emrContainers,
    dynamodb,
    sns,
    sqs,
    events,
    http,
    apigateway,
    eks,
    codebuild,
    databrew,
    sagemaker,
    bedrock,
    bedrockAgentCore,
    mediaconvert,
  ].map((service) => [service.service, service]),
);

/** The action that `arn:PARTITION:states:::SERVICE:ACTION` names, if Step Functions has made it its own. */
export function integrationAction(service: string, action: string): IntegrationAction | undefined {
  return INTEGRATIONS.get(service)?.actions.get(action);
}
