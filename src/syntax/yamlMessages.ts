import { TOO_DEEP } from './depth';

/** What the `yaml` package says, by its wording, in words for the author of the file. */
const SAID: readonly (readonly [wording: RegExp, message: string])[] = [
  [/^Maximum call stack/, TOO_DEEP],
  [/^Invalid escape sequence (.*)$/s, 'YAML does not know the escape "$1".'],
  [/^Missing closing/, 'The closing quote is missing.'],
  [/ end with a (.)$/, 'The closing "$1" is missing.'],
  [/^Implicit map keys need to be followed/, 'A colon belongs behind this name.'],
  [/^Implicit keys need to be on a single line/, 'A name and its colon stand on one line.'],
  [
    /^Nested mappings are not allowed in compact/,
    'A text with a colon and a blank in it has to stand in quotes.',
  ],
  [/cannot start with .*?(\S)$/, 'A text that starts with "$1" has to stand in quotes.'],
  [/^Sequence item without - indicator/, 'An item begins with a dash in the column of the others.'],
  [/^Missing , between/, 'A comma belongs here.'],
];

/** The sentence for an error of the `yaml` package. */
export function yamlMessage(wording: string): string {
  for (const [pattern, message] of SAID) {
    const match = pattern.exec(wording);
    if (match) return message.replace('$1', () => match[1] ?? '');
  }
  return /[.!?]$/.test(wording) ? wording : `${wording}.`;
}
