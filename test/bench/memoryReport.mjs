// Loaded before a program that has a channel to its parent: answers each message with the memory in use, as it is
// and after everything has been let go that can be.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

process.on('message', () => {
  const now = process.memoryUsage();
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  process.send({ now, needed: process.memoryUsage() });
});
