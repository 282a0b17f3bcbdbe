import { getItems } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import type { Resource, Template } from '../template';
import { accessOf, coversAction, roleOf } from './access';

/** Templates of SAM's that are for writing. One that also reads is often there for reading only. */
const WRITES: ReadonlySet<string> = new Set(['S3WritePolicy']);

/** What names the buckets that a function or machine may put objects into, as its role in this template says. */
export function bucketsWritten(target: Resource, template: Template): readonly TreeNode[] {
  const role = roleOf(target, template);
  if (!role) return [];
  const byStatement = accessOf(template)
    .of(role)
    .statements.filter(
      ({ allows, actions }) =>
        allows &&
        actions.some(({ name }) => !/^(?:s3:)?\*$/.test(name) && coversAction(name, 's3:PutObject')),
    )
    .flatMap(({ resources }) => resources);
  const byTemplate = getItems(target.properties, 'Policies').flatMap((policy) =>
    policy.kind === 'object'
      ? policy.properties.flatMap(({ name, value }) => (WRITES.has(name) && value ? [value] : []))
      : [],
  );
  return [...byStatement, ...byTemplate];
}
