import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fact, type Fact } from '../../advisor/decide/facts';
import { rank, type Candidate } from '../../advisor/decide/rank';
import { recommend } from '../../advisor/decide/recommend';
import { starterName } from '../../advisor/decide/starterName';
import { turningPoints } from '../../advisor/decide/turningPoints';
import type { Answers } from '../../advisor/decide/answers';
import { priced } from '../cost/candidates';
import { loadFor, runsPerMonth } from '../cost/loadForm';
import { LensElement } from '../element';
import type { Core, TreeVerdict } from '../guideData';
import { send } from '../host';
import { icon } from '../icon';
import { counted, usd } from '../money';
import { sourceLine, valueOf } from '../source';
import type { Step, View } from '../view';
import { childrenOf, spotAt, statedBy, type Spot } from './route';

/** How many facts are named as deciding. */
const deciding = 3;

/** The end of the tree: the service, what decided, what speaks against it, what else would do, and what to do now. */
@customElement('lens-verdict')
export class LensVerdict extends LensElement {
  @property({ attribute: false }) guide!: Core;
  @property({ attribute: false }) view!: View;
  @property({ attribute: false }) verdict!: TreeVerdict;

  protected override render(): TemplateResult {
    const { guide, view, verdict } = this;
    const stated = statedBy(guide.tree, view.path);
    const ranked = rank(stated);
    const best = ranked.find(({ profile }) => profile.id === verdict.recommendation);
    const starts = recommend(stated).starter;
    const startsItself = !starts || starts === 'none' || starts === verdict.recommendation;
    const starter = startsItself ? '' : starterName(starts);
    if (!best) return html``;
    return html`<article class="verdict" aria-labelledby="verdict-title">
      <p class="progress">Recommended</p>
      <h1 id="verdict-title" data-focus tabindex="-1">${this.#name(verdict.recommendation)}</h1>
      <p class="lead">${verdict.text}</p>
      ${
        starter && !verdict.text.includes(starter)
          ? html`<p class="starter muted">Started by ${starter}.</p>`
          : nothing
      }
      ${this.#cost(stated)} ${this.#actions(ranked)}
      <h2>Why</h2>
      <ul class="facts">
        ${this.#deciding(best).map(
          ({ text, known }) =>
            html`<li>${icon('check')}<span>${text} ${known ? sourceLine(known) : nothing}</span></li>`,
        )}
      </ul>
      ${
        best.drawbacks.length > 0
          ? html`<h2>What speaks against it</h2>
              <ul class="facts">
                ${best.drawbacks.map(({ text }) => html`<li>${icon('warning')}<span>${text}</span></li>`)}
              </ul>`
          : nothing
      }
      ${this.#runnerUp(ranked, stated)} ${this.#ruledOut(ranked)} ${this.#trail()}
    </article>`;
  }

