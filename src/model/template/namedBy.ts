import type { Resource, Template } from './template';

const CACHE = new WeakMap<Template, ReadonlyMap<string, readonly Resource[]>>();

/** The resources whose text names a resource, by its id; worked out once for a template. */
export function namedBy(id: string, template: Template): readonly Resource[] {
  let index = CACHE.get(template);
  if (!index) CACHE.set(template, (index = makeIndex(template)));
  return index.get(id) ?? [];
}

function makeIndex(template: Template): ReadonlyMap<string, readonly Resource[]> {
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
}
