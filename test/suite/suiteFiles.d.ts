declare module 'suite:files' {
  /** Imports every `*.test.ts` of this folder; the list is made when the suite is built. */
  export function load(): Promise<void>;
}
