import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Recommendation } from '../../advisor/decide/verdict';
import { LensElement } from '../element';
import { counted, usd } from '../money';
import { widthOf } from '../textLines';
import { costAt, type EditedPrices } from './candidates';
import { RUNS, type Crossing } from './crossings';
import { runsPerMonth, type LoadForm } from './loadForm';
import { logScale, spread, type LogScale } from './plotScale';

const height = 380;
const margin = { top: 24, bottom: 40, left: 72 };
const samples = 80;
/** Below a cent a month nothing is drawn. */
const leastUsd = 0.01;
const font = 11;
/** Where a crossing's number may stand, in the order in which it is tried. */
const beside = [-12, 14, -26, 28, -40, 42];
/** From this width on the names stand behind the lines. */
const roomy = 600;

interface Line {
  readonly service: Recommendation;
  readonly name: string;
  readonly points: readonly (readonly [runs: number, usd: number])[];
}

interface PlacedName {
  readonly name: string;
  /** Where the line ends; the name may stand a little away from it. */
  readonly end: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Monthly cost over runs a month, both in powers of ten; lines and crossings carry their labels. */
@customElement('lens-break-even')
export class LensBreakEven extends LensElement {
  @property({ attribute: false }) services: readonly Recommendation[] = [];
  @property({ attribute: false }) names!: Readonly<Record<string, { readonly name: string }>>;
  @property({ attribute: false }) load!: LoadForm;
  @property({ attribute: false }) prices!: EditedPrices;
  @property({ attribute: false }) crossings: readonly Crossing[] = [];
  @state() private width = 0;
  readonly #resize = new ResizeObserver(([{ contentRect }]) => (this.width = contentRect.width));

  protected override firstUpdated(): void {
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override render(): TemplateResult {
    if (this.width === 0) return html`<div class="plot"></div>`;
    const lines = this.#lines();
    const inside = this.width < roomy;
    const right = inside ? 8 : Math.max(...lines.map(({ name }) => widthOf(name, this.#font))) + 16;
    const most = Math.max(1, ...lines.flatMap(({ points }) => points.map(([, usd]) => usd)));
    const x = logScale(RUNS.least, RUNS.most, margin.left, Math.max(160, this.width - right));
    const y = logScale(leastUsd, 10 ** Math.ceil(Math.log10(most)), height - margin.bottom, margin.top);
    const names = this.#placed(lines, x, y, inside);
    return html`<svg
      class="plot"
      role="img"
      aria-label=${this.#summary()}
      width=${this.width}
      height=${height}
    >
      ${this.#axes(x, y)} ${this.#own(x)}
      ${lines.map(
        ({ points }, index) =>
          svg`<polyline class="line series-${index % 6}" points=${points
            .filter(([, usd]) => usd >= leastUsd)
            .map(([runs, usd]) => `${x(runs).toFixed(1)},${y(usd).toFixed(1)}`)
            .join(' ')} />`,
      )}
      ${this.#names(names, x, inside)} ${this.#crossings(x, y, names)}
    </svg>`;
  }

  get #font(): string {
    return `${font}px ${getComputedStyle(this).fontFamily}`;
  }

  #lines(): readonly Line[] {
    const { load, prices, names } = this;
    const factor = (RUNS.most / RUNS.least) ** (1 / samples);
    return this.services.map((service) => ({
      service,
      name: names[service].name,
      points: Array.from({ length: samples + 1 }, (_, index) => {
        const runs = Math.round(RUNS.least * factor ** index);
        return [runs, costAt(service, runs, load, prices) ?? 0] as const;
      }),
    }));
  }

  #axes(x: LogScale, y: LogScale): SVGTemplateResult {
    const [left, right] = [x(RUNS.least), x(RUNS.most)];
    const [bottom, top] = [height - margin.bottom, margin.top];
    const everyOther = right - left < 560;
    return svg`<g class="axes">
      ${y.ticks.map(
        (usd) => svg`<line x1=${left} x2=${right} y1=${y(usd)} y2=${y(usd)} />
          <text class="end" x=${left - 8} y=${y(usd)}>$${usd < 1e6 ? usd.toLocaleString('en-US') : short(usd)}</text>`,
      )}
      ${x.ticks.map(
        (runs, index) => svg`<line x1=${x(runs)} x2=${x(runs)} y1=${bottom} y2=${bottom + 4} />
          ${everyOther && index % 2 === 1 ? nothing : svg`<text class=${index === x.ticks.length - 1 ? 'end' : 'middle'} x=${x(runs)} y=${bottom + 14}>${short(runs)}</text>`}`,
      )}
      <text class="middle" x=${(left + right) / 2} y=${height - 6}>runs a month</text>
      <text x="0" y=${top - 14}>US dollars a month</text>
    </g>`;
  }

  /** Where the reader's own load stands. */
  #own(x: LogScale): SVGTemplateResult {
    const runs = Math.min(RUNS.most, Math.max(RUNS.least, runsPerMonth(this.load)));
    return svg`<g class="own"><line x1=${x(runs)} x2=${x(runs)} y1=${margin.top} y2=${height - margin.bottom} />
      <text class=${runs > 1e6 ? 'end' : ''} x=${x(runs) + (runs > 1e6 ? -6 : 6)} y=${height - margin.bottom - 10}>your ${short(runs)} runs</text></g>`;
  }

