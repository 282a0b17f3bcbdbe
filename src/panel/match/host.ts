import type { FromMatchPanel } from '../../protocol/match';

interface VsCodeApi {
  postMessage(message: FromMatchPanel): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** VS Code hands the object out once for each page. */
const host = acquireVsCodeApi();

/** Says something to the editor. */
export const send = (message: FromMatchPanel): void => host.postMessage(message);

/** What the editor shows again when the window was reloaded. */
export const remember = (state: { readonly uri: string; readonly pattern: string }): void =>
  host.setState(state);
