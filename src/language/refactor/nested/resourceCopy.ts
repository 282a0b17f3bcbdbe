import type { EmbeddedDefinition } from '../../../model/locate';
import type { Template } from '../../../model/template';
import { applyEdits, type TextEdit } from '../../../syntax/edit';
import { EditedText } from '../../../syntax/editedText';
import { get, property } from '../../../syntax/navigate';
import type { ObjectNode, Property, Span, TreeNode } from '../../../syntax/tree';
import { Changes } from '../changes';
import type { NestedHost } from './nestedHost';

/** Names of state machines, by what templates call them. */
const NAMES = ['StateMachineName', 'Name', 'name'];

/** What there is once: what starts the machine, and its aliases. */
const ONCE = ['Events', 'events', 'AutoPublishAlias', 'DeploymentPreference', 'UseAliasAsEventTarget'];

/** The text of a resource with another key, name and definition, to stand beside it. */
export class ResourceCopy {
  readonly #embedded: EmbeddedDefinition;
  readonly #template: Template;
  readonly #text: EditedText;
  readonly #properties: ObjectNode;

  constructor(embedded: EmbeddedDefinition, template: Template, properties: ObjectNode) {
    this.#embedded = embedded;
    this.#template = template;
    this.#text = new EditedText(template.tree);
    this.#properties = properties;
  }

  /** The insertion of the copy behind its original; `definition` is a change of the original's. */
  write(
    host: NestedHost,
    suffix: string,
    definition: TextEdit,
    needs: (substitution: string) => boolean,
  ): TextEdit | undefined {
    const changes = new Changes();
    for (const name of ONCE) changes.remove(property(this.#properties, name));
    const edits: TextEdit[] = [definition, this.#keyed(host.key)];
    const name = NAMES.map((each) => property(this.#properties, each)).find((found) => found?.value);
    const named = name?.value && this.#named(name.value, suffix);
    if (named) edits.push(named);
    else changes.remove(name);
    if (this.#template.kind === 'serverless') this.#identify(changes, host.id, name);
    this.#keep(changes, needs);
    const changed = changes.edits(this.#template.tree);
    if (!changed) return undefined;
    const { start, end } = this.#block;
    const inside = [...edits, ...changed].map(({ span, newText }) => ({
      span: { start: span.start - start, end: span.end - start },
      newText,
    }));
    const block = applyEdits(this.#text.text.slice(start, end), inside);
    return { span: { start: end, end }, newText: this.#gap + block };
  }

  /** All of the original: the block of Terraform, else the key and its value. */
  get #block(): Span {
    const { key, node } = this.#embedded.resource;
    const { end } = node.span;
    if (this.#template.kind === 'terraform') return { start: this.#text.lineStart(key.start), end };
    return { start: key.start, end: this.#text.behindText(end) };
  }

  /** What stands between resources. */
  get #gap(): string {
    const { format } = this.#template.tree;
    const { start, end } = this.#block;
    const lineBreak = this.#text.text.includes('\r\n') ? '\r\n' : '\n';
    if (format === 'hcl') return lineBreak + lineBreak;
    const entry = this.#embedded.resource.node.parent;
    const siblings = entry?.kind === 'property' ? entry.parent.properties : [];
    const index = siblings.findIndex((sibling) => sibling === entry);
    const next = siblings.at(index + 1);
    const between = next
      ? this.#text.text.slice(end, next.span.start)
      : index > 0
        ? this.#text.text.slice(siblings[index - 1].span.end, start)
        : '\n';
    const indentation = this.#text.indentation(start);
    const isSpread = indentation.length === this.#text.column(start);
    const lines = /\n[ \t]*\r?\n/.test(between) ? lineBreak + lineBreak : lineBreak;
    return `${format === 'json' ? ',' : ''}${isSpread ? lines + indentation : ' '}`;
  }

  #keyed(name: string): TextEdit {
    const { key: span } = this.#embedded.resource;
    const sign = this.#text.text[span.start];
    const quote = sign === '"' || sign === "'" ? sign : '';
    return { span, newText: `${quote}${name}${quote}` };
  }

  /** A name like the original's, since two machines cannot have the same; absent where the host can do without. */
  #named(node: TreeNode, suffix: string): TextEdit | undefined {
    const { start, end } = node.span;
    if (node.kind === 'string') {
      const at = node.mapped.text.length;
      const newText = node.mapped.encode(suffix, at, at) ?? suffix;
      const place = node.mapped.toHost(at);
      return { span: { start: place, end: place }, newText };
    }
    if (this.#template.kind !== 'terraform') return undefined;
    const written = this.#text.text.slice(start, end);
    return { span: { start, end }, newText: `"\${${written}}${suffix}"` };
  }

  /** The plugin names what it makes by `id`, where there is one. */
  #identify(changes: Changes, id: string, after: Property | undefined): void {
    const written = get(this.#properties, 'id');
    if (written) changes.value(written, id);
    else changes.add(this.#properties, 'id', id, after);
  }

  #keep(changes: Changes, needs: (substitution: string) => boolean): void {
    const section = filledFrom(this.#embedded, this.#properties);
    if (!section) return;
    const idle = section.properties.filter(({ name }) => !needs(name));
    const isOwn = section.parent === property(this.#properties, 'DefinitionSubstitutions');
    if (idle.length < section.properties.length) for (const each of idle) changes.remove(each);
    else if (isOwn) changes.remove(property(this.#properties, 'DefinitionSubstitutions'));
    else changes.value(section, {});
  }
}

/** The names and values that fill a definition in, as `DefinitionSubstitutions` or `Fn::Sub` has them. */
export function filledFrom({ node }: EmbeddedDefinition, properties: ObjectNode): ObjectNode | undefined {
  const values = node.kind === 'dynamic' && node.tag === 'Sub' ? node.inner : undefined;
  const section = values?.kind === 'array' ? values.items.at(1) : get(properties, 'DefinitionSubstitutions');
  return section?.kind === 'object' ? section : undefined;
}
