const decimals = 30n;
/** Common factors are taken out only of denominators above this, since finding them is what takes time. */
const unwieldy = 10n ** 40n;

/** An exact rational number, so that a price such as 0.0000166667 carries no binary rounding into a break-even. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);

  /** The denominator is always positive. */
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** The shortest decimal that prints as the number is taken as its value, as a person who typed it meant it. */
  static of(value: number | Fraction): Fraction {
    if (value instanceof Fraction) return value;
    const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
    if (!match) throw new RangeError(`"${value}" is not a finite number.`);
    const [, sign, whole = '0', tail = '', exponent = '0'] = match;
    const digits = BigInt(`${sign}${whole}${tail}`);
    const power = Number(exponent) - tail.length;
    return power >= 0
      ? Fraction.reduced(digits * 10n ** BigInt(power), 1n)
      : Fraction.reduced(digits, 10n ** BigInt(-power));
  }

  private static reduced(numerator: bigint, denominator: bigint): Fraction {
    if (denominator === 0n) throw new RangeError('A fraction cannot have the denominator 0.');
    const [above, below] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
    if (below < unwieldy) return new Fraction(above, below);
    let [a, b] = [above < 0n ? -above : above, below];
    while (b > 0n) [a, b] = [b, a % b];
    return new Fraction(above / a, below / a);
  }

  plus(other: number | Fraction): Fraction {
    const { numerator, denominator } = Fraction.of(other);
    return Fraction.reduced(
      this.numerator * denominator + numerator * this.denominator,
      this.denominator * denominator,
    );
  }

  minus(other: number | Fraction): Fraction {
    return this.plus(Fraction.of(other).times(-1));
  }

  times(other: number | Fraction): Fraction {
    const { numerator, denominator } = Fraction.of(other);
    return Fraction.reduced(this.numerator * numerator, this.denominator * denominator);
  }

  over(other: number | Fraction): Fraction {
    const { numerator, denominator } = Fraction.of(other);
    return Fraction.reduced(this.numerator * denominator, this.denominator * numerator);
  }

  /** The next multiple of `unit` that is not below this number. */
  upTo(unit: number | Fraction): Fraction {
    const { numerator, denominator } = this.over(unit);
    const down = numerator / denominator;
    const up = numerator > 0n && numerator % denominator !== 0n ? down + 1n : down;
    return new Fraction(up, 1n).times(unit);
  }

  isAbove(other: number | Fraction): boolean {
    const { numerator, denominator } = Fraction.of(other);
    return this.numerator * denominator > numerator * this.denominator;
  }

  atLeast(floor: number | Fraction): Fraction {
    return this.isAbove(floor) ? this : Fraction.of(floor);
  }

  atMost(ceiling: number | Fraction): Fraction {
    return this.isAbove(ceiling) ? Fraction.of(ceiling) : this;
  }

  /** The nearest double to the first 30 decimals. */
  toNumber(): number {
    const size = this.numerator < 0n ? -this.numerator : this.numerator;
    const digits = ((size % this.denominator) * 10n ** decimals) / this.denominator;
    const text = `${size / this.denominator}.${String(digits).padStart(Number(decimals), '0')}`;
    return this.numerator < 0n ? -Number(text) : Number(text);
  }
}
