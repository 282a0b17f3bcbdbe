import type { Located } from '../model/locate';
import type { Reference } from '../model/template';
import { contains } from '../syntax/navigate';
import type { Span } from '../syntax/tree';

/** A place that declares or names a resource or a parameter of a template. */
export interface TemplatePlace {
  readonly role: 'definition' | 'reference';
  readonly span: Span;
}

/** Every place of a template that names the resource or the parameter at an offset, in the order of the text. */
export function templateReferences({ template }: Located, offset: number): TemplatePlace[] {
  if (!template) return [];
  const isHere = ({ key }: { readonly key: Span }): boolean => contains(key, offset);
  const all = template.references(template.tree.root);
  const [named] = all
    .filter(({ span }) => contains(span, offset))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const parameters = [...template.parameters.values()];
  const resource = template.byId.get(named?.resource ?? '') ?? template.resources.find(isHere);
  const parameter = template.parameters.get(named?.parameter ?? '') ?? parameters.find(isHere);
  const declared = resource ?? parameter;
  if (!declared) return [];
  const isSame = (one: Reference): boolean =>
    resource ? one.resource === resource.id : one.parameter === parameter?.name;
  const places = new Map<number, TemplatePlace>();
  for (const one of all.filter(isSame)) places.set(one.span.start, { role: 'reference', span: one.span });
  return [{ role: 'definition' as const, span: declared.key }, ...places.values()].sort(
    (a, b) => a.span.start - b.span.start,
  );
}
