import type { ApiMember, ApiType } from '../../catalog/api';
import { integrationAction } from '../../catalog/integrations';
import type { IntegrationAction } from '../../catalog/integrationTypes';
import { holderOfRequest, parametersOfMap } from '../../model/mapRequest';
import { taskOf } from '../../model/requestPath';
import { typeName } from '../requestCard';
import type { Item } from './item';
import type { Place } from './place';
import { requestSkeleton, requestTypeAt } from './request';
import type { ItemWriter } from './write';

interface Parameter {
  readonly name: string;
  readonly type: ApiType;
  readonly detail: string;
  readonly meaning?: string;
  readonly rank: number;
}

/**
 * Parameters of the action that a task calls, at any depth: what AWS asks for first, then what the service needs,
 * then what is often given, then the rest.
 */
export function parameterItems(place: Place, writer: ItemWriter): Item[] {
  const { field, inside, machine, state } = place;
  if ((field?.name !== 'Parameters' && field?.name !== 'Arguments') || !state) return [];
  if (field.owner === 'itemReader' || field.owner === 'resultWriter') return mapItems(place, writer);
  const arn = taskOf(machine, state)?.arn;
  const frequent =
    arn?.kind === 'optimized' && inside.length === 0
      ? integrationAction(arn.service ?? '', arn.action ?? '')
      : undefined;
  const type = requestTypeAt(place);
  const members = type?.kind === 'structure' ? type.members : undefined;
  return written(parametersOf(members, frequent), place, writer);
}

/** What a Map's reader or writer takes. */
function mapItems(place: Place, writer: ItemWriter): Item[] {
  const { cursor, inside } = place;
  if (inside.length > 0 || cursor.container.kind !== 'object') return [];
  const holder = holderOfRequest(cursor.container) ?? cursor.container;
  const parameters = parametersOfMap(holder).map(({ name, required, meaning }): Parameter => {
    const need = required ? 'required' : 'optional';
    return { name, type: TEXT, detail: `${need} · string`, meaning, rank: required ? 0 : 1 };
  });
  return written(parameters, place, writer);
}

function written(parameters: readonly Parameter[], place: Place, writer: ItemWriter): Item[] {
  const { present, language } = place;
  const given = new Set([...present].map((name) => name.replace(/\.\$$/, '').toLowerCase()));
  return parameters
    .filter(({ name }) => !given.has(name.toLowerCase()))
    .flatMap(({ name, type: taken, detail, meaning, rank }) => {
      const asksOn = taken.kind === 'enum' || taken.kind === 'boolean' || taken.kind === 'structure';
      const common = { kind: 'parameter', documentation: meaning } as const;
      const plain = writer.key(name, requestSkeleton(taken, place, writer), {
        ...common,
        detail,
        rank,
        asksOn,
      });
      if (language === 'JSONata') return [plain];
      const path = writer.key(`${name}.$`, writer.path(), {
        ...common,
        detail: `${detail}, by a path`,
        rank: rank + 0.5,
      });
      return [plain, path];
    });
}

const TEXT: ApiType = { kind: 'string' };

function parametersOf(
  members: ReadonlyMap<string, ApiMember> | undefined,
  frequent: IntegrationAction | undefined,
): Parameter[] {
  const parameters = new Map<string, Parameter>();
  const add = (name: string, need: string, rank: number): void => {
    if (parameters.has(name)) return;
    const type = members?.get(name)?.type;
    const detail = type ? `${need} · ${typeName(type)}` : need;
    parameters.set(name, { name, type: type ?? TEXT, detail, rank });
  };
  for (const name of frequent?.required ?? []) add(name, 'required', 0);
  for (const { name, required } of members?.values() ?? []) if (required) add(name, 'required', 0);
  for (const name of frequent?.expected ?? []) add(name, 'needed by the service', 1);
  for (const name of frequent?.optional ?? []) add(name, 'optional', 2);
  for (const name of members?.keys() ?? []) add(name, 'optional', 3);
  return [...parameters.values()];
}
