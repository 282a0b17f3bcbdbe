import { pascalCase } from './names';

const JAVA = 'https://sdk.amazonaws.com/java/api/latest/software/amazon/awssdk/services/';

/**
 * Where a request is described: the reference of the AWS SDK for Java 2.x, whose names Step Functions uses.
 * `prefix` is what stands before the dot in the errors of the service.
 */
export function requestPage(prefix: string, action: string): string {
  return `${JAVA}${prefix.toLowerCase()}/model/${pascalCase(action)}Request.html`;
}
