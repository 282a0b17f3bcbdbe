import * as vscode from 'vscode';
import {
  WEEK,
  type FromWeek,
  type ToWeek,
  type WeekParams,
  type WeekResult,
  type WeekStart,
} from '../../protocol/week';
import type { Session } from '../session';
import { webviewOptions, webviewPage } from '../webviewPage';

const VIEW_TYPE = 'orchestrationLens.week';

/** A week, and a day before and after it for clocks that are ahead of UTC or behind. */
const DAYS = 9;

/** All schedules of the workspace on one week, in an editor panel: one for the window, restored after a reload. */
export class WeekPanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #session: Session;
  readonly #registered: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;

  constructor(extensionUri: vscode.Uri, session: Session) {
    this.#extensionUri = extensionUri;
    this.#session = session;
    this.#registered = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.workspace.onDidSaveTextDocument(() => this.#post({ type: 'changed' })),
    );
  }

  dispose(): void {
    this.#registered.dispose();
  }

  show(): void {
    if (this.#panel) this.#panel.reveal(undefined, false);
    else
      this.#adopt(
        vscode.window.createWebviewPanel(VIEW_TYPE, 'Schedules of the Week', vscode.ViewColumn.Active, {}),
      );
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#adopt(panel);
    return Promise.resolve();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'media', 'icon.svg');
    panel.webview.options = webviewOptions(this.#extensionUri);
    panel.webview.onDidReceiveMessage((message: FromWeek) => this.#receive(message));
    panel.onDidDispose(() => (this.#panel = undefined));
    const start: WeekStart = { userZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
    panel.webview.html = webviewPage(panel.webview, this.#extensionUri, {
      title: 'Schedules of the Week',
      bundle: 'week',
      body: `<lens-week start="${attribute(JSON.stringify(start))}"></lens-week>`,
    });
  }

  async #receive(message: FromWeek): Promise<void> {
    if (message.type === 'open') {
      const { uri, line, character } = message.place;
      const selection = new vscode.Range(line, character, line, character);
      await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection });
      return;
    }
    const params: WeekParams = { from: message.from, days: DAYS };
    const client = await this.#session.client();
    this.#post({ type: 'week', week: await client.sendRequest<WeekResult>(WEEK, params) });
  }

  #post(message: ToWeek): void {
    void this.#panel?.webview.postMessage(message);
  }
}

/** A text between the quotes of an attribute. */
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
