import { intrinsicFunction } from '../catalog/intrinsics';
import { jsonataFunction } from '../catalog/jsonataFunctions';
import { nodeAt } from '../syntax/navigate';
import type { StringNode } from '../syntax/tree';
import type { LanguageDocument } from './document';
import { machineAt } from './machineAt';
import { openCall } from './openCall';

/** The parameters of the function whose arguments are being typed. */
export interface SignatureHelp {
  /** `name(parameter, …)` and what it gives. */
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly ParameterHelp[];
  /** Index of the parameter at the cursor. */
  readonly active: number;
}

export interface ParameterHelp {
  /** Its place in the label, `[start, end)`. */
  readonly label: readonly [start: number, end: number];
  readonly documentation?: string;
}

/** Tells the parameters of the intrinsic function, or the function of JSONata, around an offset. */
export function signatureHelp(document: LanguageDocument, offset: number): SignatureHelp | undefined {
  const machine = machineAt(document, offset);
  const node = machine && nodeAt(machine.tree, offset);
  return node?.kind === 'string' && offset > node.span.start ? inString(node, offset) : undefined;
}

function inString({ mapped }: StringNode, offset: number): SignatureHelp | undefined {
  const { text } = mapped;
  const at = mapped.fromHost(offset);
  const isJsonata = text.startsWith('{%');
  if (!isJsonata && !text.includes('States.')) return undefined;
  const call = openCall(text, isJsonata ? 2 : 0, at);
  if (!call) return undefined;
  return isJsonata ? ofJsonata(call.name, call.argument) : ofIntrinsic(call.name, call.argument);
}

function ofIntrinsic(name: string, argument: number): SignatureHelp | undefined {
  const found = intrinsicFunction(name);
  if (!found) return undefined;
  const words = found.parameters.map(({ name: word, optional, rest }) =>
    rest ? `…${word}` : optional ? `${word}?` : word,
  );
  const docs = found.parameters.map(({ type, doc }) => `${type}: ${doc}`);
  const documentation = [found.doc, found.limit ?? ''].filter(Boolean).join(' ');
  return help(name, words, docs, found.returns, documentation, argument);
}

function ofJsonata(name: string, argument: number): SignatureHelp | undefined {
  const found = name.startsWith('$') ? jsonataFunction(name.slice(1)) : undefined;
  if (!found) return undefined;
  const words = found.parameters.map(({ name: word, optional, context, rest }) =>
    rest ? `…${word}` : optional || context ? `${word}?` : word,
  );
  const docs = found.parameters.map(({ context }) =>
    context ? 'Left out, the value that the path has reached.' : '',
  );
  const example = `\`${found.example}\` → \`${found.result}\``;
  return help(name, words, docs, found.returns, `${found.doc}\n\n${example}`, argument);
}

function help(
  name: string,
  words: readonly string[],
  docs: readonly string[],
  returns: string,
  documentation: string,
  argument: number,
): SignatureHelp {
  let at = name.length + 1;
  const parameters = words.map((word, index): ParameterHelp => {
    const start = at;
    at += word.length + ', '.length;
    return { label: [start, start + word.length], documentation: docs[index] || undefined };
  });
  const repeats = words[words.length - 1]?.startsWith('…') ?? false;
  const active = repeats ? Math.min(argument, words.length - 1) : argument;
  return { label: `${name}(${words.join(', ')}) → ${returns}`, documentation, parameters, active };
}
