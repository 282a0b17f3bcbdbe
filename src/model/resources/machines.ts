import { get, getItems, getObject, property } from '../../syntax/navigate';
import type { ObjectNode, Property, TreeNode } from '../../syntax/tree';
import type { EmbeddedDefinition, Located } from '../locate';
import type { Resource, Template } from '../template';
import { roleOf } from './access';

/** A state machine that a template declares, with how it logs and as whom it runs. */
export interface MachineResource {
  readonly resource: Resource;
  /** Absent where the type is not known here. */
  readonly type?: 'STANDARD' | 'EXPRESS';
  readonly definition?: EmbeddedDefinition;
  readonly logging?: Logging;
  /** The role, where it is in this template; of SAM the machine itself, when SAM makes its role. */
  readonly role?: Resource;
}

export interface Logging {
  readonly property: Property;
  /** Absent where the configuration is not an object of this file. */
  readonly node?: ObjectNode;
  /** `OFF` where it says nothing; absent where it is not known. */
  readonly level?: string;
  /** The log groups that it names. */
  readonly destinations: readonly TreeNode[];
}

const TYPES: readonly string[] = ['AWS::StepFunctions::StateMachine', 'AWS::Serverless::StateMachine'];

/** The state machines of a template, in document order. */
export function machinesOf(located: Located): MachineResource[] {
  const { template } = located;
  return (template?.resources ?? [])
    .filter(({ type }) => TYPES.includes(type))
    .flatMap((resource) => (template ? machineOf(resource, located, template) : []));
}

function machineOf(resource: Resource, { definitions }: Located, template: Template): MachineResource {
  const { properties } = resource;
  const written = get(properties, 'StateMachineType') ?? get(properties, 'Type');
  const word = written ? template.literal(written) : 'STANDARD';
  return {
    resource,
    ...((word === 'STANDARD' || word === 'EXPRESS') && { type: word }),
    definition: definitions.find((definition) => definition.resource === resource),
    logging: loggingOf(properties, template),
    role: roleOf(resource, template),
  };
}

function loggingOf(properties: ObjectNode, template: Template): Logging | undefined {
  const written = property(properties, 'LoggingConfiguration') ?? property(properties, 'Logging');
  if (!written?.value) return undefined;
  const [only, ...others] = template.alternatives(written.value);
  const node = only?.kind === 'object' && others.length === 0 ? only : undefined;
  const level = node && get(node, 'Level');
  const destinations = node ? getItems(node, 'Destinations') : [];
  const own = getObject(node, 'Destinations');
  return {
    property: written,
    node,
    level: node ? (level ? template.literal(level) : 'OFF') : undefined,
    // The Serverless Framework lists the log groups themselves.
    destinations: [...destinations, ...(own ? [own] : [])].flatMap((item) =>
      item.kind === 'object' ? (get(getObject(item, 'CloudWatchLogsLogGroup'), 'LogGroupArn') ?? []) : [item],
    ),
  };
}
