/**
 * Arguments of Node for the server's process: megabytes for what is young. With what V8 takes by itself a
 * definition of 1 MB needs half as much memory again, and is completed no faster.
 */
export const SERVER_MEMORY: readonly string[] = ['--max-semi-space-size=4'];
