import { Lexer } from 'yaml';
import { RunBuilder, type Mapped } from './mapped';
import { lineStart } from './lines';

/** What the lexer yields where text in brackets is less indented than the block around it. */
const FLOW_END = '\x18';
/** Other control characters that the lexer adds; they are not in the text. */
const ADDED = new Set(['\x02', '\x1f']);

/**
 * The same text with every collection in brackets indented as YAML asks for. Other readers, AWS's
 * among them, take JSON that was pasted into YAML as it stands. `undefined` where nothing is to mend.
 */
export function indentFlowText(source: Mapped): Mapped | undefined {
  const { text } = source;
  const runs = new RunBuilder();
  let done = 0;
  for (let low = lowFlowText(text, 0); low; low = lowFlowText(text, low.end)) {
    const spaces = ' '.repeat(low.indent);
    for (let line = low.start; line < low.end; line = behindLine(text, line)) {
      runs.copy(text.slice(done, line), done);
      runs.escape(spaces, line);
      done = line;
    }
  }
  if (done === 0) return undefined;
  runs.copy(text.slice(done), done);
  return runs.finish(source, text.length, (decoded) => decoded);
}

/** The lines from `start` to `end` need `indent` more blanks. */
interface LowText {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

function lowFlowText(text: string, from: number): LowText | undefined {
  const open: number[] = [];
  let at = from;
  for (const token of new Lexer().lex(text.slice(from))) {
    if (ADDED.has(token)) continue;
    if (token === '{' || token === '[') open.push(at);
    else if (token === '}' || token === ']') open.pop();
    else if (token === FLOW_END && open.length > 0) {
      const start = lineStart(text, at);
      const end = closing(text, start, open.length);
      return end === undefined
        ? undefined
        : { start, end: behindLine(text, end), indent: open[0] - lineStart(text, open[0]) + 1 };
    }
    if (token !== FLOW_END) at += token.length;
  }
  return undefined;
}

/** Where as many brackets are closed as were open at `from`. */
function closing(text: string, from: number, open: number): number | undefined {
  let depth = open;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") {
      do {
        at = character === '"' && text[at] === '\\' ? at + 2 : at + 1;
      } while (at < text.length && text[at] !== character);
    } else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at;
  }
  return undefined;
}

function behindLine(text: string, offset: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}
