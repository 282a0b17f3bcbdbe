import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { LensElement } from '../element';
import type { Guide, QuizQuestion } from '../guideData';
import { send } from '../host';
import { icon } from '../icon';
import type { Target } from '../target';
import type { View } from '../view';
import { isRight, shuffled } from './answer';
import { answered, dayOf, dueToday, FRESH, readProgress, type Progress } from './progress';
import { questionCode } from './questionCode';
import './quiz.css';

const KINDS: Readonly<Record<QuizQuestion['kind'], string>> = {
  choice: 'One answer is right',
  several: 'Several answers may be right',
  order: 'Put the steps in order',
  mistake: 'Find the mistake',
};

/** One question a screen; what was wrong comes back today, what was right later and later. */
@customElement('lens-quiz')
export class LensQuiz extends LensElement {
  @property({ attribute: false }) guide!: Guide;
  @property({ attribute: false }) view!: View;
  @property({ attribute: false }) target?: Target;
  @property({ attribute: false }) progress: unknown;
  @state() private kept: Progress = FRESH;
  @state() private current?: string;
  @state() private chosen: readonly number[] = [];
  @state() private checked = false;
  @state() private resetting = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#key);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('progress')) this.kept = readProgress(this.progress);
    if (changed.has('target') && this.target) this.#begin(this.target.anchor);
    if (this.current === undefined) this.#begin(this.#waiting()[0]);
  }

  get #today(): string {
    return dayOf(new Date());
  }

  #waiting(): string[] {
    return dueToday(
      this.guide.quiz.map(({ id }) => id),
      this.kept,
      this.#today,
    );
  }

  #begin(id: string | undefined): void {
    const question = this.guide.quiz.find((one) => one.id === id) ?? this.guide.quiz[0];
    if (!question) return;
    this.current = question.id;
    this.checked = false;
    this.chosen = question.steps ? shuffled(question.steps.length, question.id) : [];
  }

  protected override render(): TemplateResult {
    const question = this.guide.quiz.find(({ id }) => id === this.current);
    if (!question) return html`<p>There is no question.</p>`;
    return html`<div class="quiz">
      ${this.#status()}
      <form class="question-card" @submit=${this.#submit}>
        <p class="small">${question.topic} · ${KINDS[question.kind]}</p>
        <h1 id="quiz-question" tabindex="-1">${unsafeHTML(question.question)}</h1>
        ${question.code ? questionCode(question, this.checked) : nothing}
        ${question.steps ? this.#steps(question.steps) : this.#options(question)}
        <div class="actions">
          ${
            this.checked
              ? html`<button class="button primary" type="submit">
                  Next question ${icon('arrow-right')}
                </button>`
              : html`<button
                    class="button primary"
                    type="submit"
                    ?disabled=${!question.steps && this.chosen.length === 0}
                  >
                    Check
                  </button>
                  <button class="quiet" type="button" @click=${this.#skip}>Skip</button>`
          }
        </div>
        <div role="status">${this.checked ? this.#explanation(question) : nothing}</div>
      </form>
    </div>`;
  }

  #status(): TemplateResult {
    const { cards, streak } = this.kept;
    const due = Object.values(cards).filter((card) => card.due <= this.#today).length;
    const fresh = this.guide.quiz.filter(({ id }) => !cards[id]).length;
    return html`<div class="quiz-status">
      <span><strong>${due}</strong> due today</span>
      <span><strong>${fresh}</strong> new</span>
      <span><strong>${this.guide.quiz.length - fresh}</strong> of ${this.guide.quiz.length} seen</span>
      ${streak > 1 ? html`<span>${streak} days in a row</span>` : nothing}
      <span class="end">
        ${
          this.resetting
            ? html`Forget all progress? <button class="quiet" @click=${this.#reset}>Forget</button>
                <button class="quiet" @click=${() => this.#askToReset(false)}>Keep</button>`
            : html`<button class="quiet" @click=${() => this.#askToReset(true)}>
                ${icon('debug-restart')} Reset
              </button>`
        }
      </span>
    </div>`;
  }

  #options({ id, kind, options = [] }: QuizQuestion): TemplateResult {
    const several = kind === 'several';
    return html`<fieldset class="options" aria-labelledby="quiz-question">
      ${shuffled(options.length, `${id} ${this.#today}`).map((index, place) => {
        const option = options[index];
        if (!option) return nothing;
        const ticked = this.chosen.includes(index);
        const verdict = !this.checked ? '' : option.right ? 'right' : ticked ? 'wrong' : '';
        return html`<label class="option ${verdict}">
          <input
            type=${several ? 'checkbox' : 'radio'}
            name="option"
            .checked=${ticked}
            ?disabled=${this.checked}
            @change=${() => this.#toggle(index, several)}
          />
          <kbd aria-hidden="true">${place + 1}</kbd>
          <span>${unsafeHTML(option.text)}</span>
          ${verdict === '' ? nothing : html`<span class="verdict">${icon(verdict === 'right' ? 'check' : 'close')} ${verdict === 'right' ? 'right' : 'not right'}</span>`}
        </label>`;
      })}
    </fieldset>`;
  }

  #steps(steps: readonly string[]): TemplateResult {
    return html`<ol class="steps">
      ${this.chosen.map((step, place) => {
        const verdict = !this.checked ? '' : step === place ? 'right' : 'wrong';
        return html`<li class="option ${verdict}">
          <span>${unsafeHTML(steps[step] ?? '')}</span>
          ${
            this.checked
              ? html`<span class="verdict"
                  >${icon(verdict === 'right' ? 'check' : 'close')}
                  ${verdict === 'right' ? 'in place' : `belongs at ${step + 1}`}</span
                >`
              : html`<span class="moves">
                  <button
                    type="button"
                    class="quiet"
                    aria-label="Move up: ${place + 1}"
                    ?disabled=${place === 0}
                    @click=${() => this.#move(place, -1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    aria-label="Move down: ${place + 1}"
                    ?disabled=${place === steps.length - 1}
                    @click=${() => this.#move(place, 1)}
                  >
                    ↓
                  </button>
                </span>`
          }
        </li>`;
      })}
    </ol>`;
  }

  #explanation(question: QuizQuestion): TemplateResult {
    const right = isRight(question, this.chosen);
    return html`<div class="explanation">
      <p><strong>${icon(right ? 'check' : 'close')} ${right ? 'Right.' : 'Not quite.'}</strong></p>
      <p>${unsafeHTML(question.explanation)}</p>
      <button type="button" class="link" @click=${() => this.go({ tab: 'notes', anchor: question.note })}>
        ${icon('book')} Read the note
      </button>
    </div>`;
  }

  #toggle(index: number, several: boolean): void {
    if (!several) this.chosen = [index];
    else
      this.chosen = this.chosen.includes(index)
        ? this.chosen.filter((one) => one !== index)
        : [...this.chosen, index];
  }

  #move(place: number, by: number): void {
    const order = [...this.chosen];
    const [step] = order.splice(place, 1);
    if (step === undefined) return;
    order.splice(place + by, 0, step);
    this.chosen = order;
    // The button goes with its step, and so does the focus.
    void this.updateComplete.then(() => {
      const buttons = this.querySelectorAll<HTMLButtonElement>(
        `.steps li:nth-child(${place + by + 1}) button`,
      );
      const wanted = buttons[by < 0 ? 0 : 1];
      (wanted?.disabled ? buttons[by < 0 ? 1 : 0] : wanted)?.focus();
    });
  }

  #submit(event: Event): void {
    event.preventDefault();
    const question = this.guide.quiz.find(({ id }) => id === this.current);
    if (!question) return;
    if (this.checked) return this.#next();
    this.checked = true;
    this.#keep(answered(this.kept, question.id, isRight(question, this.chosen), this.#today));
    this.#focus('.actions .primary');
  }

  #skip(): void {
    this.#next();
  }

  #next(): void {
    const waiting = this.#waiting();
    const at = waiting.indexOf(this.current ?? '');
    const others = [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(0, at))].filter(
      (id) => id !== this.current,
    );
    this.#begin(others[0] ?? this.#anyOther());
    this.#focus('#quiz-question');
  }

  /** The focus goes where the reader goes on: what was pressed is gone after the next drawing. */
  #focus(place: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(place)?.focus());
  }

  #askToReset(resetting: boolean): void {
    this.resetting = resetting;
    this.#focus('.quiz-status button');
  }

  /** Nothing is due: the one that would come next. */
  #anyOther(): string | undefined {
    const { cards } = this.kept;
    return this.guide.quiz
      .map(({ id }) => id)
      .filter((id) => id !== this.current)
      .sort((a, b) => ((cards[a]?.due ?? '') < (cards[b]?.due ?? '') ? -1 : 1))[0];
  }

  #reset(): void {
    this.#askToReset(false);
    this.#keep(FRESH);
    this.#begin(this.#waiting()[0]);
  }

  #keep(progress: Progress): void {
    this.kept = progress;
    send({ type: 'keep', key: 'quiz', value: progress });
  }

  /** Digits choose an option, wherever the focus is but in a field for text. */
  readonly #key = (event: KeyboardEvent): void => {
    const { target } = event;
    if (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type)) return;
    const place = Number(event.key) - 1;
    const inputs = this.querySelectorAll<HTMLInputElement>('.options input');
    const input = inputs[place];
    if (!input || this.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.click();
    input.focus();
  };
}
