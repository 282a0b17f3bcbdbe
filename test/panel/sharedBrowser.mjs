import { startBrowser } from './browser.mjs';

let started;

after(async () => (await started)?.close());

/** The browser of all test files of a run; it starts when the first of them asks for it. */
export const sharedBrowser = () => (started ??= startBrowser());
