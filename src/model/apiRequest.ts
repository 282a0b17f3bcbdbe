import {
  apiAction,
  apiOfOptimized,
  type ApiAction,
  type ApiMember,
  type ApiStructure,
  type ApiType,
  isApiLoaded,
  isReservedName,
  spelledName,
} from '../catalog/api';
import { integrationAction } from '../catalog/integrations';
import { isJsonataString } from '../expressions/jsonata';
import type { ResourceArn } from '../expressions/resourceArn';
import { property } from '../syntax/navigate';
import type { ObjectNode, Property, StringNode, TreeNode } from '../syntax/tree';
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
  | {
      readonly kind: 'spelling';
      readonly property: Property;
      readonly name: string;
      readonly member: ApiMember;
    }
  | { readonly kind: 'type'; readonly node: TreeNode; readonly name: string; readonly type: ApiType }
  | {
      readonly kind: 'value';
      readonly node: StringNode;
      readonly name: string;
      /** What the models list, which may be less than what the service takes by now. */
      readonly values: readonly string[];
    };

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
  return isApiLoaded() ? problemsOf(task) : NO_PROBLEMS;
}

const NO_PROBLEMS: readonly RequestProblem[] = [];

const problemsOf = oncePer(({ state, arn }: TaskResource): readonly RequestProblem[] => {
  const api = apiActionOf(arn);
  if (!api) return NO_PROBLEMS;
  const request = new Request(arn.kind === 'optimized');
  for (const name of REQUESTS) {
    const written = property(state.node, name);
    if (written?.value?.kind === 'object') request.inStructure(written.value, written, api.input);
  }
  return request.problems;
});

/** The fields that hold what a task sends. */
const REQUESTS = ['Parameters', 'Arguments'];

/** A parameter of a structure by its name, with or without ".$", also where only big and small letters differ. */
export function memberCalled({ members }: ApiStructure, key: string): ApiMember | undefined {
  const name = key.replace(/\.\$$/, '');
  const exact = members.get(name);
  if (exact || /^[a-z]/.test(name)) return exact;
  const small = name.toLowerCase();
  for (const member of members.values()) if (member.name.toLowerCase() === small) return member;
  return isReservedName(name) ? members.get(`${name}Value`) : undefined;
}

/** Compares what a task writes with what its API takes. */
class Request {
  readonly problems: RequestProblem[] = [];
  /** Whether it is an optimized integration, some of which take what the API itself calls its parameters. */
  readonly #optimized: boolean;

  constructor(optimized: boolean) {
    this.#optimized = optimized;
  }

  inStructure(object: ObjectNode, key: Property, structure: ApiStructure): void {
    const given: string[] = [];
    let open = false;
    for (const one of object.properties) {
      const isPath = one.name.endsWith('.$');
      const name = isPath ? one.name.slice(0, -2) : one.name;
      if (one.dynamic || name.startsWith('Fn::') || name.startsWith('<<')) {
        open = true;
        continue;
      }
      const member = memberCalled(structure, name);
      if (!member) {
        this.problems.push({ kind: 'unknown', property: one, name, structure });
        continue;
      }
      given.push(member.name);
      if (!this.#isSpelled(name, member, structure))
        this.problems.push({ kind: 'spelling', property: one, name, member });
      if (!isPath && one.value) this.#inValue(one.value, one, member.type);
    }
    if (open) return;
    let members: ApiMember[] | undefined;
    for (const member of structure.members.values())
      if (member.required && !given.includes(member.name)) (members ??= []).push(member);
    if (members) this.problems.push({ kind: 'missing', object, key, members });
  }

  #isSpelled(name: string, member: ApiMember, structure: ApiStructure): boolean {
    if (name === member.name || isAttributeValue(structure) || isReservedName(name)) return true;
    return this.#optimized && spelledName(name) === member.name;
  }

  #inValue(node: TreeNode, key: Property, type: ApiType): void {
    if (node.kind === 'dynamic' || node.kind === 'null') return;
    if (node.kind === 'string' && (node.dynamic || isJsonataString(node.value))) return;
    if (isFunction(node)) return;
    if (!fits(node, type)) {
      this.problems.push({ kind: 'type', node, name: key.name, type });
    } else if (node.kind === 'object' && type.kind === 'structure') {
      this.inStructure(node, key, type);
    } else if (node.kind === 'object' && type.kind === 'map') {
      for (const one of node.properties)
        if (one.value && !one.name.endsWith('.$')) this.#inValue(one.value, one, type.of);
    } else if (node.kind === 'array' && type.kind === 'list') {
      for (const item of node.items) this.#inValue(item, key, type.of);
    } else if (node.kind === 'string' && type.kind === 'enum' && !type.values.includes(node.value)) {
      this.problems.push({ kind: 'value', node, name: key.name, values: type.values });
    }
  }
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
export function isAttributeValue({ members }: ApiStructure): boolean {
  return members.has('S') && members.has('BOOL');
}

/** A function of CloudFormation in a definition that is written as an object. */
function isFunction(node: TreeNode): boolean {
  return (
    node.kind === 'object' && node.properties.length === 1 && /^(?:Ref$|Fn::)/.test(node.properties[0].name)
  );
}
