import type { FromWeek } from '../../protocol/week';

interface VsCodeApi {
  postMessage(message: FromWeek): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The editor as this panel sees it; VS Code hands the object out once for each page. */
export const host = acquireVsCodeApi();
