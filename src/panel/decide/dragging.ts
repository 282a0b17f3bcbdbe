/** A pointer that moves less than so many pixels clicks. */
const click = 4;

/** Follows a pointer that is down until it is let go: `moved` gets the distance since then once it is more than a click. */
export function dragging(down: PointerEvent, moved: (x: number, y: number) => void, ended: () => void): void {
  const target = down.currentTarget as SVGElement;
  let drags = false;
  const move = (event: PointerEvent): void => {
    const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
    if (!drags && Math.hypot(x, y) < click) return;
    if (!drags) target.setPointerCapture(down.pointerId);
    drags = true;
    moved(x, y);
  };
  const up = (): void => {
    target.removeEventListener('pointermove', move);
    target.removeEventListener('pointerup', up);
    target.removeEventListener('pointercancel', up);
    ended();
  };
  target.addEventListener('pointermove', move);
  target.addEventListener('pointerup', up);
  target.addEventListener('pointercancel', up);
}
