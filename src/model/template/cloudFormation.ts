import { get, getObject, getString, property } from '../../syntax/navigate';
import type { ObjectNode, Property, Tree, TreeNode } from '../../syntax/tree';
import { alternativesOf, Literals } from './literal';
import { readLongForms } from './intrinsics';
import { referenceOf, referencesIn, type Names } from './reference';
import type { Parameter, Resource, Template, TemplateKind } from './template';

const SERVERLESS_TRANSFORM = 'AWS::Serverless-2016-10-31';

/** `AWS::S3::Bucket`, `Custom::Thing`, `Vendor::Service::Type::MODULE`. */
const TYPE = /^(?:Custom::[\w@-]+|\w+::\w+::\w+(?:::MODULE)?)$/;

/** True for a tree that is visibly a template of CloudFormation or SAM. */
export function isCloudFormation(tree: Tree): boolean {
  const resources = getObject(tree.root, 'Resources');
  return resources?.properties.some(({ value }) => TYPE.test(getString(value, 'Type')?.value ?? '')) ?? false;
}

/** Reads a template of CloudFormation or SAM; changes its tree by `readLongForms`. */
export function buildCloudFormation(tree: Tree): Template {
  readLongForms(tree.root);
  const resources = resourcesOf(getObject(tree.root, 'Resources'));
  const parameters = parametersOf(getObject(tree.root, 'Parameters'));
  const kind = isSam(tree, resources) ? 'sam' : 'cloudformation';
  return template(kind, tree, resources, parameters);
}

function template(
  kind: TemplateKind,
  tree: Tree,
  resources: readonly Resource[],
  parameters: ReadonlyMap<string, Parameter>,
): Template {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const conditions = entries(getObject(tree.root, 'Conditions'), (value) => value);
  const names: Names = { resources: byId, parameters };
  const literals = new Literals(get(tree.root, 'Mappings'));
  return {
    kind,
    tree,
    resources,
    byId,
    parameters,
    conditions,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    reference: (node) => referenceOf(node, names),
    references: (node) => [...referencesIn(node, names)],
    alternatives: alternativesOf,
    literals: (node) => literals.of(node),
    literal: (node) => {
      const values = literals.of(node);
      return values.length === 1 ? values[0] : undefined;
    },
  };
}

function isSam(tree: Tree, resources: readonly Resource[]): boolean {
  const transform = get(tree.root, 'Transform');
  const named = transform?.kind === 'array' ? transform.items : [transform];
  return (
    named.some((node) => node?.kind === 'string' && node.value === SERVERLESS_TRANSFORM) ||
    resources.some(({ type }) => type.startsWith('AWS::Serverless::'))
  );
}

/** The resources of a `Resources` object. */
export function resourcesOf(section: ObjectNode | undefined): Resource[] {
  return (section?.properties ?? []).flatMap((entry) => resourceOf(entry) ?? []);
}

function resourceOf(entry: Property): Resource | undefined {
  const { key, value: node } = entry;
  const type = getString(node, 'Type');
  if (node?.kind !== 'object' || !type) return undefined;
  const properties = getObject(node, 'Properties');
  return {
    id: key.value,
    type: type.value,
    key: key.span,
    node,
    properties: properties ?? emptyProperties(entry),
    writable: properties !== undefined,
    condition: getString(node, 'Condition')?.value,
    repeated: false,
    dependsOn: namesIn(get(node, 'DependsOn')),
  };
}

function emptyProperties({ key }: Property): ObjectNode {
  return { kind: 'object', span: { start: key.span.end, end: key.span.end }, properties: [] };
}

function namesIn(node: TreeNode | undefined): string[] {
  const nodes = node?.kind === 'array' ? node.items : [node];
  return nodes.flatMap((item) => (item?.kind === 'string' ? [item.value] : []));
}

/** The parameters of a `Parameters` object. */
export function parametersOf(section: ObjectNode | undefined): ReadonlyMap<string, Parameter> {
  return entries(section, (node, entry) => ({
    name: entry.key.value,
    key: entry.key.span,
    node,
    default: property(node, 'Default')?.value,
  }));
}

function entries<T>(
  section: ObjectNode | undefined,
  read: (value: TreeNode, entry: Property) => T,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const entry of section?.properties ?? []) {
    if (entry.value) found.set(entry.key.value, read(entry.value, entry));
  }
  return found;
}
