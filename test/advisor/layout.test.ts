import assert from 'node:assert/strict';
import { layout, type ArrowToPlace, type BoxToPlace, type PlacedBox } from '../../src/advisor/layout';

const box = (id: string): BoxToPlace => ({ id, width: 120, height: 40 });
const boxes = ['root', 'left', 'right', 'leaf'].map(box);
const arrows: ArrowToPlace[] = [
  { from: 'root', to: 'left', label: { width: 60, height: 16 } },
  { from: 'root', to: 'right' },
  { from: 'left', to: 'leaf' },
  { from: 'right', to: 'leaf' },
  { from: 'right', to: 'leaf', label: { width: 30, height: 16 } },
];

const overlap = (a: PlacedBox, b: PlacedBox): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

describe('layout', () => {
  it('puts every box below what leads to it, without overlap, inside the frame', () => {
    const placed = layout(boxes, arrows);
    const at = new Map(placed.boxes.map((found) => [found.id, found]));
    for (const { from, to } of arrows) assert.ok(at.get(from)!.y < at.get(to)!.y);
    placed.boxes.forEach((a, index) =>
      placed.boxes.slice(index + 1).forEach((b) => assert.ok(!overlap(a, b))),
    );
    for (const { x, y, width, height } of placed.boxes) {
      assert.ok(x - width / 2 >= 0 && x + width / 2 <= placed.width);
      assert.ok(y - height / 2 >= 0 && y + height / 2 <= placed.height);
    }
  });

  it('keeps two arrows between the same boxes apart and places labels', () => {
    const placed = layout(boxes, arrows);
    assert.equal(placed.arrows.length, arrows.length);
    assert.deepEqual(
      placed.arrows.map(({ label }) => label !== undefined),
      [true, false, false, false, true],
    );
    assert.ok(placed.arrows.every(({ points }) => points.length >= 2));
  });

  it('runs to the right when asked, and is the same every time', () => {
    const placed = layout(boxes, arrows, { direction: 'right' });
    assert.ok(placed.width > placed.height);
    assert.deepEqual(layout(boxes, arrows, { direction: 'right' }), placed);
  });

  it('leaves out arrows to boxes that are not there, and places nothing for nothing', () => {
    assert.equal(layout([box('a')], [{ from: 'a', to: 'b' }]).arrows.length, 0);
    assert.deepEqual(layout([], []), { width: 0, height: 0, boxes: [], arrows: [] });
  });
});
