/**
 * Arguments of Node for the server's process: megabytes for what is young. Measured with a definition of 1 MB and 30
 * keystrokes: 185 MB in all with 4, 204 to 290 with 16 (what V8 takes by itself), 233 to 317 with 32, 296 to 379 with
 * 64, and the same processor time with each, 6 to 7 s.
 */
export const SERVER_MEMORY: readonly string[] = ['--max-semi-space-size=4'];
