import { readFileSync } from 'node:fs';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { reason } from './reason';
import { UsageError } from './usage';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's words; what it does not know is a usage error in a sentence. */
export function parseWords<O extends Options>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message.split('. ')[0].replace(/\.?$/, '.') : String(error),
    );
  }
}

/** The text of a file, or of standard input for `-`. */
export function readInput(path: string | undefined, option: string): string {
  if (path === undefined) throw new UsageError(`${option} is missing.`);
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reason(error)}.`);
  }
}

/** The JSON of a file, or of standard input for `-`. */
export function readJson(path: string | undefined, option: string): unknown {
  const text = readInput(path, option);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** `text` or `json`. */
export function readFormat(format: string): 'text' | 'json' {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`"${format}" is not a format: use text or json.`);
  return format;
}

/** Prints a value as JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
