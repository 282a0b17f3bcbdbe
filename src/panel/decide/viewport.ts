import type { Size } from '../../advisor/layout';

/** How a drawing is shown: `x` and `y` are where its top left stands in the window, `scale` its zoom. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** Room around a drawing; in a narrow window every pixel belongs to the text. */
const marginIn = ({ width }: Size): number => (width < 400 ? 10 : 16);
/** Zooms between which a reader can choose. */
const range = { least: 0.1, most: 2.5 };
/** Below this zoom the text of a box cannot be read; above the other one a small tree looks lost. */
const legible = { least: 0.75, most: 1.1 };

/** Shows the whole drawing, however small that makes it. */
export function fitAll(drawing: Size, window: Size): Viewport {
  return centered({ x: 0, y: 0, ...drawing }, window, scaleFor(drawing, window));
}

/** Shows the first of these that can be read as a whole: the drawing, then its parts; of the last part the middle. */
export function fitLegibly(drawing: Size, parts: readonly Box[], window: Size): Viewport {
  const boxes = [{ x: 0, y: 0, ...drawing }, ...parts];
  const box = boxes.find((each) => scaleFor(each, window) >= legible.least) ?? boxes[boxes.length - 1];
  return centered(box, window, Math.max(legible.least, scaleFor(box, window)));
}

/** Shows the whole width of the drawing if it can be read then, at the height of what matters. */
export function fitWidth(drawing: Size, focus: Box, window: Size): Viewport {
  const scale = Math.min(1, (window.width - 2 * marginIn(window)) / Math.max(1, drawing.width));
  return scale >= legible.least * 0.8
    ? centered({ ...focus, x: 0, width: drawing.width }, window, scale)
    : centered(
        { ...focus, width: Math.min(drawing.width - focus.x, window.width / legible.least) },
        window,
        legible.least,
      );
}

/** Whether the whole drawing can be read at once. */
export const isLegible = (drawing: Size, window: Size): boolean => scaleFor(drawing, window) >= legible.least;

/** Zooms by a factor so that the point of the window stays where it is. */
export function zoomed(view: Viewport, factor: number, at: { x: number; y: number }): Viewport {
  const scale = Math.min(range.most, Math.max(range.least, view.scale * factor));
  const ratio = scale / view.scale;
  return { x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio, scale };
}

/** Moves as little as it takes to have the box inside the window. */
export function showing(view: Viewport, box: Box, window: Size): Viewport {
  const margin = marginIn(window);
  const shift = (from: number, size: number, room: number): number => {
    const to = from + size;
    if (from < margin) return margin - from;
    return to > room - margin ? Math.max(margin - from, room - margin - to) : 0;
  };
  return {
    ...view,
    x: view.x + shift(view.x + box.x * view.scale, box.width * view.scale, window.width),
    y: view.y + shift(view.y + box.y * view.scale, box.height * view.scale, window.height),
  };
}

function scaleFor({ width, height }: Size, window: Size): number {
  const margin = marginIn(window);
  return Math.min(
    legible.most,
    (window.width - 2 * margin) / Math.max(1, width),
    (window.height - 2 * margin) / Math.max(1, height),
  );
}

/** In the middle; of what is larger than the window, the beginning. */
function centered(box: Box, window: Size, scale: number): Viewport {
  const margin = marginIn(window);
  const start = (from: number, size: number, room: number): number =>
    size * scale > room - margin ? margin - from * scale : room / 2 - (from + size / 2) * scale;
  return {
    x: start(box.x, box.width, window.width),
    y: start(box.y, box.height, window.height),
    scale,
  };
}
