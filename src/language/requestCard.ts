import { apiDate, requestPage, type ApiAction, type ApiStructure, type ApiType } from '../catalog/api';
import type { RequestMember } from '../model/requestPath';
import { card } from './hover/card';

const NAMES: Readonly<Record<ApiType['kind'], string>> = {
  string: 'string',
  number: 'number',
  boolean: 'true or false',
  blob: 'data',
  timestamp: 'timestamp',
  any: 'any JSON',
  enum: 'one of some words',
  list: 'list',
  map: 'object by name',
  structure: 'object',
};

/** A type in a few words: "list of strings". */
export function typeName(type: ApiType): string {
  if (type.kind === 'list') return `list of ${typeName(type.of)}`;
  return type.kind === 'map' ? `object of ${typeName(type.of)} by name` : NAMES[type.kind];
}

/** What the request of an action takes: required parameters, then how many others. */
export function describeRequest({ members }: ApiStructure): string[] {
  const required = [...members.values()].filter((member) => member.required);
  const others = [...members.values()].filter((member) => !member.required);
  const some = others.slice(0, MOST_NAMES);
  const more = others.length - some.length;
  return [
    required.length > 0 ? `Requires ${namesOf(required)}.` : '',
    others.length > 0 ? `Takes ${namesOf(some)}${more > 0 ? ` and ${more} more` : ''}.` : '',
  ].filter(Boolean);
}

/** Says of what day the facts about an API are, with the page of its request. */
export function apiSource({ service, action }: ApiAction): string {
  return `[Request in the API reference](${requestPage(service.prefix, action)}) · API models of ${apiDate()}`;
}

/** A parameter as a card. */
export function parameterCard({ task, api, member }: RequestMember): string {
  const { service, action } = task.arn;
  const inner = innermost(member.type);
  const limits = [
    inner.kind === 'enum' ? `One of ${inner.values.map((value) => `\`${value}\``).join(', ')}.` : '',
    ...(inner.kind === 'structure' ? describeRequest(inner) : []),
  ];
  return card({
    title: member.name,
    kind: [typeName(member.type), member.required ? 'required' : ''].filter(Boolean).join(' · '),
    meaning: `Parameter of \`${service}:${action}\`.`,
    limits: limits.filter(Boolean),
    more: apiSource(api),
  });
}

const MOST_NAMES = 8;

function namesOf(members: readonly { readonly name: string }[]): string {
  return members.map(({ name }) => `\`${name}\``).join(', ');
}

function innermost(type: ApiType): ApiType {
  return type.kind === 'list' || type.kind === 'map' ? innermost(type.of) : type;
}
