import type { Resource, Template } from './template';
import { oncePer } from '../oncePer';

/** The resources whose text names a resource, by its id; worked out once for a template. */
export function namedBy(id: string, template: Template): readonly Resource[] {
  return indexOf(template).get(id) ?? [];
}

const indexOf = oncePer((template: Template): ReadonlyMap<string, readonly Resource[]> => {
  const index = new Map<string, Resource[]>();
  for (const resource of template.resources) {
    const named = new Set(template.references(resource.node).flatMap(({ resource: id }) => id ?? []));
    for (const id of named) {
      const list = index.get(id);
      if (list) list.push(resource);
      else index.set(id, [resource]);
    }
  }
  return index;
});
