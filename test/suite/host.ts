declare const HOST: 'node' | 'web';

/** The kind of extension host that this build of the suite runs in. */
export const host = HOST;
