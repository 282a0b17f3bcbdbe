import type { ObjectNode, Property, TreeNode } from '../syntax/tree';

/** What the model takes from a state's fields; of several with one name the last, as JSON readers take it. */
export interface StateParts {
  Type?: Property;
  Resource?: Property;
  QueryLanguage?: Property;
  Next?: Property;
  Default?: Property;
  End?: Property;
  Retry?: Property;
  Catch?: Property;
  Choices?: Property;
  Branches?: Property;
  ItemProcessor?: Property;
  Iterator?: Property;
  /** True where there are states inside. */
  isNested: boolean;
}

/** One look at each field: asked for one by one, they would be ten for each. */
export function partsOf(node: ObjectNode): StateParts {
  const parts: StateParts = { isNested: false };
  for (const entry of node.properties) {
    const name = entry.name;
    switch (name) {
      case 'Branches':
      case 'ItemProcessor':
      case 'Iterator':
        parts.isNested = true;
        parts[name] = entry;
        break;
      case 'Type':
      case 'Resource':
      case 'QueryLanguage':
      case 'Next':
      case 'Default':
      case 'End':
      case 'Retry':
      case 'Catch':
      case 'Choices':
        parts[name] = entry;
        break;
    }
  }
  return parts;
}

export function text(entry: Property | undefined): string | undefined {
  return entry?.value?.kind === 'string' ? entry.value.value : undefined;
}

export function items(entry: Property | undefined): readonly TreeNode[] {
  return entry?.value?.kind === 'array' ? entry.value.items : NO_NODES;
}

/** Those of some nodes that are objects. */
export function objects(nodes: readonly TreeNode[]): readonly ObjectNode[] {
  return nodes.every(isObject) ? nodes : nodes.filter(isObject);
}

function isObject(node: TreeNode): node is ObjectNode {
  return node.kind === 'object';
}

/** Shared by all states that have none. */
const NO_NODES: readonly ObjectNode[] = [];
