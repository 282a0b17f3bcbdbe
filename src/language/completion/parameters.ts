import type { ApiMember, ApiType } from '../../catalog/api';
import { integrationAction } from '../../catalog/integrations';
import type { IntegrationAction } from '../../catalog/integrationTypes';
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
  readonly rank: number;
}

/**
 * Parameters of the action that a task calls, at any depth: what AWS asks for first, then what the service needs,
 * then what is often given, then the rest.
 */
export function parameterItems(place: Place, writer: ItemWriter): Item[] {
  const { field, inside, machine, state, present, language } = place;
  if ((field?.name !== 'Parameters' && field?.name !== 'Arguments') || !state) return [];
  const arn = taskOf(machine, state)?.arn;
  const frequent =
    arn?.kind === 'optimized' && inside.length === 0
      ? integrationAction(arn.service ?? '', arn.action ?? '')
      : undefined;
  const type = requestTypeAt(place);
  const members = type?.kind === 'structure' ? type.members : undefined;
  const given = new Set([...present].map((name) => name.replace(/\.\$$/, '').toLowerCase()));
  return parametersOf(members, frequent)
    .filter(({ name }) => !given.has(name.toLowerCase()))
    .flatMap(({ name, type: taken, detail, rank }) => {
      const asksOn = taken.kind === 'enum' || taken.kind === 'boolean' || taken.kind === 'structure';
      const plain = writer.key(name, requestSkeleton(taken, place, writer), {
        ...({ kind: 'parameter', detail, rank, asksOn } as const),
      });
      if (language === 'JSONata') return [plain];
      const path = writer.key(`${name}.$`, writer.path(), {
        ...({ kind: 'parameter', detail: `${detail}, by a path`, rank: rank + 0.5 } as const),
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
