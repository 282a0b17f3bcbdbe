import type { Expression } from '../../syntax/code/ast';

/** The members of an object, or what a property class of the CDK for Python is made with. */
export function membersOf(value: Expression | undefined): ReadonlyMap<string, Expression> {
  if (value?.kind === 'object')
    return new Map(value.entries.flatMap(({ key, value: member }) => (key ? [[key, member] as const] : [])));
  if (value?.kind !== 'call') return new Map();
  return new Map(
    value.arguments.flatMap(({ name, value: member }) => (name ? [[name, member] as const] : [])),
  );
}
