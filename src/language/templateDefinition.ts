import type { EmbeddedDefinition, Located } from '../model/locate';
import { contains } from '../syntax/navigate';
import type { Span } from '../syntax/tree';
import type { DefinitionLink } from './definition';
import { lineStart } from '../syntax/lines';

/** The resource or parameter of a template that the reference at an offset names. */
export function referenceDefinition(
  { template, definitions }: Located,
  text: string,
  offset: number,
): DefinitionLink | undefined {
  const [around] = definitions.filter(({ node }) => contains(node.span, offset));
  const filled = around && substitutionDefinition(around, text, offset);
  if (filled) return filled;
  const reference = template
    ?.references(template.tree.root)
    .filter(({ span }) => contains(span, offset))
    .sort((a, b) => length(a.span) - length(b.span))[0];
  if (!template || !reference) return undefined;
  const resource = template.byId.get(reference.resource ?? '');
  if (resource)
    return {
      from: reference.span,
      target: union(resource.key, resource.node.span),
      targetName: resource.key,
    };
  const parameter = template.parameters.get(reference.parameter ?? '');
  return (
    parameter && {
      from: reference.span,
      target: union(parameter.key, parameter.node.span),
      targetName: parameter.key,
    }
  );
}

/** `${Name}` in a definition leads to the name in its `DefinitionSubstitutions`. */
function substitutionDefinition(
  { substitutions = [] }: EmbeddedDefinition,
  text: string,
  offset: number,
): DefinitionLink | undefined {
  const begin = lineStart(text, offset);
  const [line] = text.slice(begin).split('\n', 1);
  for (const match of line.matchAll(/\$\{(\w+)\}/g)) {
    const start = begin + match.index;
    const from = { start, end: start + match[0].length };
    const named = contains(from, offset) && substitutions.find(({ name }) => name === match[1]);
    if (named) {
      const { key, value } = named;
      return { from, target: union(key.span, value?.span ?? key.span), targetName: key.span };
    }
  }
  return undefined;
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function length({ start, end }: Span): number {
  return end - start;
}
