import { pascalCase } from '../../src/catalog/api/names';

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

/** The name of an operation in an ARN: its leading capitals become small, the last of them only at the end of a word. */
export function actionName(operation: string): string {
  const capitals = /^[A-Z]+(?![a-z])|^[A-Z]/.exec(operation)?.[0] ?? '';
  return capitals.toLowerCase() + operation.slice(capitals.length);
}

/** The types of a value of DynamoDB, which workflows write as the API does. */
const TYPES_OF_DYNAMODB = /^(?:BOOL|NULL|SS|NS|BS)$/;

/** A member as Step Functions spells it; "equals" would be a method of every object of Java. */
export function memberName(name: string): string {
  if (TYPES_OF_DYNAMODB.test(name)) return name;
  const pascal = pascalCase(name);
  return pascal === 'Equals' ? 'EqualsValue' : pascal;
}

/** An error as Step Functions reports it behind the prefix of its service, always with the ending. */
export function exceptionName(name: string): string {
  return pascalCase(name).replace(/(?:Fault|Exception)?$/, 'Exception');
}
