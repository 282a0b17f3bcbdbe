import type { FromPanel } from '../protocol/guide';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** VS Code hands the object out once for each page. */
const host = acquireVsCodeApi();

/** Says something to the editor. */
export const send = (message: FromPanel): void => host.postMessage(message);

/** What this panel remembered; survives being hidden and a reload of the window. */
export const remembered = (): unknown => host.getState();

export const remember = (state: unknown): void => host.setState(state);
