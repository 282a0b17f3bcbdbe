import * as vscode from 'vscode';
import type { FromPanel, Kept, Place, ToPanel, Workload } from '../../protocol/guide';
import { webviewOptions } from '../webviewPage';
import { guideHtml } from './html';
import { insertText } from './insert';

const VIEW_TYPE = 'orchestrationLens.guide';
const KEPT_KEY = 'orchestrationLens.guide.kept';

/** What the panel may ask for that is done elsewhere. */
export interface GuideActions {
  /** Creates the files of a service's worked example, or inserts them at the cursor. */
  readonly scaffold: (service: string, how: 'files' | 'insert') => Thenable<unknown>;
  /** What the workspace shows of the workload. */
  readonly workload: () => Thenable<Workload | undefined>;
}

/** The guide in an editor panel: one for the window, restored after a reload. */
export class GuidePanel implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #actions: GuideActions;
  readonly #serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this);
  readonly #kept = new vscode.EventEmitter<Kept>();
  /** Fires when the panel has something new to keep. */
  readonly onDidKeep = this.#kept.event;
  #panel: vscode.WebviewPanel | undefined;

  constructor(context: vscode.ExtensionContext, actions: GuideActions) {
    this.#context = context;
    this.#actions = actions;
  }

  /** What the panel kept in this and earlier sessions. */
  get kept(): Kept {
    return this.#context.globalState.get<Kept>(KEPT_KEY, {});
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#kept.dispose();
  }

  /** Shows the guide, at a place if one is named. */
  show(place?: Place): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, false);
      if (place) this.#post({ type: 'show', place });
      return;
    }
    this.#adopt(
      // To make a webview takes VS Code longer than all that happens in it; a hidden one is there at once.
      vscode.window.createWebviewPanel(VIEW_TYPE, 'Orchestration Guide', vscode.ViewColumn.Active, {
        retainContextWhenHidden: true,
      }),
      place,
    );
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.#adopt(panel);
    return Promise.resolve();
  }

  #adopt(panel: vscode.WebviewPanel, place?: Place): void {
    const { extensionUri } = this.#context;
    this.#panel = panel;
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    panel.webview.options = webviewOptions(extensionUri);
    panel.webview.onDidReceiveMessage((message: FromPanel) => this.#receive(message));
    panel.onDidChangeViewState(() => panel.visible && this.#tellWorkload());
    panel.onDidDispose(() => (this.#panel = undefined));
    panel.webview.html = guideHtml(panel.webview, extensionUri, { place, kept: this.kept });
  }

  async #receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#post({ type: 'kept', kept: this.kept });
        await this.#tellWorkload();
        break;
      case 'insert':
        await insertText(message.text, message.language);
        break;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        this.#post({ type: 'notice', text: 'Copied.' });
        break;
      case 'openRule':
        await vscode.commands.executeCommand('orchestrationLens.showRule', message.rule);
        break;
      case 'scaffold':
        await this.#actions.scaffold(message.id, message.how);
        break;
      case 'keep':
        await this.#context.globalState.update(KEPT_KEY, { ...this.kept, [message.key]: message.value });
        this.#kept.fire(this.kept);
        if (message.key === 'quiz') this.#post({ type: 'kept', kept: this.kept });
    }
  }

  async #tellWorkload(): Promise<void> {
    const workload = await this.#actions.workload();
    if (workload) this.#post({ type: 'workload', workload });
  }

  #post(message: ToPanel): void {
    void this.#panel?.webview.postMessage(message);
  }
}
