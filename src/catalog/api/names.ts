/**
 * Words of a name as the AWS SDK for Java 2.x splits them; Step Functions takes its names from there:
 * "DBInstanceIdentifier" is "DB", "Instance" and "Identifier".
 */
function words(name: string): string[] {
  return name
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .replace(/([^a-z]{2,})v([0-9]+)/g, '$1 v$2 ')
    .replace(/([^A-Z]{2,})V([0-9]+)/g, '$1 V$2 ')
    .split(/(?<=[a-z])(?=[A-Z][a-zA-Z0-9])/)
    .join(' ')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([0-9])([a-zA-Z])/g, '$1 $2')
    .trim()
    .split(/ +/);
}

/** "DBInstanceIdentifier" becomes "DbInstanceIdentifier". */
export function pascalCase(name: string): string {
  return words(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}

/** Names that cannot be methods of an object of Java, whose SDK puts "Value" behind them. */
const RESERVED: ReadonlySet<string> = new Set(
  `abstract assert boolean break byte case catch char class const continue default do double else enum extends
  false final finally float for goto if implements import instanceof int interface long native new null package
  private protected public return short static strictfp super switch synchronized this throw throws transient
  true try void volatile while equals finalize getClass hashCode notify notifyAll toString wait builder sdkFields
  toBuilder overrideConfiguration sdkHttpResponse`.split(/\s+/),
);

/** True for a name that the SDK for Java cannot use as it is. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(camelCase(name));
}

/** Its leading capitals become small, the last of them only at the end of a word: "dbInstanceIdentifier", "templateURL". */
export function camelCase(name: string): string {
  const capitals = /^[A-Z]+(?![a-z])|^[A-Z]/.exec(name)?.[0] ?? '';
  return capitals.toLowerCase() + name.slice(capitals.length);
}

/** A name of an API as Step Functions spells it: as the SDK for Java does, with a big letter at the start. */
export function spelledName(name: string): string {
  const small = camelCase(name);
  return small.charAt(0).toUpperCase() + small.slice(1) + (RESERVED.has(small) ? 'Value' : '');
}
