export { buildCodeFile, type CodeFile, type CodeRole, type LambdaHandler } from './codeFile';
export { AT_LEAST_ONCE, type EventSource } from './eventSource';
export { around, type Place, type PlacedCall } from './place';
export { isAwsCall, type AwsCall, type RemoteCall } from './remoteCall';
export type { Sleep } from './sleep';
