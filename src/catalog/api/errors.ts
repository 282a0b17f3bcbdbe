import type { ApiAction } from './types';

/** How errors of optimized integrations begin where they differ from those of the AWS SDK integrations. */
const OPTIMIZED_PREFIXES: Readonly<Record<string, string>> = {
  dynamodb: 'DynamoDB',
  ecs: 'ECS',
  eks: 'EKS',
  sfn: 'StepFunctions',
  sns: 'SNS',
  sqs: 'SQS',
};

/**
 * Errors that a call reports, those of the action first: `Glue.EntityNotFoundException`, and for an AWS SDK
 * integration what the SDK itself reports of a service.
 */
export function errorsOfCall({ service, errors }: ApiAction, optimized: boolean): readonly string[] {
  const { prefix } = service;
  if (!optimized) return [...errors, `${prefix}.${prefix}Exception`, `${prefix}.SdkClientException`];
  const own = OPTIMIZED_PREFIXES[service.service] ?? prefix;
  return own === prefix ? errors : errors.map((error) => own + error.slice(prefix.length));
}
