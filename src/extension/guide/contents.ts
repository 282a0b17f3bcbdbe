import * as vscode from 'vscode';
import { OPEN_GUIDE_COMMAND, type Kept, type Place } from '../../protocol/guide';
import generated from './contents.generated.json';
import type { GuidePanel } from './panel';

interface Entry {
  readonly label: string;
  readonly place: Place;
  readonly icon?: string;
  readonly description?: string;
  readonly children?: readonly Entry[];
}

/** The table of contents in the side bar. It is empty until the guide was opened once; then a welcome says why. */
export class GuideContents implements vscode.TreeDataProvider<Entry>, vscode.Disposable {
  readonly #panel: GuidePanel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #disposables: vscode.Disposable[];

  constructor(panel: GuidePanel) {
    this.#panel = panel;
    this.#disposables = [
      this.#changed,
      panel.onDidKeep(() => this.#changed.fire()),
      vscode.window.registerTreeDataProvider('orchestrationLens.contents', this),
    ];
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }

  getTreeItem({ label, place, icon, description, children }: Entry): vscode.TreeItem {
    const { None, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, children ? Expanded : None);
    item.id = `${place.tab}/${place.anchor ?? ''}`;
    item.description = description;
    item.iconPath = icon ? new vscode.ThemeIcon(icon) : undefined;
    item.command = { command: OPEN_GUIDE_COMMAND, title: label, arguments: [place] };
    return item;
  }

  getChildren(entry?: Entry): Entry[] {
    const { kept } = this.#panel;
    const children = entry ? (entry.children ?? []) : kept.view === undefined ? [] : entries(kept);
    return [...children];
  }
}

function entries(kept: Kept): readonly Entry[] {
  const due = dueToday(kept);
  return [
    { label: 'Decide', icon: 'type-hierarchy-sub', place: { tab: 'decide' } },
    { label: 'Compare', icon: 'table', place: { tab: 'compare' } },
    { label: 'Cost', icon: 'credit-card', place: { tab: 'cost' } },
    {
      ...{ label: 'Quiz', icon: 'mortar-board', place: { tab: 'quiz' } },
      description: due > 0 ? `${due} due` : undefined,
    },
    {
      ...{ label: 'Notes', icon: 'book', place: { tab: 'notes' } },
      children: generated.notes.map(({ id, title }) => ({
        label: title,
        place: { tab: 'notes', anchor: id },
      })),
    },
  ];
}

/** Questions that were answered once and are asked again today. */
function dueToday({ quiz }: Kept): number {
  const now = new Date();
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  return Object.values(quiz?.cards ?? {}).filter(({ due }) => due <= today).length;
}
