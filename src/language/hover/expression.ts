import { CONTEXT_OBJECT } from '../../catalog/contextObject';
import { intrinsicFunction } from '../../catalog/intrinsics';
import { jsonataFunction, jsonataSignature } from '../../catalog/jsonataFunctions';
import type { StringNode } from '../../syntax/tree';
import { card } from './card';
import type { Hover } from './index';

/** A word of the small languages inside a string: an intrinsic function, a context path, a JSONata function. */
export function expressionHover(node: StringNode, offset: number): Hover | undefined {
  const { text } = node.mapped;
  const at = node.mapped.fromHost(offset);
  const jsonata = text.startsWith('{%');
  const word = wordAt(text, at, jsonata ? /\$+[\w.]*/g : /\$\$[\w.]*|States\.\w+/g);
  if (!word) return undefined;
  const markdown = jsonata
    ? jsonataCard(word.text)
    : word.text.startsWith('$$')
      ? contextCard(word.text.slice(2))
      : intrinsicCard(word.text);
  if (markdown === undefined) return undefined;
  return { span: { start: node.mapped.toHost(word.start), end: node.mapped.toHost(word.end) }, markdown };
}

function wordAt(
  text: string,
  at: number,
  pattern: RegExp,
): { text: string; start: number; end: number } | undefined {
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (match.index <= at && at <= end) return { text: match[0], start: match.index, end };
  }
  return undefined;
}

function intrinsicCard(name: string): string | undefined {
  const found = intrinsicFunction(name);
  if (!found) return undefined;
  const parameters = found.parameters.map(({ name: label, optional, rest }) =>
    rest ? `…${label}` : optional ? `${label}?` : label,
  );
  return card({
    title: `${name}(${parameters.join(', ')})`,
    kind: `${found.returns} · intrinsic function`,
    meaning: found.doc,
    limits: [
      ...found.parameters.map(({ name: label, type, doc }) => `\`${label}\` (${type}): ${doc}`),
      found.limit ?? '',
    ].filter(Boolean),
    example: { text: `${found.example}\n→ ${found.result}`, language: 'text' },
    source: 'Intrinsic functions for JSONPath states in Step Functions',
  });
}

function contextCard(path: string): string | undefined {
  const wanted = path.replace(/^\./, '');
  const entry = CONTEXT_OBJECT.find((candidate) => candidate.path === wanted);
  if (wanted === '')
    return card({
      title: '$$',
      kind: 'context object',
      meaning: 'What Step Functions knows about the execution, the state and the task that run.',
      source: CONTEXT_SOURCE,
    });
  return (
    entry &&
    card({
      title: `$$.${entry.path}`,
      kind: `${entry.type} · context object`,
      meaning: entry.doc,
      source: CONTEXT_SOURCE,
    })
  );
}

const CONTEXT_SOURCE = 'Accessing execution data from the Context object in Step Functions';

/** What `$states` holds, and when. */
export const STATES: Readonly<Partial<Record<string, string>>> = {
  input: 'The input of the state as it came in.',
  result: 'What the task, the Map or the Parallel gave back; in its Output and Assign.',
  errorOutput: 'The error that was caught, with Error and Cause; in the Output and Assign of a catcher.',
  context: 'The context object: what Step Functions knows about the execution, the state and the task.',
};

function jsonataCard(word: string): string | undefined {
  const [root, name, ...rest] = word.split('.');
  if (root === '$states') {
    if (name === 'context' && rest.length > 0)
      return contextCard(rest.join('.'))?.replace('$$.', '$states.context.');
    const meaning =
      name === undefined ? 'What the state can read: input, result, errorOutput and context.' : STATES[name];
    return (
      meaning &&
      card({
        title: name ? `$states.${name}` : '$states',
        kind: 'reserved variable',
        meaning,
        source: 'Transforming data with JSONata in Step Functions',
      })
    );
  }
  const found = jsonataFunction(root.slice(1));
  if (!found) return undefined;
  return card({
    title: jsonataSignature(found),
    kind: `${found.returns} · ${found.added ? 'added to JSONata by Step Functions' : 'JSONata function'}`,
    meaning: found.doc,
    example: { text: `${found.example}\n→ ${found.result}`, language: 'text' },
  });
}
