import { get, getObject } from '../../../syntax/navigate';
import type { ObjectNode, Tree, TreeNode } from '../../../syntax/tree';
import { buildStateMachine, type MachineType } from '../../stateMachine';
import type { Resource, Template } from '../../template';
import type { EmbeddedDefinition, Substitution } from '../located';
import { embeddedJson } from './definitionText';
import { fileRead } from './terraformFile';

const MACHINES: ReadonlySet<string> = new Set([
  'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::StateMachine',
]);

/** The definitions of all state machines that a template declares, and those that it hands to a module. */
export function definitionsIn(template: Template): EmbeddedDefinition[] {
  const declared = template.resources
    .filter(({ type }) => MACHINES.has(type))
    .flatMap((resource) => {
      const [key, node] = written(resource);
      // Each branch of a condition is a definition of its own.
      return template.alternatives(node).map((each) => definitionOf(key, each, resource, template));
    });
  return template.holders.length > 0
    ? handedOn(template, declared).sort((a, b) => a.node.span.start - b.node.span.start)
    : declared;
}

/** Adds what is visibly a definition in a module's arguments or in a local that no machine of this file names. */
function handedOn(template: Template, declared: readonly EmbeddedDefinition[]): EmbeddedDefinition[] {
  const found = [...declared];
  const seen = new Set(declared.map(({ node }) => node.span.start));
  for (const resource of template.holders) {
    for (const { value } of resource.properties.properties) {
      for (const node of template.alternatives(value)) {
        if (seen.has(node.span.start) || !mayBeDefinition(node)) continue;
        seen.add(node.span.start);
        const definition = fromTerraform({ resource, node, type: machineType(resource, template) }, template);
        if (definition.machine && isVisiblyDefinition(definition.machine.root)) found.push(definition);
      }
    }
  }
  return found;
}

function mayBeDefinition(node: TreeNode): boolean {
  return node.kind === 'string' ? node.value.includes('StartAt') : isVisiblyDefinition(node);
}

function isVisiblyDefinition(root: TreeNode): boolean {
  return get(root, 'StartAt') !== undefined && get(root, 'States')?.kind === 'object';
}

/** The properties that can hold a definition; the first one that is there counts. */
const KEYS = ['DefinitionString', 'Definition', 'DefinitionUri', 'DefinitionS3Location'] as const;
type Key = (typeof KEYS)[number];

function written({ properties }: Resource): [Key, TreeNode | undefined] {
  const key = KEYS.find((name) => get(properties, name)) ?? 'Definition';
  return [key, get(properties, key)];
}

function definitionOf(key: Key, node: TreeNode, resource: Resource, template: Template): EmbeddedDefinition {
  const found = { resource, node, type: machineType(resource, template) };
  if (key === 'DefinitionString') return fromString(found, template);
  if (template.kind === 'terraform') return fromTerraform(found, template);
  if (template.kind === 'serverless' && node.kind === 'string')
    return { ...found, path: includedFile(node.value) };
  const substitutions = substitutionsIn(getObject(resource.properties, 'DefinitionSubstitutions'));
  if (key === 'Definition') return fromObject({ ...found, substitutions }, template);
  // A bucket's object is nowhere in the workspace.
  return { ...found, substitutions, path: template.literal(node) };
}

/** `${file(flows/load.yml)}`, or a part of it behind a colon, which is no file with a definition. */
function includedFile(text: string): string | undefined {
  return /^\$\{file\(\s*([^)\s]+)\s*\)\}$/.exec(text)?.[1];
}

function machineType({ properties }: Resource, template: Template): MachineType {
  const written = get(properties, 'StateMachineType') ?? get(properties, 'Type');
  // Modules write it in small letters as well.
  return template.literal(written)?.toUpperCase() === 'EXPRESS' ? 'EXPRESS' : 'STANDARD';
}

/** `definition` is an object by `jsonencode`, a text, or a call that reads a file. */
function fromTerraform(found: EmbeddedDefinition, template: Template): EmbeddedDefinition {
  if (found.node.kind === 'object') return fromObject(found, template);
  return found.node.kind === 'string'
    ? fromText(found, template.tree)
    : { ...found, ...fileRead(found.node, template) };
}

/** A text, or by `Fn::ToJsonString` an object that becomes one. */
function fromString(found: EmbeddedDefinition, template: Template): EmbeddedDefinition {
  const { node } = found;
  const inner = node.kind === 'dynamic' && node.tag === 'ToJsonString' ? node.inner : undefined;
  return inner?.kind === 'object'
    ? fromObject({ ...found, node: inner }, template)
    : fromText(found, template.tree);
}

function fromText(found: EmbeddedDefinition, host: Tree): EmbeddedDefinition {
  const { node, type, resource } = found;
  const text = embeddedJson(node, host);
  if (!text) return found;
  const filled = node.kind === 'string' && node.tag !== 'Sub';
  const substitutions =
    filled && host.format !== 'hcl'
      ? substitutionsIn(getObject(resource.properties, 'DefinitionSubstitutions'))
      : undefined;
  const readable = !host.problems.some(({ harmless }) => !harmless);
  return { ...found, text, machine: readable ? buildStateMachine(text, type) : undefined, substitutions };
}

function fromObject(found: EmbeddedDefinition, { tree, literal }: Template): EmbeddedDefinition {
  const { node, type } = found;
  if (node.kind === 'object') return { ...found, machine: buildStateMachine(treeOf(node, tree), type) };
  // `Fn::Transform` takes the file that it names in the place of the value.
  const included = node.kind === 'dynamic' && node.tag === 'Transform' ? node.inner : undefined;
  return { ...found, path: literal(get(getObject(included, 'Parameters'), 'Location')) };
}

/** A part of a tree as a tree of its own. */
function treeOf(root: ObjectNode, { format, source, problems, comments }: Tree): Tree {
  return { format, source, problems, comments, root };
}

/** Names and values of `DefinitionSubstitutions`; none where it is absent. */
function substitutionsIn(section: ObjectNode | undefined): Substitution[] {
  return (section?.properties ?? []).map(({ key, value }) => ({ name: key.value, key, value }));
}
