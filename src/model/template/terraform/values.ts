import type { DynamicNode, Span, StringNode, TreeNode } from '../../../syntax/tree';
import { combine, PossibleTexts } from '../possibleTexts';
import { alternativesOf } from '../literal';
import type { Reference } from '../template';
import { cloudFormationName } from './fields';

/** Locals that name locals go no deeper than this: they may go in a circle. */
const MAX_DEPTH = 10;

/** What is known in a file of Terraform. */
export interface TerraformNames {
  readonly resources: ReadonlyMap<string, { readonly id: string }>;
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly locals: ReadonlyMap<string, TreeNode>;
}

const PASSES_ON: ReadonlySet<string> = new Set(['tostring', 'trimspace', 'sensitive', 'nonsensitive']);

/** What expressions of Terraform name and give. */
export class TerraformValues {
  readonly #names: TerraformNames;
  readonly #texts = new PossibleTexts();

  constructor(names: TerraformNames) {
    this.#names = names;
  }

  /** The value that stands behind a local's name; any other value stands for itself. */
  follow(node: TreeNode, depth = 0): TreeNode {
    const name = node.kind === 'dynamic' && node.tag === 'traversal' ? (node.names[0] ?? '') : '';
    const local = name.startsWith('local.') ? this.#names.locals.get(name.slice(6)) : undefined;
    return local && depth < MAX_DEPTH ? this.follow(local, depth + 1) : node;
  }

  alternatives(node: TreeNode | undefined): TreeNode[] {
    return alternativesOf(node && this.follow(node))
      .map((value) => this.follow(value))
      .filter(({ kind }) => kind !== 'null');
  }

  reference(node: TreeNode | undefined, depth = 0): Reference | undefined {
    const value = node && depth < MAX_DEPTH ? this.follow(node) : undefined;
    if (value?.kind === 'string') {
      const [gap, ...others] = value.gaps ?? [];
      const only = gap && others.length === 0 && /^\$\{[^{}]*\}$/.test(value.value);
      return only ? this.reference(gap, depth + 1) : undefined;
    }
    if (value?.kind !== 'dynamic') return undefined;
    if (value.tag === 'call' && PASSES_ON.has(value.names[0]))
      return this.reference(argumentsOf(value)[0], depth + 1);
    return value.tag === 'traversal' ? this.#resolve(value.names[0] ?? '', value.span) : undefined;
  }

  /** Each local is looked into once: locals may name each other in a circle. */
  *references(node: TreeNode | undefined, seen = new Set<TreeNode>()): Iterable<Reference> {
    const only = this.reference(node);
    if (only) {
      yield only;
      return;
    }
    const value = node && this.follow(node);
    if (value && value !== node) {
      if (seen.has(value)) return;
      seen.add(value);
    }
    if (value?.kind === 'object') {
      for (const entry of value.properties) yield* this.references(entry.value, seen);
    } else if (value?.kind === 'array') {
      for (const item of value.items) yield* this.references(item, seen);
    } else if (value?.kind === 'string') {
      for (const gap of value.gaps ?? []) yield* this.references(gap, seen);
    } else if (value?.kind === 'dynamic') yield* this.references(value.inner, seen);
  }

  /** The texts that a value can be, with a gap for each part that is not known. */
  literals(node: TreeNode | undefined): readonly string[] {
    if (!node) return [];
    return this.#texts.of(node, () =>
      this.alternatives(node).flatMap((value) => {
        if (value === node) return this.#value(value);
        return this.#texts.of(value, () => this.#value(value));
      }),
    );
  }

  #value(value: TreeNode): readonly string[] {
    if (value.kind === 'string') return this.#text(value);
    if (value.kind === 'number' || value.kind === 'boolean') return [value.raw];
    return value.kind === 'dynamic' && value.tag === 'call' ? this.#call(value) : [];
  }

  #text({ value, gaps = [] }: StringNode): string[] {
    const written = [...value.matchAll(/\$\{[^{}]*\}/g)];
    // A text that only looks like a gap makes it unclear which gap is which.
    if (written.length !== gaps.length) return [value];
    let results = [''];
    let from = 0;
    for (const [index, match] of written.entries()) {
      const known = this.literals(gaps[index]);
      const pieces = known.length > 0 ? known : [gapName(gaps[index], match[0])];
      const before = value.slice(from, match.index);
      results = combine(
        results,
        pieces.map((piece) => before + piece),
      );
      from = match.index + match[0].length;
    }
    return combine(results, [value.slice(from)]);
  }

  #call(node: DynamicNode): readonly string[] {
    const [first, second] = argumentsOf(node);
    const name = node.names[0];
    if (PASSES_ON.has(name)) return this.literals(first);
    if (name !== 'join' || first?.kind !== 'string' || second?.kind !== 'array') return [];
    return second.items.reduce<string[]>(
      (results, item, index) => {
        const known = this.literals(item);
        const pieces = known.length > 0 ? known : [gapName(item, '${}')];
        return combine(
          results,
          pieces.map((piece) => (index === 0 ? piece : first.value + piece)),
        );
      },
      [''],
    );
  }

  /** The longest name that is known; what follows it is an attribute, called as CloudFormation does. */
  #resolve(name: string, span: Span): Reference {
    const { resources, parameters } = this.#names;
    if (name.startsWith('var.') && parameters.has(name.slice(4).split('.')[0])) {
      return { span, parameter: name.slice(4).split('.')[0] };
    }
    const [type, label, attribute] = name.split('.');
    const resource = resources.get(`${type}.${label}`);
    if (!resource) return { span, external: name };
    const whole = attribute === undefined || attribute === 'id';
    return { span, resource: resource.id, ...(!whole && { attribute: cloudFormationName(attribute) }) };
  }
}

function argumentsOf({ inner }: DynamicNode): readonly TreeNode[] {
  return inner?.kind === 'array' ? inner.items : [];
}

function gapName(node: TreeNode, written: string): string {
  return node.kind === 'dynamic' && node.names.length === 1 ? `\${${node.names[0]}}` : written;
}
