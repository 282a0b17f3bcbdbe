import * as vscode from 'vscode';
import type { FromMatchPanel, ToMatchPanel } from '../../protocol/match';
import { webviewOptions, webviewPage } from '../webviewPage';

const VIEW_TYPE = 'orchestrationLens.match';

/** What the panel shows again when the window was reloaded. */
export interface RememberedMatch {
  readonly uri: string;
  readonly pattern: string;
}

/** Takes what the panel asks for; `restore` brings back what it showed before the window was reloaded. */
export interface MatchPanelHost {
  receive(message: FromMatchPanel): void;
  restore(remembered: RememberedMatch): void;
  closed(): void;
}

/** The results of a pattern in an editor panel: one for the window. */
export class MatchPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #host: MatchPanelHost;
  readonly #serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this);
  #panel: vscode.WebviewPanel | undefined;

  constructor(extensionUri: vscode.Uri, host: MatchPanelHost) {
    this.#extensionUri = extensionUri;
    this.#host = host;
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  /** Opens the panel beside the text, which keeps the focus. */
  open(): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.#adopt(vscode.window.createWebviewPanel(VIEW_TYPE, 'Event Matches', place, {}));
  }

  post(message: ToMatchPanel): void {
    void this.#panel?.webview.postMessage(message);
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    this.#adopt(panel);
    if (isRemembered(state)) this.#host.restore(state);
    return Promise.resolve();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'media', 'icon.svg');
    panel.webview.options = webviewOptions(this.#extensionUri);
    panel.webview.onDidReceiveMessage((message: FromMatchPanel) => this.#host.receive(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#host.closed();
    });
    panel.webview.html = webviewPage(panel.webview, this.#extensionUri, {
      title: 'Event Matches',
      bundle: 'match',
      body: '<lens-match></lens-match>',
    });
  }
}

function isRemembered(state: unknown): state is RememberedMatch {
  return typeof state === 'object' && state !== null && 'uri' in state && 'pattern' in state;
}
