/**
 * Arguments of Node for the server's process: megabytes for what is young, and at most for all. Measured with a
 * definition of 1 MB and 30 keystrokes, `npm run bench -- memory`: 170 MB in all with both. With 16 for what is
 * young, as V8 takes by itself, it was 20 to 100 more. The limit is far off; up to 2 GB V8 collects before the
 * heap has doubled, and above it lets the heap grow to four times what is needed, 255 MB here. Neither costs time.
 */
export const SERVER_MEMORY: readonly string[] = ['--max-semi-space-size=4', '--max-old-space-size=2000'];
