import { get, getObject, getString, property } from '../../syntax/navigate';
import type { ObjectNode, Property, Tree, TreeNode } from '../../syntax/tree';
import { assemble, entries } from './assemble';
import { readLongForms } from './intrinsics';
import type { Parameter, Resource, Template } from './template';

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
  const sam = isSam(tree, resources);
  return assemble({
    kind: sam ? 'sam' : 'cloudformation',
    tree,
    resources,
    parameters: parametersOf(getObject(tree.root, 'Parameters')),
    sections: tree.root,
    inherited: sam ? (resource, name) => globalProperty(tree, resource, name) : undefined,
  });
}

/** `Globals: { Function: … }` holds for every function of SAM that does not say otherwise. */
function globalProperty({ root }: Tree, { type }: Resource, name: string): TreeNode | undefined {
  const kind = type.startsWith('AWS::Serverless::') ? type.slice('AWS::Serverless::'.length) : '';
  return get(getObject(getObject(root, 'Globals'), kind), name);
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
function parametersOf(section: ObjectNode | undefined): ReadonlyMap<string, Parameter> {
  return entries(section, (node, entry) => ({
    name: entry.name,
    key: entry.key.span,
    node,
    default: property(node, 'Default')?.value,
  }));
}
