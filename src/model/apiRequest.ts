import {
  apiAction,
  apiOfOptimized,
  type ApiAction,
  type ApiMember,
  type ApiStructure,
  type ApiType,
} from '../catalog/api';
import { integrationAction } from '../catalog/integrations';
import { isJsonataString } from '../expressions/jsonata';
import type { ResourceArn } from '../expressions/resourceArn';
import { property } from '../syntax/navigate';
import type { ArrayNode, ObjectNode, Property, TreeNode } from '../syntax/tree';
import type { TaskResource } from './taskResources';
import { oncePer } from './oncePer';

/** What a request has that its API does not know, or lacks what the API asks for. */
export type RequestProblem =
  | {
      readonly kind: 'unknown';
      readonly property: Property;
      readonly name: string;
      readonly structure: ApiStructure;
    }
  | {
      readonly kind: 'missing';
      readonly object: ObjectNode;
      readonly key: Property;
      readonly members: readonly ApiMember[];
    }
  | { readonly kind: 'type'; readonly node: TreeNode; readonly name: string; readonly type: ApiType };

/** The API action behind a "Resource"; undefined where there is none, or the catalogue is not loaded. */
export function apiActionOf({ kind, service = '', action = '' }: ResourceArn): ApiAction | undefined {
  if (kind === 'sdk') return apiAction(service, action);
  return kind === 'optimized' && integrationAction(service, action)
    ? apiOfOptimized(service, action)
    : undefined;
}

/** What is wrong with what a task writes literally into its request; what a path or an expression gives is left alone. */
export function requestProblems(task: TaskResource): readonly RequestProblem[] {
  // The catalogue may be loaded later: that there is none is not kept.
  return apiActionOf(task.arn) ? problemsOf(task) : [];
}

const problemsOf = oncePer((task: TaskResource): readonly RequestProblem[] => {
  const api = apiActionOf(task.arn);
  return api ? [...inRequest(task, api)] : [];
});

function* inRequest({ state }: TaskResource, api: ApiAction): Iterable<RequestProblem> {
  for (const name of ['Parameters', 'Arguments']) {
    const request = property(state.node, name);
    if (request?.value?.kind === 'object') yield* inStructure(request.value, request, api.input);
  }
}

/** A parameter of a structure by its name, with or without ".$"; acronyms may be written as the API writes them. */
export function memberCalled({ members }: ApiStructure, key: string): ApiMember | undefined {
  const name = key.replace(/\.\$$/, '');
  const exact = members.get(name);
  if (exact || /^[a-z]/.test(name)) return exact;
  const small = name.toLowerCase();
  for (const member of members.values()) if (member.name.toLowerCase() === small) return member;
  return undefined;
}

function* inStructure(object: ObjectNode, key: Property, structure: ApiStructure): Iterable<RequestProblem> {
  const given = new Set<string>();
  let open = false;
  for (const one of object.properties) {
    const name = one.name.replace(/\.\$$/, '');
    if (one.key.dynamic || /^(?:Fn::|<<)/.test(name)) {
      open = true;
      continue;
    }
    const member = memberCalled(structure, name);
    if (!member) {
      yield { kind: 'unknown', property: one, name, structure };
      continue;
    }
    given.add(member.name);
    if (name === one.name && one.value) yield* inValue(one.value, one, member.type);
  }
  if (open) return;
  const members = [...structure.members.values()].filter(
    ({ name, required }) => required && !given.has(name),
  );
  if (members.length > 0) yield { kind: 'missing', object, key, members };
}

function* inValue(node: TreeNode, key: Property, type: ApiType): Iterable<RequestProblem> {
  if (node.kind === 'dynamic' || node.kind === 'null') return;
  if (node.kind === 'string' && (node.dynamic || isJsonataString(node.value))) return;
  if (isFunction(node)) return;
  if (!fits(node, type)) {
    yield { kind: 'type', node, name: key.name, type };
  } else if (node.kind === 'object' && type.kind === 'structure') {
    yield* inStructure(node, key, type);
  } else if (node.kind === 'object' && type.kind === 'map') {
    for (const one of node.properties)
      if (one.value && !one.name.endsWith('.$')) yield* inValue(one.value, one, type.of);
  } else if (node.kind === 'array' && type.kind === 'list') {
    yield* inItems(node, key, type.of);
  }
}

function* inItems({ items }: ArrayNode, key: Property, type: ApiType): Iterable<RequestProblem> {
  for (const item of items) yield* inValue(item, key, type);
}

/** Only what no service can take: texts take any JSON, which Step Functions writes out as text. */
function fits(node: TreeNode, type: ApiType): boolean {
  switch (type.kind) {
    case 'structure':
      return node.kind === 'object' || isAttributeValue(type);
    case 'map':
      return node.kind === 'object';
    case 'list':
      return node.kind === 'array';
    case 'number':
      return node.kind === 'number' || (node.kind === 'string' && Number.isFinite(Number(node.value)));
    case 'boolean':
      return node.kind === 'boolean' || (node.kind === 'string' && /^(?:true|false)$/i.test(node.value));
    default:
      return true;
  }
}

/** A value of DynamoDB, for which the optimized integration takes a plain text as well. */
function isAttributeValue({ members }: ApiStructure): boolean {
  return members.has('S') && members.has('BOOL');
}

/** A function of CloudFormation in a definition that is written as an object. */
function isFunction(node: TreeNode): boolean {
  return (
    node.kind === 'object' && node.properties.length === 1 && /^(?:Ref$|Fn::)/.test(node.properties[0].name)
  );
}
