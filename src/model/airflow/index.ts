export { clockCallsFor, isClockCall } from './clock';
export { cliCallsIn, commandOf, sleepsIn } from './command';
export type { Dag } from './dag';
export { buildDagFile, mayBeDagFile, type DagFile } from './dagFile';
export type { DagSchedule } from './dagSchedule';
export type { Flow } from './flow';
export type { Entry, Keywords } from './keywords';
export type { ParseTime } from './parseTime';
export type { Task } from './task';
