import { integrationAction } from '../../catalog/integrations';
import { parseResourceArn } from '../../expressions/resourceArn';
import { getString } from '../../syntax/navigate';
import type { Item } from './item';
import type { Place } from './place';
import type { ItemWriter } from './write';

/** Parameters of the action that a task calls: what AWS asks for first, then what the service needs, then the rest. */
export function parameterItems(place: Place, writer: ItemWriter): Item[] {
  const { field, inside, state, present, language } = place;
  if ((field?.name !== 'Parameters' && field?.name !== 'Arguments') || inside.length > 0 || !state) return [];
  const arn = parseResourceArn(getString(state.node, 'Resource')?.value ?? '');
  const action =
    arn.kind === 'optimized' ? integrationAction(arn.service ?? '', arn.action ?? '') : undefined;
  if (!action) return [];
  const given = new Set([...present].map((name) => name.replace(/\.\$$/, '')));
  const items = (names: readonly string[], detail: string, rank: number): Item[] =>
    names
      .filter((name) => !given.has(name))
      .flatMap((name) => {
        const plain = writer.key(name, writer.skeleton({ kind: 'string' }), {
          kind: 'parameter',
          detail,
          rank,
        });
        if (language === 'JSONata') return [plain];
        const path = writer.key(`${name}.$`, writer.path(), {
          kind: 'parameter',
          detail: `${detail}, by a path`,
          rank: rank + 0.5,
        });
        return [plain, path];
      });
  return [
    ...items(action.required, 'required', 0),
    ...items(action.expected, 'needed by the service', 1),
    ...items(action.optional, 'optional', 2),
  ];
}
