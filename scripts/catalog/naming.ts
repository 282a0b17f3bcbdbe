import { camelCase, pascalCase, spelledName } from '../../src/catalog/api/names';

/** How errors of a service begin, from the id that its model has: "Config Service" becomes "Config". */
export function exceptionPrefix(sdkId: string): string {
  return pascalCase(sdkId)
    .replace(/^(?:Amazon|Aws)/, '')
    .replace(/Service$/, '');
}

/** What stands after "aws-sdk:" in an ARN: "Config Service" becomes "config". */
export function serviceName(sdkId: string): string {
  return exceptionPrefix(sdkId).toLowerCase();
}

/** The name of an operation in an ARN. */
export function actionName(operation: string): string {
  return camelCase(operation);
}

/** The types of a value of DynamoDB, which workflows write as the API does. */
const TYPES_OF_DYNAMODB = /^(?:BOOL|NULL|SS|NS|BS)$/;

/** A member as Step Functions spells it. */
export function memberName(name: string): string {
  return TYPES_OF_DYNAMODB.test(name) ? name : spelledName(name);
}

/** An error as Step Functions reports it behind the prefix of its service, always with the ending. */
export function exceptionName(name: string): string {
  return pascalCase(name).replace(/(?:Fault|Exception)?$/, 'Exception');
}
