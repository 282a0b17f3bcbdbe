import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Size } from '../../advisor/layout';
import { LensElement } from '../element';
import type { Service, Tree } from '../guideData';
import { icon } from '../icon';
import { inlineStyle } from '../inlineStyle';
import type { Step } from '../view';
import { dragging } from './dragging';
import { keyOf, spotAt } from './route';
import './tree.css';
import { draw, nodesOf, type DrawnNode, type Drawing } from './treeDrawing';
import { neighbour } from './treeKeys';
import { around, boxOf, nodeDescription, nodeShapes } from './treeNode';
import {
  fitAll,
  fitLegibly,
  fitWidth,
  isLegible,
  showing,
  zoomed,
  type Box,
  type Viewport,
} from './viewport';

/** From this width on the tree grows downward. */
const wide = 700;
const zoomStep = 1.2;

/** The tree as a diagram: what belongs to the path is open, the rest opens when it is walked to. */
@customElement('lens-tree')
export class LensTree extends LensElement {
  @property({ attribute: false }) tree!: Tree;
  @property({ attribute: false }) services!: Readonly<Record<string, Service>>;
  @property({ attribute: false }) path: readonly Step[] = [];
  @state() private whole = false;
  @state() private opened: ReadonlySet<string> = new Set();
  /** The node that the Tab key leads to. */
  @state() private focused = '';
  @state() private size: Size = { width: 0, height: 0 };
  @state() private viewport: Viewport = { x: 0, y: 0, scale: 1 };
  @state() private dragged = false;
  #drawing: Drawing = { width: 0, height: 0, nodes: [], edges: [] };
  #focusNode = false;
  readonly #resize = new ResizeObserver(([{ contentRect }]) => {
    this.size = { width: contentRect.width, height: contentRect.height };
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override firstUpdated(): void {
    this.#resize.observe(this.querySelector('.canvas')!);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('path')) {
      this.opened = new Set();
      this.focused = this.#current;
    }
    // Before it has a size there is nothing to lay out for.
    if (this.size.width === 0) return;
    if (!['path', 'tree', 'opened', 'whole', 'size'].some((name) => changed.has(name))) return;
    this.#drawing = this.#draw();
    if (['path', 'whole', 'size'].some((name) => changed.has(name))) this.#fit();
  }

  protected override render(): TemplateResult {
    const { nodes, edges } = this.#drawing;
    const { x, y, scale } = this.viewport;
    return html`<div class="tree ${this.whole ? 'whole' : ''}">
      <div class="tools" role="toolbar" aria-label="Tree">
        <button class="quiet" aria-pressed=${this.whole} @click=${() => (this.whole = !this.whole)}>
          ${icon('list-tree')} Whole tree
        </button>
        <span class="gap"></span>
        ${this.#tool('zoom-out', 'Zoom out (-)', () => this.#zoom(1 / zoomStep))}
        ${this.#tool('zoom-in', 'Zoom in (+)', () => this.#zoom(zoomStep))}
        ${this.#tool('screen-full', 'Fit to view (0)', () => this.#fit(true))}
      </div>
      <div class="canvas ${this.dragged ? 'dragged' : ''}">
        <svg
          role="tree"
          aria-label="Decision tree"
          aria-describedby="tree-keys"
          @wheel=${this.#wheel}
          @pointerdown=${this.#drag}
          @keydown=${this.#key}
        >
          <g
            role="none"
            class="viewport"
            ${inlineStyle({ transform: `translate(${x}px, ${y}px) scale(${scale})` })}
          >
            ${repeat(
              edges,
              ({ key }) => key,
              ({ key, path }) => svg`<path aria-hidden="true" class="edge ${this.#state(key)}" d=${path} />`,
            )}
            ${repeat(
              nodes,
              ({ spot }) => spot.key,
              (node) => this.#node(node),
            )}
          </g>
        </svg>
      </div>
      <p class="keys small" id="tree-keys">
        Arrow keys walk the tree, Enter goes to a question. + and − zoom, 0 fits.
      </p>
      <p class="visually-hidden" role="status">${this.#said()}</p>
    </div>`;
  }

  #tool(name: 'zoom-in' | 'zoom-out' | 'screen-full', title: string, act: () => void): TemplateResult {
    return html`<button class="quiet" title=${title} aria-label=${title} @click=${act}>
      ${icon(name)}
    </button>`;
  }

  #node(node: DrawnNode): TemplateResult {
    const { spot, level, place, siblings, open, children } = node;
    return svg`<g
      role="treeitem"
      class="node ${spot.verdict ? 'verdict' : 'question'} ${this.#state(spot.key)}"
      data-key=${spot.key}
      tabindex=${spot.key === this.focused ? 0 : -1}
      aria-level=${level}
      aria-posinset=${place}
      aria-setsize=${siblings}
      aria-expanded=${children > 0 ? open : nothing}
      aria-current=${spot.key === this.#current ? 'step' : nothing}
      aria-description=${nodeDescription(node)}
      @click=${() => this.#choose(node)}
      @focus=${() => (this.focused = spot.key)}
    >
      ${nodeShapes(node)}
    </g>`;
  }

  #said(): string {
    const { question, verdict } = spotAt(this.tree, this.#route);
    return verdict
      ? `Recommended: ${this.services[verdict.recommendation].name}`
      : (question?.question ?? '');
  }

  get #route(): readonly number[] {
    return this.path.map(({ answer }) => answer);
  }

  get #current(): string {
    return keyOf(this.#route);
  }

  /** `current`, on the `path`, a `next` answer, or `aside`. */
  #state(key: string): 'current' | 'path' | 'next' | 'aside' {
    const current = this.#current;
    if (key === current) return 'current';
    if (current.startsWith(`${key}.`)) return 'path';
    return key.slice(0, key.lastIndexOf('.')) === current ? 'next' : 'aside';
  }

  #draw(): Drawing {
    const onPath = (key: string): boolean => ['current', 'path'].includes(this.#state(key));
    const direction = this.size.width >= wide && !this.whole ? 'down' : 'right';
    const drawing = (ahead: boolean): Drawing => {
      const isOpen = (key: string): boolean =>
        this.whole || onPath(key) || this.opened.has(key) || (ahead && this.#state(key) === 'next');
      const nodes = nodesOf(this.tree, ({ key }) => isOpen(key));
      return draw(nodes, this.services, direction, getComputedStyle(this).fontFamily);
    };
    // Where there is room, the questions after the next are shown as well.
    const further = this.whole ? undefined : drawing(true);
    return further && isLegible(further, this.size) ? further : drawing(false);
  }

  #fit(all = false): void {
    const part = (...states: readonly string[]): Box =>
      around(this.#drawing.nodes.filter(({ spot }) => states.includes(this.#state(spot.key))).map(boxOf));
    const parent = ({ spot, level }: DrawnNode): boolean =>
      level === this.path.length && this.#state(spot.key) === 'path';
    if (all) this.viewport = fitAll(this.#drawing, this.size);
    else if (this.whole) this.viewport = fitWidth(this.#drawing, part('current'), this.size);
    else {
      const near = part('current', 'next');
      const parts = [
        part('path', 'current', 'next'),
        around([near, ...this.#drawing.nodes.filter(parent).map(boxOf)]),
        near,
      ];
      this.viewport = fitLegibly(this.#drawing, parts, this.size);
    }
  }

  #zoom(factor: number, at = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    this.viewport = zoomed(this.viewport, factor, at);
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#zoom(Math.exp(-event.deltaY / 300), { x: event.offsetX, y: event.offsetY });
  }

  #drag(down: PointerEvent): void {
    const from = this.viewport;
    const move = (x: number, y: number): void => {
      this.dragged = true;
      this.viewport = { ...from, x: from.x + x, y: from.y + y };
    };
    dragging(down, move, () => (this.dragged = false));
  }

  #choose({ spot }: DrawnNode): void {
    this.#focusNode = this.contains(document.activeElement);
    this.dispatchEvent(new CustomEvent('lens-route', { detail: spot.route }));
  }

  #key(event: KeyboardEvent): void {
    const node = this.#drawing.nodes.find(({ spot }) => spot.key === this.focused);
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    const zooms: Record<string, () => void> = {
      '+': () => this.#zoom(zoomStep),
      '=': () => this.#zoom(zoomStep),
      '-': () => this.#zoom(1 / zoomStep),
      '0': () => this.#fit(true),
      Enter: () => this.#choose(node),
      ' ': () => this.#choose(node),
    };
    const down = this.size.width >= wide && !this.whole;
    const next = neighbour(this.#drawing.nodes, node, event.key, down);
    if (next) {
      this.focused = next.key;
      if (next.opens) this.opened = new Set([...this.opened, node.spot.key]);
      this.#focusNode = true;
    } else if (zooms[event.key]) zooms[event.key]();
    else return;
    event.preventDefault();
  }

  protected override updated(): void {
    if (!this.#focusNode) return;
    this.#focusNode = false;
    this.querySelector<SVGElement>(`[data-key="${this.focused}"]`)?.focus({ preventScroll: true });
    const node = this.#drawing.nodes.find(({ spot }) => spot.key === this.focused);
    if (node) this.viewport = showing(this.viewport, boxOf(node), this.size);
  }
}
