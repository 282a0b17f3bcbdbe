import type { HclNode } from './hclNode';
import { jsonEscape } from './jsonString';
import { LazyString } from './lazyString';
import { RunBuilder, type Mapped, type Quote } from './mapped';
import type { StringNode, TreeNode } from './tree';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** What would end a JSON string or a placeholder early, if it stood in one as it is. */
const DISTURBING = /["\\{}\n\r\t]/g;

/** A word of the text as it stands. */
export function plainString(source: Mapped, start: number, end: number): StringNode {
  const text = source.text.slice(start, end);
  return new LazyString(text, { start, end }, () => {
    const runs = new RunBuilder();
    runs.copy(text, start);
    return runs.finish(source, end, (word) =>
      /^[A-Za-z_][\w-]*$/.test(word) ? word : `"${jsonEscape(word)}"`,
    );
  });
}

/** A text in quotes or a heredoc; `gaps` are the values of its interpolations. */
export function templateString(node: HclNode, source: Mapped, gaps: readonly TreeNode[]): StringNode {
  const heredoc = node.type === 'heredoc_template';
  const mapped = heredoc ? decodeHeredoc(node, source) : decodeQuoted(node, source);
  const dynamic = gaps.length > 0 || directivesIn(node);
  const span = { start: node.start, end: node.end };
  return new LazyString(
    mapped.text,
    span,
    () => mapped,
    dynamic,
    dynamic ? 'Template' : undefined,
    dynamic ? gaps : undefined,
  );
}

function directivesIn(node: HclNode): boolean {
  return node.children.some(({ type }) => type === 'template_directive');
}

function decodeQuoted(node: HclNode, source: Mapped): Mapped {
  const { text } = source;
  const end = node.end;
  const closed = end - node.start > 1 && text[end - 1] === '"';
  const runs = new RunBuilder();
  const stop = closed ? end - 1 : end;
  const gaps: Gaps = new Map();
  copyAround(
    node,
    source,
    node.start + 1,
    stop,
    (from, to) => {
      for (let at = from; at < to;) {
        const next = text.indexOf('\\', at);
        if (next < 0 || next >= to) return copyLiteral(runs, gaps, text, at, to);
        copyLiteral(runs, gaps, text, at, next);
        const letter = text[next + 1];
        const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
        const code = digits ? parseInt(text.slice(next + 2, next + 2 + digits), 16) : NaN;
        const decoded = code <= 0x10ffff ? String.fromCodePoint(code) : (ESCAPES[letter] ?? letter ?? '');
        runs.escape(decoded, next);
        at = next + 2 + (code <= 0x10ffff ? digits : 0);
      }
    },
    runs,
    gaps,
  );
  return runs.finish(source, stop, quote(jsonEscape, gaps));
}

/** The lines behind `<<EOF`; `<<-EOF` takes off the indentation that all of them have. */
function decodeHeredoc(node: HclNode, source: Mapped): Mapped {
  const { text } = source;
  const body = text.indexOf('\n', node.start) + 1 || node.end;
  const stop = Math.max(body, text.lastIndexOf('\n', node.end - 1) + 1);
  const indent = text.startsWith('<<-', node.start) ? commonIndent(text.slice(body, stop)) : 0;
  const runs = new RunBuilder();
  const gaps: Gaps = new Map();
  copyAround(
    node,
    source,
    body,
    stop,
    (from, to) => {
      for (let at = from; at < to;) {
        const lineEnd = text.indexOf('\n', at);
        const next = lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1;
        const skip =
          text[at - 1] === '\n' ? Math.min(indent, /^[ \t]*/.exec(text.slice(at, next))?.[0].length ?? 0) : 0;
        copyLiteral(runs, gaps, text, at + skip, next);
        at = next;
      }
    },
    runs,
    gaps,
  );
  return runs.finish(
    source,
    stop,
    quote((decoded) => decoded.replaceAll('\n', `\n${' '.repeat(indent)}`), gaps),
  );
}

function commonIndent(body: string): number {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return lines.length === 0 ? 0 : Math.min(...lines.map((line) => line.length - line.trimStart().length));
}

/** How what looks like an interpolation is written; nothing for one that looks like another. */
type Gaps = Map<string, string | undefined>;

/** Text between interpolations goes to `copy`; they themselves stay as long as they are, made harmless. */
function copyAround(
  node: HclNode,
  { text }: Mapped,
  start: number,
  stop: number,
  copy: (from: number, to: number) => void,
  runs: RunBuilder,
  gaps: Gaps,
): void {
  let from = start;
  for (const child of node.children) {
    if (child.type !== 'template_interpolation' || child.start < from || child.end > stop) continue;
    copy(from, child.start);
    const inner = text.slice(child.start + 2, child.end - 1).replace(DISTURBING, '_');
    const gap = `\${${/^\s*[A-Za-z_]/.test(inner) ? inner : inner.replace(/\S/, '_')}}`;
    remember(gaps, gap, text.slice(child.start, child.end));
    runs.copy(gap, child.start);
    from = child.end;
  }
  copy(from, stop);
}

function remember(gaps: Gaps, text: string, written: string): void {
  gaps.set(text, gaps.has(text) && gaps.get(text) !== written ? undefined : written);
}

/** `$${` and `%%{` stand for the text without its first sign. */
function copyLiteral(runs: RunBuilder, gaps: Gaps, text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  let done = 0;
  for (const { 0: written, index } of piece.matchAll(/(?:\$\$|%%)\{(?:[^{}]*\})?/g)) {
    remember(gaps, written.slice(1), written);
    runs.copy(piece.slice(done, index), from + done);
    done = index + 1;
  }
  runs.copy(piece.slice(done), from + done);
}

/** Writes text with the interpolations that stand in it already; of any other it is not known whether it is one. */
function quote(escape: (text: string) => string, gaps: Gaps): Quote {
  return (decoded) => {
    if (!/[$%]\{/.test(decoded)) return escape(decoded);
    const parts = decoded.split(/([$%]\{[^{}]*\})/).map((part, index) => {
      if (index % 2 > 0) return gaps.get(part);
      return /[$%]\{/.test(part) ? undefined : escape(part);
    });
    return parts.includes(undefined) ? undefined : parts.join('');
  };
}
