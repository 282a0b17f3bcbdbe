import type { Span, TreeNode } from '../../syntax/tree';
import { subGapsOf } from './subText';
import type { Reference } from './template';

/** The names that a file defines. */
export interface Names {
  readonly resources: ReadonlyMap<string, { readonly id: string }>;
  readonly parameters: ReadonlyMap<string, unknown>;
}

/** What `Name` or `Name.Attribute` refers to among the names of a file. */
function resolveName(name: string, span: Span, { resources, parameters }: Names): Reference {
  const whole = resources.get(name);
  if (whole) return { span, resource: whole.id };
  if (parameters.has(name)) return { span, parameter: name };
  // SAM's own resources and nested attributes have dots on either side: the longest known id wins.
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const resource = resources.get(name.slice(0, dot));
    if (resource) return { span, resource: resource.id, attribute: name.slice(dot + 1) };
  }
  return { span, external: name };
}

/** What a node of CloudFormation names, where it is one reference and nothing else. */
export function referenceOf(node: TreeNode | undefined, names: Names): Reference | undefined {
  if (node?.kind === 'string' && node.tag === 'Sub') {
    const [gap, ...others] = subGapsOf(node);
    const only = gap && others.length === 0 && gap.start === 0 && gap.end === node.value.length;
    return only ? resolveName(gap.name, node.span, names) : undefined;
  }
  if (node?.kind !== 'dynamic') return undefined;
  switch (node.tag) {
    case 'Ref':
    case 'GetAtt':
      return node.names.length === 1 ? resolveName(node.names[0], node.span, names) : undefined;
    case 'ImportValue':
      return { span: node.span, external: node.names[0] ?? 'ImportValue' };
    case 'Sub': {
      const [text, values] = node.inner?.kind === 'array' ? node.inner.items : [];
      if (text?.kind !== 'string') return undefined;
      const [gap, ...others] = subGapsOf(text);
      if (!gap || others.length > 0 || gap.end - gap.start < text.value.length) return undefined;
      const value = values?.kind === 'object' ? valueOf(values, gap.name) : undefined;
      return value ? referenceOf(value, names) : resolveName(gap.name, node.span, names);
    }
    default:
      return undefined;
  }
}

/** Everything that a node of CloudFormation names, at any depth. */
export function* referencesIn(node: TreeNode | undefined, names: Names): Iterable<Reference> {
  switch (node?.kind) {
    case 'object':
      for (const { value } of node.properties) yield* referencesIn(value, names);
      break;
    case 'array':
      for (const item of node.items) yield* referencesIn(item, names);
      break;
    case 'string':
      if (node.tag === 'Sub')
        for (const { name, span } of subGapsOf(node)) yield resolveName(name, span, names);
      break;
    case 'dynamic':
      yield* referencesOfFunction(node, names);
      break;
    default:
  }
}

function* referencesOfFunction(node: TreeNode & { kind: 'dynamic' }, names: Names): Iterable<Reference> {
  const only = referenceOf(node, names);
  if (only) yield only;
  else if (node.tag === 'Sub' && node.inner?.kind === 'array') {
    const [text, values] = node.inner.items;
    const own = values?.kind === 'object' ? values.properties.map(({ name }) => name) : [];
    if (text?.kind === 'string') {
      for (const { name, span } of subGapsOf(text))
        if (!own.includes(name)) yield resolveName(name, span, names);
    }
    yield* referencesIn(values, names);
  } else yield* referencesIn(node.inner, names);
}

function valueOf(object: TreeNode & { kind: 'object' }, key: string): TreeNode | undefined {
  return object.properties.find((property) => property.name === key)?.value;
}
