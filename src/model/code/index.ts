export { buildCodeFile, type CodeFile, type CodeRole, type LambdaHandler } from './codeFile';
export { contextName, operationAround, operationOf, takesOperations } from './durable';
export { AT_LEAST_ONCE, type EventSource } from './eventSource';
export {
  catchesAnyCall,
  catchesEverything,
  setsWhatIsReadLater,
  testsError,
  within,
  type Outcome,
} from './failures';
export { asksAfterJob, jobOf, type StartedJob } from './job';
export type { PausingLoop } from './loops';
export { around, type Place, type PlacedCall, type PlacedStatement } from './place';
export { isAwsCall, isRead, type AwsCall, type RemoteCall } from './remoteCall';
export { startSequenceOf, type StartSequence } from './startSequence';
export type { Sleep } from './sleep';
