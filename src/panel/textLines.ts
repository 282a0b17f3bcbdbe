/** Breaks a text into lines that fit a width in pixels; what does not fit into the last line ends with `…`. */
export function textLines(text: string, font: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/);
  while (rest.length > 0 && lines.length < most) {
    let count = 1;
    while (count < rest.length && widthOf(rest.slice(0, count + 1).join(' '), font) <= width) count += 1;
    const last = lines.length === most - 1;
    const line =
      last && count < rest.length ? rest.slice(0, count + 1).join(' ') : rest.slice(0, count).join(' ');
    lines.push(
      last && count < rest.length ? shortened(`${line} …`, font, width) : shortened(line, font, width),
    );
    rest = rest.slice(count);
  }
  return lines;
}

function shortened(line: string, font: string, width: number): string {
  if (widthOf(line, font) <= width) return line;
  let text = line.replace(/\s*…$/, '');
  while (text.length > 1 && widthOf(`${text}…`, font) > width) text = text.slice(0, -1).trimEnd();
  return `${text}…`;
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** Pixels that a line takes. */
export function widthOf(line: string, font: string): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  // Without a canvas an average character has to do.
  if (!canvas) return line.length * 7;
  canvas.font = font;
  return canvas.measureText(line).width;
}
