import type { EmbeddedDefinition } from '../../../model/locate';
import type { StateMachine } from '../../../model/stateMachine';
import type { Template } from '../../../model/template';
import type { TextEdit } from '../../../syntax/edit';
import { property } from '../../../syntax/navigate';
import { placeholderNames } from '../../../syntax/placeholders';
import type { ObjectNode, Property } from '../../../syntax/tree';
import { Changes } from '../changes';
import { Draft } from '../draft';
import type { Place, RefactoringResult } from '../refactoring';
import type { Section } from '../section';
import type { Block } from '../stateBlocks';
import { callNested, joinedWords } from './nestedCall';
import { nestedHost, type NestedHost } from './nestedHost';
import { granted } from './permissions';
import { filledFrom, ResourceCopy } from './resourceCopy';

/** Stands for the ARN of the new machine until the host's own words for it are put there. */
const MARK = 'arnOfTheNestedMachine';
/** The mark as a whole value, in quotes or without. */
const MARKED = new RegExp(`(["']?)${MARK}\\1`, 'g');

/** The section becomes a resource beside the one that has the definition, and like it. */
export function nestedResource(place: Place, section: Section): RefactoringResult | undefined {
  const found = holderOf(place);
  if (!found) return undefined;
  const { embedded, template } = found;
  const { machine } = place;
  const host = nestedHost(embedded, template, section.entry.name);
  const arn = host.substitution === undefined ? MARK : `\${${host.substitution}}`;
  const { draft, blocks } = callNested(machine, section, arn);
  const call = draft.edit({ text: MARK, written: host.value });
  const nested = machineOf(place, section, blocks);
  const definition = nested.edit();
  if (!call || !definition) return undefined;
  const calling = { ...call, newText: filled(call.newText, host, embedded) };
  const names = new Set(namesIn(nested.machine));
  const copy = new ResourceCopy(embedded, template, propertiesOf(embedded, template));
  const suffix = `-${joinedWords(section.entry.name, '-')}`;
  const block = copy.write(host, suffix, definition, (name) => names.has(name));
  const substitutions = callerSubstitutions(found, host, draft);
  if (!block || !substitutions) return undefined;
  const { edits, remarks } = granted(embedded, template, host.id);
  return { edits: [calling, ...substitutions, ...edits, block], remarks };
}

interface Holder {
  readonly embedded: EmbeddedDefinition;
  readonly template: Template;
}

function holderOf({ document, machine }: Place): Holder | undefined {
  const { definitions, template } = document.located;
  const embedded = definitions.find((one) => one.machine === machine);
  return embedded && template && { embedded, template };
}

/** Why the resource that has a definition cannot have another one beside it. */
export function resourceInWay(place: Place): string | undefined {
  const found = holderOf(place);
  if (!found) return 'The definition belongs to no resource.';
  const { embedded, template } = found;
  const { resource, node } = embedded;
  if (resource.type === 'module' || resource.type === 'local')
    return `The definition is handed on by "${resource.id}", and what is made of it stands elsewhere.`;
  if (node.span.start < resource.node.span.start || resource.node.span.end < node.span.end)
    return `The definition stands outside of the resource "${resource.id}".`;
  if (place.document.located.definitions.filter((one) => one.resource === resource).length > 1)
    return `Which definition "${resource.id}" has depends on a condition.`;
  const written = template.tree.source.text.slice(resource.node.span.start, resource.node.span.end);
  if (template.tree.format === 'yaml' && template.tree.entangled && /[:-][ \t]+&[^\s&]/.test(written))
    return `The resource "${resource.id}" has an anchor, which can be there only once.`;
  return undefined;
}

/** The machine with nothing but the states of the section. */
function machineOf({ machine }: Place, { entry }: Section, blocks: readonly Block[]): Draft {
  const draft = new Draft(machine);
  draft.change((changes, { root, scope }) => {
    changes.remove(property(root, 'Comment'));
    const start = scope.startAt?.value;
    if (start) changes.value(start, entry.name);
  });
  draft.exchange(draft.machine.scope, draft.machine.scope.states, blocks);
  return draft;
}

/** The names that something outside fills into a machine. */
function namesIn({ tree: { source }, root }: StateMachine): string[] {
  return placeholderNames(
    source.text.slice(source.fromHost(root.span.start), source.fromHost(root.span.end)),
  );
}

/** What the host has for the ARN in the place of the mark. */
function filled(written: string, { value, gap }: NestedHost, { text }: EmbeddedDefinition): string {
  return text ? written.replaceAll(MARK, () => gap) : written.replace(MARKED, () => value);
}

/** The names that the calling machine still needs, and the new one. */
function callerSubstitutions(
  { embedded, template }: Holder,
  { substitution, value }: NestedHost,
  draft: Draft,
): TextEdit[] | undefined {
  const changes = new Changes();
  const properties = propertiesOf(embedded, template);
  const section = filledFrom(embedded, properties);
  const needed = new Set(namesIn(draft.machine));
  const added = substitution === undefined ? {} : { [substitution]: MARK };
  if (section && section.properties.length > 0) {
    const idle = section.properties.filter(({ name }) => !needed.has(name) && isNamed(embedded, name));
    if (idle.length === section.properties.length) changes.value(section, added);
    else {
      for (const each of idle) changes.remove(each);
      for (const [name, mark] of Object.entries(added)) changes.add(section, name, mark);
    }
  } else if (substitution !== undefined)
    changes.add(properties, 'DefinitionSubstitutions', added, definitionProperty(embedded));
  const edits = changes.edits(template.tree);
  return edits?.map((edit) => ({ ...edit, newText: edit.newText.replace(MARKED, () => value) }));
}

/** True for a name that the definition had until now; others were idle before. */
function isNamed({ machine }: EmbeddedDefinition, name: string): boolean {
  return machine !== undefined && namesIn(machine).includes(name);
}

/** The object of the text that has the properties. */
function propertiesOf({ resource }: EmbeddedDefinition, { kind }: Template): ObjectNode {
  return kind === 'cloudformation' || kind === 'sam' ? resource.properties : resource.node;
}

function definitionProperty({ node, resource }: EmbeddedDefinition): Property | undefined {
  return resource.properties.properties.find(
    ({ value }) => value && value.span.start <= node.span.start && node.span.end <= value.span.end,
  );
}
