import type { ApiStructure, ApiType } from '../catalog/api';

/** An empty request value. */
export type EmptyValue = string | number | boolean | EmptyValue[] | { [name: string]: EmptyValue };

/** The least that a type of an API takes: what it requires, filled with empty values. */
export function emptyRequest(type: ApiType, outer: readonly ApiStructure[] = []): EmptyValue {
  switch (type.kind) {
    case 'enum':
      return type.values[0] ?? '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'list':
      return type.of.kind === 'structure' && !outer.includes(type.of) ? [emptyRequest(type.of, outer)] : [];
    case 'map':
      return {};
    case 'structure': {
      const required = [...type.members.values()].filter((member) => member.required);
      if (outer.includes(type)) return {};
      return Object.fromEntries(
        required.map((member) => [member.name, emptyRequest(member.type, [...outer, type])]),
      );
    }
    default:
      return '';
  }
}
