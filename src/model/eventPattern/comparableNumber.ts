/** A JSON number that EventBridge cannot compare: beyond a double, or with digits that a double loses. */
export interface OpaqueNumber {
  readonly raw: string;
}

const PARTS = /^-?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * The value of a JSON number text as EventBridge compares it; `undefined` where the text does not
 * name a double exactly (`9007199254740993`, `1e309`), which EventBridge compares as text only.
 */
export function comparableNumber(raw: string): number | undefined {
  const value = Number(raw);
  if (!Number.isFinite(value)) return undefined;
  // Fifteen digits without an exponent always survive the way to a double and back.
  if (raw.length <= 15 && !/[eE]/.test(raw)) return value;
  return digitsOf(raw) === digitsOf(String(value)) ? value : undefined;
}

/** The significant digits and the power of ten of the last one, so that equal numbers are equal texts. */
function digitsOf(raw: string): string {
  const match = PARTS.exec(raw);
  if (!match) return raw;
  const [, whole, fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${significant}e${Number(exponent) - fraction.length + (digits.length - significant.length)}`;
}
