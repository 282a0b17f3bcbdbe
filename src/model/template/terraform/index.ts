import { get, getItems } from '../../../syntax/navigate';
import type { ObjectNode, StringNode, Tree, TreeNode } from '../../../syntax/tree';
import type { Parameter, Resource, Template } from '../template';
import { isRepeated, labelledBlocks, localsIn, namedBlocks, type LabelledBlock } from './blocks';
import type { Fields } from './fields';
import { Normalizer } from './normalize';
import { joinParts } from './parts';
import { policyDocument } from './policyDocument';
import { RESOURCE_TYPES } from './resourceTypes';
import { TerraformValues } from './values';

const ARCHIVE: Fields = { source: { list: true } };
/** What a resource names of an archive that it takes: each leads to what is packed. */
const ARCHIVE_OUTPUTS = ['output_path', 'output_base64sha256', 'output_md5'];

/** Reads a file of Terraform into the shape of CloudFormation. */
export function buildTerraform(tree: Tree): Template {
  const blocks = labelledBlocks(tree, 'resource');
  const locals = new Map<string, TreeNode>();
  for (const { name, value } of localsIn(tree)) if (value) locals.set(name, value);
  const parameters = new Map<string, Parameter>();
  for (const { key, value } of namedBlocks(tree, 'variable')) {
    if (value)
      parameters.set(key.value, {
        name: key.value,
        key: key.span,
        node: value,
        default: get(value, 'default'),
      });
  }
  const byId = new Map<string, Resource>();
  const values = new TerraformValues({ resources: byId, parameters, locals });

  const rendered = new Map<string, TreeNode>();
  const normalizer = new Normalizer(tree, (node) => {
    const name = node.kind === 'dynamic' && node.tag === 'traversal' ? (node.names[0] ?? '') : '';
    const value = rendered.get(name) ?? values.follow(node);
    return value === node ? undefined : value;
  });
  const policyDocuments: Resource[] = [];
  for (const block of labelledBlocks(tree, 'data')) {
    const { type, name, body } = block;
    if (type === 'aws_iam_policy_document') {
      const properties = policyDocument(body, normalizer);
      rendered.set(`data.${type}.${name}.json`, properties);
      policyDocuments.push({ ...resourceOf(block, normalizer), id: `data.${type}.${name}`, properties });
    } else if (type === 'archive_file') {
      const properties = normalizer.body(body, ARCHIVE);
      for (const output of ARCHIVE_OUTPUTS) rendered.set(`data.${type}.${name}.${output}`, properties);
    } else if (type === 'template_file') {
      const call = templateFile(body);
      if (call) rendered.set(`data.${type}.${name}.rendered`, call);
    }
  }

  const resources = blocks.map((block) => resourceOf(block, normalizer));
  for (const resource of resources) byId.set(resource.id, resource);
  joinParts(blocks, resources, (node) => byId.get(values.reference(node)?.resource ?? ''));
  return {
    kind: 'terraform',
    tree,
    resources,
    policyDocuments,
    holders: holdersIn(tree, normalizer),
    byId,
    parameters,
    conditions: new Map(),
    ofType: (type) => resources.filter((resource) => resource.type === type),
    property: (resource, name) => get(resource.properties, name),
    reference: (node) => values.reference(node),
    references: (node) => [...values.references(node)],
    alternatives: (node) => values.alternatives(node),
    literals: (node) => values.literals(node),
    literal: (node) => {
      const texts = values.literals(node);
      return texts.length === 1 ? texts[0] : undefined;
    },
  };
}

/** `data "template_file"` is what `templatefile(…)` was before. */
function templateFile(body: ObjectNode): TreeNode | undefined {
  const template = get(body, 'template');
  const args = template?.kind === 'dynamic' && template.inner?.kind === 'array' ? template.inner.items : [];
  if (template?.kind !== 'dynamic' || template.names[0] !== 'file' || !args[0]) return template;
  const vars = get(body, 'vars');
  const inner: TreeNode = { kind: 'array', span: template.span, items: vars ? [args[0], vars] : [args[0]] };
  return { kind: 'dynamic', span: template.span, names: ['templatefile'], tag: 'call', inner };
}

/** Blocks that can hold a definition without being a resource of AWS. */
function holdersIn(tree: Tree, normalizer: Normalizer): Resource[] {
  if (!tree.source.text.includes('StartAt')) return [];
  const modules = namedBlocks(tree, 'module').flatMap(({ key, value }) =>
    value?.kind === 'object' ? [holder('module', key, value, normalizer)] : [],
  );
  const locals = localsIn(tree).map((entry) => {
    const { key, span } = entry;
    return holder('local', key, { kind: 'object', span, properties: [entry] }, normalizer);
  });
  return [...modules, ...locals];
}

function holder(
  type: string,
  { value: name, span: key }: StringNode,
  node: ObjectNode,
  normalizer: Normalizer,
): Resource {
  const properties = normalizer.body(node);
  return {
    id: `${type}.${name}`,
    type,
    key,
    node,
    properties,
    writable: false,
    repeated: false,
    dependsOn: [],
  };
}

function resourceOf({ type, name, entry, body }: LabelledBlock, normalizer: Normalizer): Resource {
  const spec = Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined;
  return {
    id: `${type}.${name}`,
    type: spec?.type ?? type,
    key: entry.key.span,
    node: body,
    properties: normalizer.body(body, spec?.fields),
    writable: false,
    repeated: isRepeated(body),
    dependsOn: getItems(body, 'depends_on').flatMap(nameOf),
  };
}

function nameOf(node: TreeNode): string[] {
  return node.kind === 'dynamic' && node.tag === 'traversal' ? [...node.names] : [];
}