  /** Each line's name at its end: behind it, or above it where there is no room behind. */
  #placed(lines: readonly Line[], x: LogScale, y: LogScale, inside: boolean): readonly PlacedName[] {
    const ends = lines.map(({ points }) => y(Math.max(leastUsd, points[points.length - 1][1])));
    const wishes = inside ? ends.map((end) => end - 10) : ends;
    const places = spread(wishes, font + 4, margin.top, height - margin.bottom);
    return lines.map(({ name, points }, index) => {
      // A level line has its name at the beginning, since it is at its end that others cross it.
      const level = inside && points[0][1] === points[points.length - 1][1];
      const width = widthOf(name, this.#font);
      const left = inside ? (level ? x(RUNS.least) + 4 : x(RUNS.most) - width) : x(RUNS.most) + 12;
      return { name, end: ends[index], x: left, y: level ? ends[index] - 10 : places[index], width };
    });
  }

  #names(names: readonly PlacedName[], x: LogScale, inside: boolean): readonly SVGTemplateResult[] {
    const end = x(RUNS.most);
    return names.map(
      (name, index) =>
        svg`${
          inside
            ? nothing
            : svg`<polyline class="leader series-${index % 6}" points="${end},${name.end} ${end + 8},${name.y}" />`
        }${label(name.name, 'series-name', name.x, name.y)}`,
    );
  }

  /** Each crossing with its number above or below it, where nothing stands yet. */
  #crossings(x: LogScale, y: LogScale, names: readonly PlacedName[]): readonly SVGTemplateResult[] {
    const taken: Pick<PlacedName, 'x' | 'y' | 'width'>[] = [...names];
    return this.crossings
      .filter(({ usd }) => usd >= leastUsd)
      .map(({ runs, usd }) => {
        const text = short(runs);
        const width = widthOf(text, `600 ${this.#font}`) + 12;
        const [cx, cy] = [x(runs), y(usd)];
        const left = cx - width / 2;
        const meets = (y: number): boolean =>
          taken.some(
            (other) =>
              Math.abs(other.y - y) < font + 3 && left < other.x + other.width && other.x < left + width,
          );
        const top = beside.map((offset) => cy + offset).find((y) => !meets(y)) ?? cy + beside[0];
        taken.push({ x: left, y: top, width });
        return svg`<g class="crossing"><circle cx=${cx} cy=${cy} r="4" />${label(text, 'middle', cx, top)}</g>`;
      });
  }

  #summary(): string {
    const said = this.crossings.map(
      ({ dearer, cheaper, runs, usd: at }) =>
        `From ${counted(runs)} runs a month, at ${usd(at)}, ${this.names[dearer].name} costs more than ${this.names[cheaper].name}.`,
    );
    return `Monthly cost over runs a month. ${said.join(' ')}`;
  }
}

/** A text that can be read over lines. */
const label = (text: string, kind: string, x: number, y: number): SVGTemplateResult =>
  svg`<text class="halo ${kind}" x=${x} y=${y}>${text}</text><text class=${kind} x=${x} y=${y}>${text}</text>`;

/** A number of runs as a label, in two digits. */
const short = (runs: number): string => counted(Number(runs.toPrecision(2)));
