/** A command line that cannot be carried out; ends with exit code 2. */
export class UsageError extends Error {}
