import * as vscode from 'vscode';
import {
  RUN_PATTERN,
  type EventResult,
  type FromMatchPanel,
  type PatternRun,
  type Range,
  type RunPatternParams,
} from '../../protocol/match';
import type { Session } from '../session';
import { askForEvent, clipboardEvent } from './ask';
import { InlineResults } from './inline';
import { MatchPanel, type MatchPanelHost, type RememberedMatch } from './panel';

/** Milliseconds of quiet after which a changed pattern is asked again. */
const QUIET = 250;

interface Active {
  readonly uri: string;
  readonly pattern: string;
  readonly only?: RunPatternParams['only'];
  /** The event that is looked at, by its title: others may come before it. */
  selected: string | undefined;
  run: PatternRun;
}

/** Patterns asked about events: the panel, the results in the text, and both again when the text changes. */
export class Matching implements MatchPanelHost, vscode.Disposable {
  readonly #session: Session;
  readonly #inline = new InlineResults();
  readonly #panel: MatchPanel;
  readonly #disposables: vscode.Disposable[];
  #active: Active | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, extensionUri: vscode.Uri) {
    this.#session = session;
    this.#panel = new MatchPanel(extensionUri, this);
    this.#disposables = [
      this.#inline,
      this.#panel,
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document.uri.toString())),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw()),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of this.#disposables) each.dispose();
  }

  /** Runs a pattern by its name, or the one at the cursor; `asks` for the event first. */
  async match(uri?: string, pattern?: string, asks = uri === undefined): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const document = uri ?? editor?.document.uri.toString();
    const at = pattern ?? editor?.selection.active;
    const run = document && at && (await this.#ask({ uri: document, pattern: at }));
    if (!run) {
      await vscode.window.showInformationMessage(
        'There is no event pattern at the cursor: open one, or a template with one.',
      );
      return;
    }
    if (run.results.length === 0) {
      await vscode.window.showInformationMessage(`AWS refuses the pattern of "${run.title}" as it is.`);
      return;
    }
    const asked = asks ? await askForEvent(run) : closest(run.results);
    if (asked === 'clipboard') await this.#clipboard({ uri: document, pattern: run.id });
    else if (asked !== undefined) this.#show({ uri: document, pattern: run.id }, run, asked);
  }

  /** Takes the results out of the text. */
  clear(): void {
    this.#active = undefined;
    this.#inline.clear();
  }

  receive(message: FromMatchPanel): void {
    void this.#receive(message).catch((error: unknown) => this.#session.output.error(String(error)));
  }

  restore({ uri, pattern }: RememberedMatch): void {
    void this.#ask({ uri, pattern }).then((run) => {
      if (run && run.results.length > 0) this.#show({ uri, pattern }, run, closest(run.results));
    });
  }

  closed(): void {
    this.clear();
  }

  async #receive(message: FromMatchPanel): Promise<void> {
    const active = this.#active;
    if (!active) return;
    switch (message.type) {
      case 'ready':
        this.#tell(active);
        break;
      case 'select':
        active.selected = active.run.results[message.index]?.title;
        this.#draw();
        break;
      case 'reveal':
        await reveal(active.uri, message.range);
        break;
      case 'open':
        await openEvent(active.run.results[message.index]);
        break;
      case 'clipboard':
        await this.#clipboard(active);
    }
  }

  async #ask(params: RunPatternParams): Promise<PatternRun | undefined> {
    const client = await this.#session.client();
    return (await client.sendRequest<PatternRun | null>(RUN_PATTERN, params)) ?? undefined;
  }

  async #clipboard({ uri, pattern }: Pick<Active, 'uri' | 'pattern'>): Promise<void> {
    const only = await clipboardEvent();
    const run = only && (await this.#ask({ uri, pattern, only }));
    if (run) this.#show({ uri, pattern, only }, run, 0);
  }

  #show(what: Pick<Active, 'uri' | 'pattern' | 'only'>, run: PatternRun, index: number): void {
    this.#active = { ...what, run, selected: run.results[index]?.title };
    this.#panel.open();
    this.#tell(this.#active);
    this.#draw();
  }

  #tell({ uri, run, selected }: Active): void {
    const index = run.results.findIndex(({ title }) => title === selected);
    this.#panel.post({ type: 'run', uri, run, selected: Math.max(0, index) });
  }

  #draw(): void {
    if (!this.#active) return;
    const { uri, run, selected } = this.#active;
    this.#inline.show(
      uri,
      run,
      run.results.find(({ title }) => title === selected),
    );
  }

  #changed(uri: string): void {
    if (!this.#active || (uri !== this.#active.uri && !uri.endsWith('.event.json'))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#again(), QUIET);
  }

  async #again(): Promise<void> {
    const active = this.#active;
    const run = active && (await this.#ask(active));
    if (!run || active !== this.#active) return;
    active.run = run;
    this.#tell(active);
    this.#draw();
  }
}

/** The first event that matches, or the one that comes nearest. */
function closest(results: readonly EventResult[]): number {
  const score = ({ verdict, rows }: EventResult): number =>
    verdict === 'matches'
      ? Infinity
      : rows.filter(({ kind, outcome }) => kind === 'field' && outcome === 'matched').length;
  const scores = results.map(score);
  return scores.indexOf(Math.max(...scores));
}

async function reveal(uri: string, { start, end }: Range): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(start.line, start.character, end.line, end.character),
  });
}

/** An event without a file opens as a text to be changed and kept. */
async function openEvent(result: EventResult | undefined): Promise<void> {
  if (!result) return;
  const document = result.uri
    ? await vscode.workspace.openTextDocument(vscode.Uri.parse(result.uri))
    : await vscode.workspace.openTextDocument({ language: 'json', content: `${result.event}\n` });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}
