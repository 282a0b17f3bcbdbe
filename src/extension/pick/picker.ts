import type * as vscode from 'vscode';
import type { Place } from '../../protocol/guide';
import { PICK, type PickResult, type WorkloadResult } from '../../protocol/pick';
import { choose, type Choice } from '../quickPick';
import type { Session } from '../session';
import { askStep } from './step';
import { beginning, extend, latest, shorten, type Facts, type Trail } from './trail';
import { showVerdict } from './verdict';

const UNFINISHED_KEY = 'orchestrationLens.pick.unfinished';

export interface PickerActions {
  readonly openGuide: (place: Place) => Thenable<unknown>;
  /** Creates the files of a service's worked example, or inserts it at the cursor. */
  readonly scaffold: (service: string, how: 'files' | 'insert') => Thenable<unknown>;
  /** What the file in hand and the workspace show of the workload. */
  readonly workload: () => Thenable<WorkloadResult | undefined>;
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

  /** Asks from the beginning, or only for what given facts leave open; the recommended service, if it came to one. */
  async run(answers?: Facts): Promise<string | undefined> {
    const trail = answers ? beginning(answers, { skipped: Object.keys(answers) }) : await this.#begin();
    return trail && this.#ask(trail);
  }

  /** What was left with Esc can go on; what the workspace shows can be taken over. */
  async #begin(): Promise<Trail | undefined> {
    const unfinished = this.#state.get<Trail>(UNFINISHED_KEY);
    const shown = await this.#actions.workload();
    const choices: Choice<Trail>[] = [];
    if (unfinished && unfinished.steps.length > 1) {
      const count = unfinished.steps.length - 1;
      choices.push({
        label: '$(history) Go on where you stopped',
        detail: `${count} ${count === 1 ? 'answer' : 'answers'} so far.`,
        value: unfinished,
      });
    }
    if (shown && shown.words.length > 0) {
      choices.push({
        label: `$(search) Begin with what ${shown.from} shows`,
        detail: shown.words.join(' · '),
        value: beginning(shown.answers, { from: shown.from }),
      });
    }
    if (choices.length === 0) return beginning();
    choices.push({
      label: '$(list-unordered) Begin with nothing',
      detail: 'Every answer is yours.',
      value: beginning(),
    });
    const chosen = await choose({
      title: 'Pick an orchestration service',
      placeholder: 'Where shall we begin?',
      choices,
    });
    return chosen === 'back' ? undefined : chosen?.value;
  }

  async #ask(trail: Trail): Promise<string | undefined> {
    // A new beginning does not forget the last one before something is answered.
    if (trail.steps.length > 1) await this.#state.update(UNFINISHED_KEY, trail);
    const client = await this.#session.client();
    const { question, remaining, verdict } = await client.sendRequest<PickResult>(PICK, latest(trail));
    if (!question) return this.#finish(trail, verdict);
    const step = trail.steps.length;
    const result = await askStep({
      ...{ question, verdict, step, known: latest(trail).answers, from: trail.from },
      totalSteps: step + remaining,
    });
    switch (result.action) {
      case 'cancel':
        return undefined;
      case 'back':
        return this.#ask(shorten(trail));
      case 'answer':
        return this.#ask(extend(trail, question, result.options));
    }
  }

  async #finish(trail: Trail, verdict: PickResult['verdict']): Promise<string | undefined> {
    const action = await showVerdict(verdict, trail.steps.length > 1);
    switch (action) {
      case 'back':
        return this.#ask(shorten(trail));
      case 'restart':
        return this.#ask(beginning());
      case 'note':
        await this.#actions.openGuide({ tab: 'notes', anchor: verdict.note });
        break;
      case 'tree':
        await this.#actions.openGuide({
          tab: 'decide',
          anchor: verdict.id,
          facts: latest(trail).answers,
        });
        break;
      case 'scaffold':
      case 'insert':
        await this.#actions.scaffold(verdict.id, action === 'insert' ? 'insert' : 'files');
        await this.#state.update(UNFINISHED_KEY, undefined);
        break;
      case undefined:
    }
    return verdict.id;
  }
}
