import { get, getObject } from '../../syntax/navigate';
import type { ObjectNode, Property, Tree, TreeNode } from '../../syntax/tree';
import { alternativesOf, Literals, type FillGap } from './literal';
import { referenceOf, referencesIn, type Names } from './reference';
import type { Parameter, Resource, Template, TemplateKind } from './template';

/** What a file in CloudFormation's language, or in one made of it, was found to hold. */
export interface Found {
  readonly kind: TemplateKind;
  readonly tree: Tree;
  readonly resources: readonly Resource[];
  readonly policyDocuments?: readonly Resource[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** The object with `Conditions` and `Mappings`. */
  readonly sections: TreeNode | undefined;
  /** Further names of resources. */
  readonly aliases?: ReadonlyMap<string, Resource>;
  /** What a resource has without saying it. */
  readonly inherited?: (resource: Resource, name: string) => TreeNode | undefined;
  /** What `${…}` in any text stands for. */
  readonly fillGap?: FillGap;
}

/** The model of a template whose functions are CloudFormation's. */
export function assemble(found: Found): Template {
  const { kind, tree, resources, parameters, sections, aliases, inherited, fillGap } = found;
  const byId = new Map([
    ...(aliases ?? []),
    ...resources.map((resource) => [resource.id, resource] as const),
  ]);
  const names: Names = { resources: byId, parameters };
  const literals = new Literals(get(sections, 'Mappings'), fillGap);
  return {
    kind,
    tree,
    resources,
    policyDocuments: found.policyDocuments ?? [],
    holders: [],
    byId,
    parameters,
    conditions: entries(getObject(sections, 'Conditions'), (value) => value),
    ofType: (type) => resources.filter((resource) => resource.type === type),
    property: (resource, name) => get(resource.properties, name) ?? inherited?.(resource, name),
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

/** The entries of a section by name. */
export function entries<T>(
  section: ObjectNode | undefined,
  read: (value: TreeNode, entry: Property) => T,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const entry of section?.properties ?? []) {
    if (entry.value) found.set(entry.name, read(entry.value, entry));
  }
  return found;
}
