import { getObject, getString } from '../../../syntax/navigate';
import type { ObjectNode, StringNode } from '../../../syntax/tree';
import type { Resource } from '../../template';

/** One entry of SAM's `Events`: what starts a function or a state machine. */
export interface SamEvent {
  readonly name: StringNode;
  readonly type: string;
  /** The whole entry, with `Type` and `Properties`. */
  readonly node: ObjectNode;
  readonly properties: ObjectNode;
}

/** The events of a resource of SAM; none of any other. */
export function samEvents({ type, properties }: Resource): SamEvent[] {
  if (!type.startsWith('AWS::Serverless::')) return [];
  return (getObject(properties, 'Events')?.properties ?? []).flatMap(({ key, value }) => {
    const kind = getString(value, 'Type');
    const own = getObject(value, 'Properties');
    if (value?.kind !== 'object' || !kind || !own) return [];
    return [{ name: key, type: kind.value, node: value, properties: own }];
  });
}
