import type { SeededRandom } from '../support/seededRandom';

/** What people and programs type and paste, and what breaks readers. */
const TOKENS: readonly string[] = [
  ...'{}[]()":,\'|>-#&*!%@`\\$?<=~^;',
  ...['\t', ' ', '\n', '\r\n', '\r', '\uFEFF', '\u0000', '\u2028', '😀', '\uD800', 'é', '"""', "'''"],
  ...['- ', ': ', '{{', '}}', '[[', ']]', '//', '/*', '*/', '# ', '---\n', '...\n', '? ', '%YAML 1.1\n---\n'],
  ...['${', '${X}', '${A.B}', '$${X}', '{%', '%}', '{% $states.input %}', '{% $x := ( %}', '{% /a/ %}'],
  ...[
    '&a ',
    '*a',
    '<<: *a\n',
    '&a [*a]',
    '!Ref X',
    '!Sub "${X}"',
    '!If [A, B, C]',
    '!!binary x',
    '|2-\n',
    '>+\n',
  ],
  ...[
    '$',
    '$.',
    '$$.',
    '$.a[?(@.b == 1)]',
    '$..*',
    '$.a[0:1]',
    "$['a']",
    'States.Format(',
    "States.Format('{}', $.a)",
  ],
  ...['"Next": ', '"End": true', '"Type": "Map"', '"States": {', '"QueryLanguage": "JSONata"', '"Comment"'],
  ...['Next: ', 'End: true\n', 'Type: Choice\n', 'States:\n', 'Catch:\n  - Next: A\n', '"Next": "A",'],
  ...['null', 'true', '{}', '[]', '""', '1e999', '-0', '99999999999999999999', '0.1', '-1', '1.5', '007'],
  ...['rate(5 minutes)', 'cron(0 0 * * ? *)', 'arn:aws:states:::lambda:invoke', 'arn:::::', '.sync:2', '.$'],
  ...[
    'orchestration-lens-disable',
    '# orchestration-lens-disable-next-line asl/*\n',
    '__proto__',
    'constructor',
  ],
  ...[
    'toString',
    'hasOwnProperty',
    '\\u0041',
    '\\uD83D',
    '\\n',
    '\\',
    '\\"',
    'x'.repeat(300),
    '['.repeat(60),
  ],
];

/** A text that somebody was in the middle of changing: one to four changes of `text`, with pieces of `other`. */
export function mutate(random: SeededRandom, text: string, other: string): string {
  let mutated = text;
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    mutated = random.pick(CHANGES)(random, mutated, other);
  }
  return mutated.slice(0, 60_000);
}

type Change = (random: SeededRandom, text: string, other: string) => string;

const CHANGES: readonly Change[] = [
  (random, text) => text.slice(0, random.below(text.length + 1)),
  (random, text) => text.slice(random.below(text.length + 1)),
  (random, text) => put(text, piece(random, text), ''),
  (random, text) => put(text, line(random, text), ''),
  (random, text) => put(text, word(random, text), ''),
  (random, text) => put(text, point(random, text), random.pick(TOKENS)),
  (random, text) => put(text, point(random, text), random.pick(TOKENS)),
  (random, text) => put(text, word(random, text), random.pick(TOKENS)),
  (random, text) => put(text, word(random, text), of(text, word(random, text))),
  (random, text) => put(text, point(random, text), of(text, piece(random, text))),
  (random, text) => put(text, line(random, text), of(text, line(random, text)).repeat(2)),
  (random, text) => swap(text, line(random, text), line(random, text)),
  (random, text) => swap(text, piece(random, text), piece(random, text)),
  (random, text, other) => put(text, point(random, text), of(other, piece(random, other))),
  (random, text, other) => put(text, line(random, text), of(other, line(random, other))),
  (random, text) => put(text, { start: line(random, text).start, end: line(random, text).start }, '  '),
  (random, text) => text.replace(/^ {2}/gm, (blanks) => (random.next() < 0.05 ? '' : blanks)),
  (_, text) => text.replace(/\r?\n/g, '\r\n'),
  (random, text) => text.replace(/"/g, (quote) => (random.next() < 0.02 ? '' : quote)),
  (_, text) => text,
];

interface Range {
  readonly start: number;
  readonly end: number;
}

function point(random: SeededRandom, text: string): Range {
  const start = random.below(text.length + 1);
  return { start, end: start };
}

function piece(random: SeededRandom, text: string): Range {
  const { start } = point(random, text);
  return { start, end: Math.min(text.length, start + random.below(random.pick([3, 20, 200, 2000]))) };
}

function line(random: SeededRandom, text: string): Range {
  const { start } = point(random, text);
  const lineEnd = text.indexOf('\n', start);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd + 1 };
}

/** A run of letters or a quoted text near a random place. */
function word(random: SeededRandom, text: string): Range {
  const pattern = /"[^"\n]*"|[\w$.]+/g;
  pattern.lastIndex = random.below(text.length + 1);
  const match = pattern.exec(text);
  return match ? { start: match.index, end: pattern.lastIndex } : point(random, text);
}

function of(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

function put(text: string, { start, end }: Range, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(Math.max(start, end));
}

function swap(text: string, a: Range, b: Range): string {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (first.end > second.start) return text;
  return put(put(text, second, of(text, first)), first, of(text, second));
}
