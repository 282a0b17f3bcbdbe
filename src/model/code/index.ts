export { buildCodeFile, type CodeFile, type CodeRole, type LambdaHandler } from './codeFile';
export { AT_LEAST_ONCE, type EventSource } from './eventSource';
export { catchesAnyCall, catchesEverything, testsError, within, type Outcome } from './failures';
export type { PausingLoop } from './loops';
export { around, type Place, type PlacedCall, type PlacedStatement } from './place';
export { isAwsCall, type AwsCall, type RemoteCall } from './remoteCall';
export type { Sleep } from './sleep';
