const cents = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const whole = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
});
const count = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** US dollars for reading: cents below 1,000, none above. */
export function usd(amount: number): string {
  if (amount === 0) return '$0';
  if (amount > 0 && amount < 0.01) return 'under $0.01';
  return amount < 1000 ? cents.format(amount) : whole.format(amount);
}

/** A count for reading: `3,042`, `1.2 million`. */
export function counted(value: number): string {
  if (value >= 1e9) return `${count.format(value / 1e9)} billion`;
  if (value >= 1e6) return `${count.format(value / 1e6)} million`;
  return value < 10 ? count.format(value) : Math.round(value).toLocaleString('en-US');
}

/** Seconds for reading: `90 s`, `15 min`, `2 h`, `3 days`. */
export function duration(seconds: number): string {
  const units = [
    [86_400, 'days'],
    [3600, 'h'],
    [60, 'min'],
  ] as const;
  const [size, unit] = units.find(([size]) => seconds >= 2 * size) ?? [1, 's'];
  return `${count.format(seconds / size)} ${unit}`;
}
