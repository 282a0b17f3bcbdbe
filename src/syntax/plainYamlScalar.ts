import { CST } from 'yaml';
import { NOT_PLAIN } from './plainYamlTokens';

/** What the `yaml` package reads in a token; a mistake in it is not plain. */
export function resolve(token: CST.FlowScalar | CST.BlockScalar): string {
  return CST.resolveAsScalar(token, true, () => {
    throw NOT_PLAIN;
  }).value;
}

/** The text that stands on several lines without quotes. */
export function linesText(source: string): string {
  return resolve({ type: 'scalar', offset: 0, indent: 0, source });
}

/** The text between quotes, of which some is escaped. */
export function escapedText(source: string): string {
  if (source[0] === '"') return resolve({ type: 'double-quoted-scalar', offset: 0, indent: 0, source });
  return source.slice(1, -1).replaceAll("''", "'");
}

/** A look at the first character, before the text is looked at in full. */
export const MAY_BE_NO_TEXT = /^(?:[-+.\d~]|[nN](?:ull|ULL)$|[tT](?:rue|RUE)$|[fF](?:alse|ALSE)$|$)/;

/** The number, truth value or null that a text without quotes is by YAML 1.2; `undefined` for text. */
export function knownValue(text: string): number | boolean | null | undefined {
  if (/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return Number(text);
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return true;
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return false;
  if (/^(?:~|[Nn]ull|NULL)?$/.test(text)) return null;
  // Numbers of other bases, and what is no number.
  if (/^(?:0[ox]|[-+]?\.(?:inf|nan))/i.test(text)) throw NOT_PLAIN;
  return undefined;
}
