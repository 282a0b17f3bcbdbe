import { nothing, svg, type SVGTemplateResult } from 'lit';
import { SIZE, type DrawnNode } from './treeDrawing';
import type { Box } from './viewport';

/** What a node stands for, in full; its name are the words in and above its box. */
export const nodeDescription = ({ spot, children }: DrawnNode): string =>
  spot.verdict ? spot.verdict.text : `${spot.question?.question} ${children} answers.`;

/** A node's box with its text, the answer above it, and how many answers it hides. */
export function nodeShapes(node: DrawnNode): SVGTemplateResult {
  const { spot, open, children, x, y, label, caption } = node;
  const { width, height, line, captionLine } = SIZE;
  const middle = { x: x + width / 2, y: y + height / 2 };
  const top = middle.y - ((label.length - 1) * line) / 2;
  return svg`${caption.map(
    (text, index) => svg`<text
        class="caption"
        x=${middle.x}
        y=${y - 6 - (caption.length - 1 - index) * captionLine}
      >${text} </text>`,
  )}
    <rect class="box" x=${x} y=${y} width=${width} height=${height} rx=${spot.verdict ? height / 2 : 4} aria-hidden="true"><title>${nodeDescription(node)}</title></rect>
    ${label.map((text, index) => svg`<text class="label" x=${middle.x} y=${top + index * line}>${text} </text>`)}
    ${
      children > 0 && !open
        ? svg`<circle cx=${x + width} cy=${middle.y} r="9" />
          <text class="more" x=${x + width} y=${middle.y}>${children}</text>`
        : nothing
    }`;
}

/** A node with its caption. */
export const boxOf = ({ x, y }: DrawnNode): Box => ({
  ...{ x, y: y - SIZE.caption },
  ...{ width: SIZE.width, height: SIZE.height + SIZE.caption },
});

/** The box that holds them all. */
export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    ...{ x, y },
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
