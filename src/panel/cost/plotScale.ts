/** Maps values to pixels so that each factor of ten takes the same room. */
export interface LogScale {
  (value: number): number;
  /** Powers of ten inside. */
  readonly ticks: readonly number[];
}

/** From `least` at pixel `from` to `most` at pixel `to`. */
export function logScale(least: number, most: number, from: number, to: number): LogScale {
  const span = Math.log(most / least);
  const scale = (value: number): number => from + (Math.log(value / least) / span) * (to - from);
  const first = Math.ceil(Math.log10(least) - 1e-9);
  const last = Math.floor(Math.log10(most) + 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
  return Object.assign(scale, { ticks });
}

/** Moves labels apart along one axis so that they stand at least `gap` from each other, each near its wish. */
export function spread(
  wishes: readonly number[],
  gap: number,
  least: number,
  most: number,
): readonly number[] {
  const order = wishes.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let floor = least;
  for (const label of order) {
    label.at = Math.max(label.at, floor);
    floor = label.at + gap;
  }
  let ceiling = most;
  for (const label of [...order].reverse()) {
    label.at = Math.min(label.at, ceiling);
    ceiling = label.at - gap;
  }
  const places = new Array<number>(wishes.length).fill(0);
  for (const { at, index } of order) places[index] = at;
  return places;
}
