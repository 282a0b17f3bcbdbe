// One bundle serves both hosts, since all but the connection is the same; what the other host needs is not run.
const isWorker = 'importScripts' in globalThis;
void (isWorker ? import('./web') : import('./node'));