  /** The strongest reasons; where there are fewer than three, what the service is best at completes them. */
  #deciding({ reasons, profile }: Candidate): readonly { readonly text: string; readonly known?: Fact }[] {
    const known = (path: string | undefined): Fact | undefined => (path === undefined ? path : fact(path));
    const strongest = reasons.slice(0, deciding).map(({ text, source }) => ({ text, known: known(source) }));
    const best = this.guide.compare.rows.flatMap(({ label, cells }) => {
      const cell = cells[profile.id];
      return cell?.best ? [{ text: `${label}: ${cell.text}.`, known: known(cell.fact) }] : [];
    });
    const facts = Object.values(this.guide.services[profile.id].facts).map((each) => ({
      text: `${each.label}: ${valueOf(each)}.`,
      known: each,
    }));
    const said = new Set<Fact>();
    return [...strongest, ...best, ...facts]
      .filter(({ known }) => !known || (!said.has(known) && said.add(known)))
      .slice(0, deciding);
  }

  #cost(stated: Answers): TemplateResult {
    const load = loadFor(this.view.load, stated);
    const { monthlyUsd, missing, doubts } = priced(this.verdict.recommendation, load, this.view.prices);
    return html`<p class="price">
      ${monthlyUsd === undefined ? missing : html`<strong>${usd(monthlyUsd)}</strong> a month`}
      <span class="small"
        >at ${counted(runsPerMonth(load))} runs of ${load.steps} ${load.steps === 1 ? 'step' : 'steps'},
        us-east-1, ${this.guide.date}.
        ${doubts.map((doubt) => html`<strong>Not verified:</strong> ${doubt} `)}
        <button class="link" @click=${() => this.go({ tab: 'cost' })}>Change the load</button></span
      >
    </p>`;
  }

  #actions(ranked: readonly Candidate[]): TemplateResult {
    const { recommendation: id, note } = this.verdict;
    const others = ranked.filter(({ profile, limits }) => profile.id !== id && limits.length === 0);
    const compared = [id, ...others.slice(0, 2).map(({ profile }) => profile.id)];
    return html`<div class="actions">
      <button class="button primary" @click=${() => send({ type: 'scaffold', id, how: 'files' })}>
        ${icon('new-folder')} Create files…
      </button>
      <button class="button" @click=${() => send({ type: 'scaffold', id, how: 'insert' })}>
        ${icon('insert')} Insert
      </button>
      <button class="button" @click=${() => this.go({ tab: 'notes', anchor: note })}>
        ${icon('book')} Note
      </button>
      <button class="button" @click=${() => this.go({ tab: 'compare', anchor: compared.join() })}>
        ${icon('table')} Compare
      </button>
    </div>`;
  }

  #runnerUp(ranked: readonly Candidate[], stated: Answers): TemplateResult | typeof nothing {
    const id = recommend(stated).alternatives[0]?.id;
    const runnerUp = ranked.find(({ profile }) => profile.id === id);
    const points = turningPoints(stated);
    const point = points.find(({ becomes }) => becomes === id) ?? points[0];
    if (!runnerUp && !point) return nothing;
    const [against] = [...(runnerUp?.drawbacks ?? [])].sort((a, b) => b.points - a.points);
    const spot = point && this.#spots().find(({ by }) => by && point.key in by.states);
    return html`<h2>Runner-up</h2>
      ${
        runnerUp
          ? html`<p>
              <strong>${this.#name(runnerUp.profile.id)}</strong> · ${runnerUp.profile.wins}
              ${against ? html`<span class="muted">Here: ${against.text}</span>` : nothing}
            </p>`
          : nothing
      }
      ${
        point && spot
          ? html`<p class="flip">
              ${icon('arrow-swap')}<span
                >Without “${spot.by?.label}” it would be <strong>${this.#name(point.becomes)}</strong>.</span
              >
            </p>`
          : html`<p class="muted">No single answer would change the recommendation.</p>`
      }`;
  }

  #ruledOut(ranked: readonly Candidate[]): TemplateResult | typeof nothing {
    const out = ranked.filter(({ limits }) => limits.length > 0);
    if (out.length === 0) return nothing;
    return html`<details>
      <summary>Ruled out: ${out.length}</summary>
      <dl>
        ${out.map(
          ({ profile, limits }) =>
            html`<dt>${this.#name(profile.id)}</dt>
              <dd>${limits[0].text}</dd>`,
        )}
      </dl>
    </details>`;
  }

  /** The answers that led here; each can be taken again. */
  #trail(): TemplateResult {
    const { path } = this.view;
    const questions = [spotAt(this.guide.tree, []), ...this.#spots()];
    return html`<h2>Your answers</h2>
      <ol class="trail">
        ${path.map(
          ({ assumed }, index) =>
            html`<li>
              <button class="link" @click=${() => this.#step(path.slice(0, index))}>
                ${questions[index].question?.question}
              </button>
              <strong>${questions[index + 1].by?.label}</strong>
              ${assumed ? html`<span class="unverified">taken for you</span>` : nothing}
            </li>`,
        )}
      </ol>
      <div class="actions">
        <button class="quiet" @click=${() => this.#step(path.slice(0, -1))}>
          ${icon('arrow-left')} Back
        </button>
        <button class="quiet" @click=${() => this.#step([])}>${icon('debug-restart')} Start over</button>
      </div>`;
  }

  /** The spots after each answer. */
  #spots(): readonly Spot[] {
    const { tree } = this.guide;
    let spot = spotAt(tree, []);
    return this.view.path.map(({ answer }) => (spot = childrenOf(tree, spot)[answer]));
  }

  #name(id: string): string {
    return this.guide.services[id].name;
  }

  #step(path: readonly Step[]): void {
    this.dispatchEvent(new CustomEvent('lens-step', { detail: path }));
  }
}
