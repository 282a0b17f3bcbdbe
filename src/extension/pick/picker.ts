import * as vscode from 'vscode';
import { PICK, type PickOption, type PickResult } from '../../protocol/pick';
import type { Place, Workload } from '../../protocol/guide';
import type { Session } from '../session';
import { askStep } from './step';
import { showVerdict } from './verdict';

const UNFINISHED_KEY = 'orchestrationLens.pick.unfinished';

type Facts = Readonly<Record<string, unknown>>;

/** What has been said so far; each step back is the trail one shorter. */
interface Trail {
  readonly from?: string;
  readonly steps: readonly { readonly answers: Facts; readonly skipped: readonly string[] }[];
}

export interface PickerActions {
  readonly openGuide: (place: Place) => void;
  /** Creates the files of a service's worked example, or inserts it at the cursor. */
  readonly scaffold: (service: string, how: 'files' | 'insert') => Thenable<unknown>;
  /** What the workspace shows of the workload. */
  readonly workload: () => Thenable<Workload | undefined>;
}

/** The service picker of the command palette: as few questions as the case needs, then reasons and a start. */
export class ServicePicker {
  readonly #session: Session;
  readonly #state: vscode.Memento;
  readonly #actions: PickerActions;

  constructor(session: Session, state: vscode.Memento, actions: PickerActions) {
    this.#session = session;
    this.#state = state;
    this.#actions = actions;
  }

  async run(): Promise<void> {
    const trail = await this.#begin();
    if (trail) await this.#ask(trail);
  }

  /** A session that was left with Esc can go on; a workload that shows in the workspace can be taken over. */
  async #begin(): Promise<Trail | undefined> {
    const unfinished = this.#state.get<Trail>(UNFINISHED_KEY);
    const workload = await this.#actions.workload();
    const empty: Trail = { steps: [{ answers: {}, skipped: [] }] };
    const choices = [
      ...(unfinished && unfinished.steps.length > 1
        ? [
            {
              label: '$(history) Go on where you stopped',
              detail: `${unfinished.steps.length - 1} answered`,
              trail: unfinished,
            },
          ]
        : []),
      ...(workload
        ? [
            {
              label: `$(search) Begin with what ${workload.from} shows`,
              detail: describe(workload.answers),
              trail: { from: workload.from, steps: [{ answers: workload.answers, skipped: [] }] },
            },
          ]
        : []),
      { label: '$(list-unordered) Begin with nothing', detail: 'Every answer is yours.', trail: empty },
    ];
    if (choices.length === 1) return empty;
    const picked = await vscode.window.showQuickPick(choices, {
      title: 'Pick an orchestration service',
      placeHolder: 'Where shall we begin?',
    });
    return picked?.trail;
  }

  async #ask(trail: Trail): Promise<void> {
    await this.#state.update(UNFINISHED_KEY, trail);
    const { steps, from } = trail;
    const { answers, skipped } = steps[steps.length - 1];
    const client = await this.#session.client();
    const { question, remaining, verdict } = await client.sendRequest<PickResult>(PICK, { answers, skipped });
    if (!question) return this.#finish(trail, verdict);
    const result = await askStep(question, verdict, steps.length, steps.length + remaining, from);
    if (result.action === 'cancel') return;
    if (result.action === 'back') return this.#ask({ from, steps: steps.slice(0, -1) });
    const next =
      result.action === 'answer'
        ? {
            answers: merge(answers, result.options),
            skipped: question.kind === 'several' ? [...skipped, question.id] : skipped,
          }
        : { answers, skipped: [...skipped, question.id] };
    return this.#ask({ from, steps: [...steps, next] });
  }

  async #finish(trail: Trail, verdict: PickResult['verdict']): Promise<void> {
    const action = await showVerdict(verdict);
    switch (action) {
      case 'back':
        return this.#ask({
          ...trail,
          steps: trail.steps.length > 1 ? trail.steps.slice(0, -1) : trail.steps,
        });
      case 'restart':
        return this.#ask({ steps: [{ answers: {}, skipped: [] }] });
      case 'note':
        return this.#actions.openGuide({ tab: 'notes', anchor: verdict.id });
      case 'tree':
        return this.#actions.openGuide({ tab: 'decide', anchor: verdict.id });
      case 'scaffold':
      case 'insert':
        await this.#actions.scaffold(verdict.id, action === 'insert' ? 'insert' : 'files');
        await this.#state.update(UNFINISHED_KEY, undefined);
        return;
      case undefined:
        return;
    }
  }
}

/** Lists grow, single facts are replaced. */
function merge(answers: Facts, options: readonly PickOption[]): Facts {
  const merged: Record<string, unknown> = { ...answers };
  for (const { answers: facts } of options) {
    for (const [key, value] of Object.entries(facts)) {
      const known = merged[key];
      merged[key] =
        Array.isArray(value) && Array.isArray(known)
          ? [...new Set([...(known as unknown[]), ...(value as unknown[])])]
          : value;
    }
  }
  return merged;
}

function describe(answers: Facts): string {
  return Object.entries(answers)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join(' · ');
}
