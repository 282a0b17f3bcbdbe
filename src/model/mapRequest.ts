import { mapRequest, type MapParameter } from '../catalog/mapRequests';
import type { Owner } from '../catalog/fieldTypes';
import { parseResourceArn } from '../expressions/resourceArn';
import { getString } from '../syntax/navigate';
import type { ObjectNode, StringNode, TreeNode } from '../syntax/tree';

const OWNERS: ReadonlyMap<string, Owner> = new Map([
  ['ItemReader', 'itemReader'],
  ['ResultWriter', 'resultWriter'],
]);

/** What the call of a Map's "ItemReader" or "ResultWriter" takes; none for any other object. */
export function parametersOfMap(holder: TreeNode | undefined): readonly MapParameter[] {
  const around = holder?.parent?.kind === 'property' ? holder.parent.name : '';
  const owner = OWNERS.get(around);
  const resource = owner && getString(holder, 'Resource');
  if (!owner || !resource) return [];
  const { service, action } = parseResourceArn(resource.value);
  return mapRequest(owner, `${service}:${action}`);
}

/** The object with "Resource" and "Parameters" or "Arguments" around the object that these are. */
export function holderOfRequest({ parent }: ObjectNode): ObjectNode | undefined {
  const name = parent?.kind === 'property' ? parent.name : '';
  return parent?.kind === 'property' && /^(?:Parameters|Arguments)$/.test(name) ? parent.parent : undefined;
}

/** The parameter that a key names in the call of a Map's reader or writer. */
export function mapParameterAt({ parent, value }: StringNode): MapParameter | undefined {
  const holder = parent?.kind === 'property' ? holderOfRequest(parent.parent) : undefined;
  const name = value.replace(/\.\$$/, '');
  return parametersOfMap(holder).find((parameter) => parameter.name === name);
}
