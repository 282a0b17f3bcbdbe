import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { LensElement } from '../element';
import type { Guide, Note, NoteBlock, NoteSection } from '../guideData';
import { send } from '../host';
import { icon, type IconName } from '../icon';
import type { Target } from '../target';
import type { View } from '../view';
import { factTitle } from './factTitle';
import './notes.css';

const TONES: Readonly<
  Record<Extract<NoteBlock, { kind: 'callout' }>['tone'], { icon: IconName; word: string }>
> = {
  trap: { icon: 'warning', word: 'Trap' },
  outdated: { icon: 'discard', word: 'Out of date elsewhere' },
  unverified: { icon: 'question', word: 'Not verified' },
};

/** The study notes: contents, one note, and the rules that belong to it. */
@customElement('lens-notes')
export class LensNotes extends LensElement {
  @property({ attribute: false }) guide!: Guide;
  @property({ attribute: false }) view!: View;
  @property({ attribute: false }) target?: Target;

  protected override render(): TemplateResult {
    const [id] = (this.view.anchors.notes ?? '').split('#');
    if (id === 'glossary') return this.#page('glossary', this.#glossary(), nothing);
    const note = this.#noteFor(id);
    return this.#page(note.id, this.#article(note), this.#aside(note));
  }

  /** An anchor is a note, or a service whose note is meant. */
  #noteFor(id: string): Note {
    const { notes, services } = this.guide;
    const wanted = notes.some((note) => note.id === id) ? id : services[id]?.note.split('#')[0];
    return notes.find((note) => note.id === wanted) ?? notes[0];
  }

  #page(current: string, article: TemplateResult, aside: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="notes" @click=${this.#follow}>
      <nav aria-label="Notes">${this.#contents(current)}</nav>
      ${article} ${aside}
    </div>`;
  }

  #contents(current: string): TemplateResult {
    return html`<ul>
      ${this.guide.notes.map(
        (note) =>
          html`<li>
            <a
              href="#note/${note.id}"
              data-note=${note.id}
              aria-current=${note.id === current ? 'page' : nothing}
              >${note.title}</a
            >
            ${
              note.id === current
                ? html`<ul>
                    ${note.sections
                      .filter(({ anchor }) => anchor !== '')
                      .map(
                        ({ anchor, title }) =>
                          html`<li>
                            <a href="#note/${note.id}#${anchor}" data-note="${note.id}#${anchor}">${title}</a>
                          </li>`,
                      )}
                  </ul>`
                : nothing
            }
          </li>`,
      )}
      <li>
        <a
          href="#note/glossary"
          data-note="glossary"
          aria-current=${current === 'glossary' ? 'page' : nothing}
          >Glossary</a
        >
      </li>
    </ul>`;
  }

  #article(note: Note): TemplateResult {
    const index = this.guide.notes.indexOf(note);
    const [before, after] = [this.guide.notes[index - 1], this.guide.notes[index + 1]];
    return html`<article class="prose">
      <h1 id="note-${note.id}" tabindex="-1">${note.title}</h1>
      <p class="muted">${note.summary}</p>
      ${
        note.objectives?.length
          ? html`<div class="objectives">
              <h2>After this note you can</h2>
              <ul>
                ${note.objectives.map((objective) => html`<li>${objective}</li>`)}
              </ul>
            </div>`
          : nothing
      }
      ${note.sections.map((section) => this.#section(note, section))}
      <div class="neighbours">
        ${before ? html`<a href="#note/${before.id}" data-note=${before.id}>${icon('arrow-left')} ${before.title}</a>` : html`<span></span>`}
        ${after ? html`<a href="#note/${after.id}" data-note=${after.id}>${after.title} ${icon('arrow-right')}</a>` : nothing}
      </div>
    </article>`;
  }

  #section(note: Note, { anchor, title, blocks }: NoteSection): TemplateResult {
    return html`<section>
      ${anchor === '' ? nothing : html`<h2 id="note-${note.id}#${anchor}" tabindex="-1">${title}</h2>`}
      ${blocks.map((block) => this.#block(block))}
    </section>`;
  }

  #block(block: NoteBlock): TemplateResult {
    // The guide's own Markdown, turned into HTML when the extension was built; nothing of it comes from outside.
    if (block.kind === 'html') return html`<div class="text">${unsafeHTML(block.html)}</div>`;
    if (block.kind === 'callout') {
      const tone = TONES[block.tone];
      return html`<aside class="callout ${block.tone}" aria-label="${tone.word}: ${block.title}">
        <p class="head">${icon(tone.icon)} <strong>${tone.word}: ${block.title}</strong></p>
        <div class="text">${unsafeHTML(block.html)}</div>
      </aside>`;
    }
    const { code, language, title } = block;
    return html`<figure class="code">
      <figcaption>
        <span>${title}</span>
        <button class="quiet" @click=${() => send({ type: 'insert', text: code, language })}>
          ${icon('insert')} Insert
        </button>
        <button class="quiet" @click=${() => send({ type: 'copy', text: code })}>${icon('copy')} Copy</button>
      </figcaption>
      <pre tabindex="0" role="region" aria-label=${title}><code>${code}</code></pre>
    </figure>`;
  }

  #aside(note: Note): TemplateResult | typeof nothing {
    if (!note.rules?.length) return nothing;
    return html`<aside class="related" aria-label="Related rules">
      <h2>Related rules</h2>
      <ul>
        ${note.rules.map((rule) => html`<li><button class="link" @click=${() => send({ type: 'openRule', rule })}>${rule}</button></li>`)}
      </ul>
    </aside>`;
  }

  #glossary(): TemplateResult {
    const terms = [...this.guide.glossary].sort((a, b) => a.term.localeCompare(b.term));
    return html`<article class="prose">
      <h1 id="note-glossary" tabindex="-1">Glossary</h1>
      <dl class="glossary">
        ${terms.map(
          ({ id, term, short, meaning, note }) =>
            html`<dt id="note-glossary#${id}" tabindex="-1">
                ${term}${short ? html` <span class="muted">(${short})</span>` : nothing}
              </dt>
              <dd>
                ${meaning}
                <a href="#note/${note}" data-note=${note}
                  >Read more<span class="visually-hidden"> about ${term}</span></a
                >
              </dd>`,
        )}
      </dl>
    </article>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-fact]')) {
      link.title = factTitle(this.guide, link.dataset.fact ?? '');
    }
    if (changed.has('target') && this.target) this.#reveal(this.target.anchor);
  }

  #reveal(anchor: string): void {
    const heading =
      document.getElementById(`note-${anchor}`) ?? this.querySelector<HTMLElement>('article h1');
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }

  #follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    const { note, fact } = link.dataset;
    if (note !== undefined) this.go({ tab: 'notes', anchor: note });
    else if (fact !== undefined) this.go({ tab: 'compare', anchor: fact });
    else return;
    event.preventDefault();
  }
}
