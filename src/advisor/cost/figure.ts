import type { Fraction } from './fraction';

const large = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });
const small = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

/** A number as a formula shows it: grouped, at most six significant decimals for small values. */
export function figure(value: Fraction | number): string {
  const number = typeof value === 'number' ? value : value.toNumber();
  return (number !== 0 && Math.abs(number) < 1 ? small : large).format(number);
}

/** A unit price in US dollars. */
export const dollars = (value: Fraction | number): string => `$${figure(value)}`;

/** A quantity with its noun, `1 run` or `4,000 runs`. */
export function counted(value: Fraction | number, noun: string): string {
  const text = figure(value);
  return `${text} ${text === '1' ? noun : `${noun}s`}`;
}

/** `used − 4,000 free = billed × $price`, or `used × $price` when nothing is taken off. */
export function billed(used: string, free: Fraction | undefined, rest: Fraction, price: Fraction): string {
  return free
    ? `${used} − ${figure(free)} free = ${figure(rest)} × ${dollars(price)}`
    : `${used} × ${dollars(price)}`;
}
