import { MadeProperty } from '../../../syntax/madeProperty';
import { get, getItems } from '../../../syntax/navigate';
import type { ObjectNode, Property, StringNode, TreeNode } from '../../../syntax/tree';
import type { Fields } from './fields';
import type { Normalizer } from './normalize';

const STATEMENT: Fields = {
  statement: {
    as: 'Statement',
    list: true,
    fields: {
      actions: 'Action',
      not_actions: 'NotAction',
      resources: 'Resource',
      not_resources: 'NotResource',
      principals: { as: 'Principal', list: true },
      not_principals: { as: 'NotPrincipal', list: true },
      condition: { as: 'Condition', list: true },
    },
  },
};

/** What `data "aws_iam_policy_document"` says, as the policy that it makes. */
export function policyDocument(block: ObjectNode, normalizer: Normalizer): ObjectNode {
  const document = normalizer.body(block, STATEMENT);
  for (const statement of getItems(document, 'Statement')) {
    if (statement.kind !== 'object') continue;
    for (const entry of statement.properties) {
      if (entry.name.endsWith('Principal')) keyed(entry, ['Type'], 'Identifiers');
      else if (entry.name === 'Condition') keyed(entry, ['Test', 'Variable'], 'Values');
    }
  }
  return document;
}

/** Turns a list of `{ type, identifiers }` into an object by type, in place. */
function keyed(entry: Property, keys: readonly string[], valueKey: string): void {
  if (entry.value?.kind !== 'array') return;
  const object: ObjectNode = { kind: 'object', span: entry.value.span, properties: [], parent: entry };
  for (const item of entry.value.items) {
    const names = keys.map((key) => get(item, key));
    if (names.every((name) => name?.kind === 'string')) place(object, names, get(item, valueKey));
  }
  entry.value = object;
}

function place(object: ObjectNode, [key, ...rest]: readonly StringNode[], value: TreeNode | undefined): void {
  const existing = object.properties.find((candidate) => candidate.name === key.value);
  const entry = existing ?? new MadeProperty(key, object, key.span);
  if (!existing) object.properties.push(entry);
  if (rest.length === 0) entry.value = value;
  else {
    if (entry.value?.kind !== 'object') {
      entry.value = { kind: 'object', span: key.span, properties: [], parent: entry };
    }
    place(entry.value, rest, value);
  }
}
