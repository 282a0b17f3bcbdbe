/** An example without its marks, laid out for reading. */
export interface Example {
  readonly text: string;
  readonly language: 'json' | 'yaml';
  /** What stands between « and », each on one line. */
  readonly marked: readonly string[];
}

/** Takes the marks out of an example; JSON that parses is laid out over several lines. */
export function readExample(whole: string): Example {
  // Where size is the point, a glimpse of it is enough.
  const example = whole.replace(/[^\s"«»]{200,}/g, (run) => `${run.slice(0, 40)}…`);
  const marked = Array.from(example.matchAll(/«([^»]*)»/g), ([, words]) =>
    words.replaceAll('«', '').replace(/\s+/g, ' '),
  );
  const text = example.replace(/[«»]/g, '');
  if (!/^\s*[[{]/.test(text)) return { text, language: 'yaml', marked };
  try {
    return { text: JSON.stringify(JSON.parse(text), null, 2), language: 'json', marked };
  } catch {
    return { text, language: 'json', marked };
  }
}
