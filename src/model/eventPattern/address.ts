/** Addresses from `bottom` to `top`, both inclusive, as upper-case hexadecimal digits: 8 of IPv4, 32 of IPv6. */
export interface AddressRange {
  readonly bottom: string;
  readonly top: string;
}

/** The range, or AWS's words for what is wrong with the text. */
export type CidrResult = { readonly range: AddressRange } | { readonly error: string };

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const IPV6 = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;

/** The digits of an IP address literal; `undefined` for any other text. An IPv4-mapped IPv6 address is IPv4. */
export function addressDigits(text: string): string | undefined {
  const first = text.charCodeAt(0);
  // Most texts are none: a look at the first character is cheaper than an expression.
  if (!(
    (first >= 0x30 && first <= 0x3a) ||
    (first >= 0x41 && first <= 0x46) ||
    (first >= 0x61 && first <= 0x66)
  ))
    return undefined;
  if (IPV4.test(text)) return digitsOfIpv4(text);
  return IPV6.test(text) ? digitsOfIpv6(text) : undefined;
}

/** Reads `address/bits`; bits below the mask do not count: `10.0.0.5/24` begins at `10.0.0.0`. */
export function readCidr(text: string): CidrResult {
  // As Java splits: empty parts at the end do not count.
  const parts = text.replace(/\/+$/, '').split('/');
  if (parts.length !== 2) return { error: "Malformed CIDR, one '/' required" };
  const [address, bits] = parts;
  if (!/^[+-]?\d+$/.test(bits) || Math.abs(Number(bits)) > 0x7fffffff) {
    return { error: 'Malformed CIDR, mask bits must be an integer' };
  }
  const mask = Number(bits);
  if (mask < 0) return { error: 'Malformed CIDR, mask bits must not be negative' };
  const digits = addressDigits(address);
  if (digits === undefined) {
    const looksRight = IPV4.test(address) || IPV6.test(address);
    return { error: `${looksRight ? 'Invalid' : 'Nonstandard'} IP address: ${address}` };
  }
  const size = digits.length * 4;
  if (mask > size - 1) return { error: `IPv${size === 32 ? 4 : 6} mask bits must be < ${size}` };
  const variable = (1n << BigInt(size - mask)) - 1n;
  const value = BigInt(`0x${digits}`);
  return {
    range: { bottom: hex(value & ~variable, digits.length), top: hex(value | variable, digits.length) },
  };
}

/**
 * Whether digits lie in the range. EventBridge decides digit by digit, so that an address of the
 * other family is inside when its digits are (`::/0` holds every IPv4 address but 0.0.0.0).
 */
export function isInRange(digits: string, { bottom, top }: AddressRange): boolean {
  const length = digits.length;
  if (length < bottom.length) return digits > bottom.slice(0, length) && digits < top.slice(0, length);
  const compared = length > bottom.length ? digits.slice(0, bottom.length) : digits;
  return bottom <= compared && compared <= top;
}

function digitsOfIpv4(text: string): string | undefined {
  // Leading zeros are decimal, and count towards the longest text that is read.
  if (text.length > 15) return undefined;
  let digits = '';
  for (const part of text.split('.')) {
    const value = Number(part);
    if (value > 255) return undefined;
    digits += hex(value, 2);
  }
  return digits;
}

function digitsOfIpv6(text: string): string | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = groups.reduce((sum, { length }) => sum + length, 0);
  if (halves.length === 1 ? given !== 8 : given > 7) return undefined;
  const zeros = new Array<string>(8 - given).fill('0');
  const all = halves.length === 1 ? groups[0] : [...groups[0], ...zeros, ...groups[1]];
  if (!all.every((group) => group !== '' && parseInt(group, 16) <= 0xffff)) return undefined;
  const digits = all.map((group) => hex(parseInt(group, 16), 4)).join('');
  return digits.startsWith('00000000000000000000FFFF') ? digits.slice(24) : digits;
}

function hex(value: number | bigint, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, '0');
}
