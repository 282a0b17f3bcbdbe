import {
  JSONATA_FUNCTIONS,
  UNAVAILABLE_FUNCTIONS,
  jsonataFunction,
  jsonataSignature,
} from '../catalog/jsonataFunctions';
import type { JsonataCall, JsonataReference, JsonataStep, ParsedJsonata } from './jsonata';
import { walkJsonata, type JsonataNode } from './jsonataTree';
import { nearest } from './nearest';
import type { ExpressionProblem } from './problem';

type Range = Pick<ExpressionProblem, 'start' | 'end'>;

/** What a tree of the `jsonata` package says, at offsets of `text`, in which the tree's source begins at `offset`. */
export function readJsonataTree(
  tree: JsonataNode,
  text: string,
  offset: number,
): Pick<ParsedJsonata, 'topLevel' | 'warnings' | 'arity' | 'references' | 'builtinReads' | 'calls'> {
  const topLevel: ExpressionProblem[] = [];
  const warnings: ExpressionProblem[] = [];
  const arity: ExpressionProblem[] = [];
  const references: JsonataReference[] = [];
  const builtinReads: JsonataReference[] = [];
  const calls: JsonataCall[] = [];
  /** `a ?: b` and `a ?? b` hold `a` twice. */
  const seen = new Set<number>();
  const first = (node: JsonataNode): boolean => {
    if (node.position === undefined || seen.has(node.position)) return false;
    seen.add(node.position);
    return true;
  };

  walkJsonata(tree, {
    variable(node, name, rest) {
      if (!first(node)) return;
      const path: JsonataStep[] = [];
      for (const step of rest) {
        if (step.type !== 'name' || step.position === undefined) break;
        path.push({ name: String(step.value), ...spanOf(step, text, offset) });
      }
      const reference = { name, ...spanOf(node, text, offset), path };
      (isBuiltin(name) ? builtinReads : references).push(reference);
    },
    call(node, name, count, partial) {
      if (!first(node)) return;
      const call = { name, ...spanOf(node, text, offset) };
      calls.push(call);
      const known = jsonataFunction(name);
      if (known === undefined) {
        warnings.push(unknownFunction(call));
        return;
      }
      const minimum = known.parameters.filter((each) => !each.optional && !each.context).length;
      const maximum = known.parameters.some((each) => each.rest) ? Infinity : known.parameters.length;
      if (count > maximum || (count < minimum && !partial)) {
        const counted = count === 0 ? 'no arguments' : count === 1 ? '1 argument' : `${count} arguments`;
        const message = `"${jsonataSignature(known)}" is called with ${counted} here.`;
        arity.push({ start: call.start, end: call.end, message });
      }
    },
    contextItem(node) {
      if (first(node)) topLevel.push(contextItem(node, spanOf(node, text, offset), text));
    },
  });

  const inOrder = (a: Range, b: Range): number => a.start - b.start;
  for (const list of [topLevel, warnings, arity, references, builtinReads, calls]) list.sort(inOrder);
  return { topLevel, warnings, arity, references, builtinReads, calls };
}

/** True for a function of JSONata or Step Functions, also for one that Step Functions takes away. */
export function isBuiltin(name: string): boolean {
  return jsonataFunction(name) !== undefined || Object.hasOwn(UNAVAILABLE_FUNCTIONS, name);
}

function unknownFunction({ name, start, end }: JsonataCall): ExpressionProblem {
  if (Object.hasOwn(UNAVAILABLE_FUNCTIONS, name)) {
    const other = UNAVAILABLE_FUNCTIONS[name];
    return { start, end, message: `Step Functions does not have "$${name}"; "$${other}" reads JSON.` };
  }
  const known = nearest(
    name,
    JSONATA_FUNCTIONS.map((each) => each.name),
  );
  const message = `"$${name}" is not a function of JSONata or of Step Functions.`;
  return known === undefined ? { start, end, message } : { start, end, message, suggestion: `$${known}` };
}

function contextItem(node: JsonataNode, { start, end }: Range, text: string): ExpressionProblem {
  const written = text.slice(start, end);
  const message =
    node.type === 'variable'
      ? `"${written}" holds nothing in Step Functions; the input of the state is "$states.input".`
      : `"${written}" is read from nothing: the input of the state is "$states.input", and a variable starts with "$".`;
  const suggestion = node.type === 'variable' ? '$states.input' : `$states.input.${written}`;
  return { start, end, message, suggestion };
}

/** The package says where a token ends; where it starts follows from what it is. */
function spanOf(node: JsonataNode, text: string, offset: number): Range {
  const end = offset + (node.position ?? 0);
  const value = String(node.value);
  if (node.type === 'variable') return { start: end - value.length - 1, end };
  const quote = text[end - 1];
  if (quote === '`') return { start: text.lastIndexOf('`', end - 2), end };
  if (quote !== '"' && quote !== "'") return { start: end - value.length, end };
  let start = text.lastIndexOf(quote, end - 2);
  while (start > offset && text[start - 1] === '\\') start = text.lastIndexOf(quote, start - 1);
  return { start, end };
}
