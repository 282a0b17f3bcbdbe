/** How "aws-sdk" ARNs spell services for which an optimized integration has another name. */
const OPTIMIZED_NAME: ReadonlyMap<string, string> = new Map([
  ['emr', 'elasticmapreduce'],
  ['emrcontainers', 'emr-containers'],
  ['emrserverless', 'emr-serverless'],
  ['eventbridge', 'events'],
  ['sfn', 'states'],
]);

/** The name of a service in the ARN of an optimized integration, for its name in an "aws-sdk" ARN. */
export function optimizedName(sdkService: string): string {
  return OPTIMIZED_NAME.get(sdkService) ?? sdkService;
}
