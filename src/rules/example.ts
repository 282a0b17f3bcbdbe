/** An example without its marks, laid out for reading. */
export interface Example {
  readonly text: string;
  readonly language: 'json' | 'yaml' | 'hcl' | 'python' | 'typescript' | 'text';
  /** What stands between « and », each on one line. */
  readonly marked: readonly string[];
}

interface Kind {
  readonly sign: RegExp;
  readonly file: string;
  readonly language: Example['language'];
}

/** What an example visibly is, and the name of a file of its kind; without a sign of its own it is a definition. */
const KINDS: readonly Kind[] = [
  { sign: /^\s*\{[^]*"Resources"[^]*::/, file: 'template.json', language: 'json' },
  { sign: /^Resources:[^]*::/m, file: 'template.yaml', language: 'yaml' },
  {
    sign: /^\s*\{\s*"(?:source|detail|detail-type|account|\$or)"/,
    file: 'example.eventpattern.json',
    language: 'json',
  },
  { sign: /^\s*[[{]/, file: 'example.asl.json', language: 'json' },
  { sign: /^(?:resource|data|module|locals|variable) ?["{]/m, file: 'main.tf', language: 'hcl' },
  {
    sign: /^(?:--(?:constraint|find-links) |apache-airflow|flask$)/m,
    file: 'requirements.txt',
    language: 'text',
  },
  {
    sign: /^(?:import \w[\w.]*(?: as \w+)?$|from [\w.]+ import |(?:async )?def |class \w+.*:$|@\w+)/m,
    file: 'example.py',
    language: 'python',
  },
  {
    sign: /^(?:import .*from ['"]|export |const |(?:async )?function )/m,
    file: 'example.ts',
    language: 'typescript',
  },
  { sign: /^ +operator: /m, file: 'workflow.yaml', language: 'yaml' },
  { sign: /^/, file: 'example.asl.yaml', language: 'yaml' },
];

function kindOf(text: string): Kind {
  return KINDS.find(({ sign }) => sign.test(text)) ?? KINDS[KINDS.length - 1];
}

/** A name for a file with this text, so that it is read as what it is. */
export function exampleFile(text: string): string {
  return kindOf(text).file;
}

/** Takes the marks out of an example; JSON that parses is laid out over several lines. */
export function readExample(whole: string): Example {
  // Where size is the point, a glimpse of it is enough.
  const example = whole.replace(/[^\s"«»]{200,}/g, (run) => `${run.slice(0, 40)}…`);
  const marked = Array.from(example.matchAll(/«([^»]*)»/g), ([, words]) =>
    words.replaceAll('«', '').replace(/\s+/g, ' '),
  );
  const text = example.replace(/[«»]/g, '');
  const { language } = kindOf(text);
  if (language !== 'json') return { text, language, marked };
  try {
    return { text: JSON.stringify(JSON.parse(text), null, 2), language, marked };
  } catch {
    return { text, language, marked };
  }
}
