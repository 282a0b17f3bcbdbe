import { getObject, getString } from '../../../syntax/navigate';
import type { ObjectNode, StringNode } from '../../../syntax/tree';
import type { Resource } from '../../template';

/** One entry of SAM's `Events`: what starts a function or a state machine. Events of the Serverless Framework are read as such. */
export interface SamEvent {
  readonly name: StringNode;
  readonly type: string;
  /** The whole entry, with `Type` and `Properties`. */
  readonly node: ObjectNode;
  readonly properties: ObjectNode;
}

/** Other types of CloudFormation have something else by this name, or nothing. */
const STARTED = /^AWS::Serverless::|^AWS::Lambda::Function$|^AWS::StepFunctions::StateMachine$/;

/** The events of a function or state machine; none of any other resource. */
export function samEvents({ type, properties: declared }: Resource): SamEvent[] {
  if (!STARTED.test(type)) return [];
  return (getObject(declared, 'Events')?.properties ?? []).flatMap(({ key, value }) => {
    const kind = getString(value, 'Type');
    if (value?.kind !== 'object' || !kind) return [];
    // Some events, for instance of an HTTP API, need none.
    const properties: ObjectNode = getObject(value, 'Properties') ?? {
      kind: 'object',
      span: value.span,
      properties: [],
    };
    return [{ name: key, type: kind.value, node: value, properties }];
  });
}
