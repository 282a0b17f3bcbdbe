import { CHOICE_OPERATORS } from '../../catalog/choiceOperators';
import { fieldsOf } from '../../catalog/fields';
import type { Field, Sibling } from '../../catalog/fieldTypes';
import { get, getObject, getString } from '../../syntax/navigate';
import { fieldCard } from '../hover/field';
import { variableName } from '../../model/variables';
import { assignedNames } from './assignedNames';
import type { Item } from './item';
import type { Place } from './place';
import { stop } from './stops';
import type { ItemWriter } from './write';

/** Fields that the object at the cursor may still have: what it needs first, what is kept for old definitions last. */
export function fieldItems(place: Place, writer: ItemWriter): Item[] {
  const { shape, language, present } = place;
  const isJoined = JOINING.some((name) => present.has(name));
  if (shape?.kind !== 'object') return [];
  const fields = shape.owner ? [...fieldsOf(shape.owner).values()] : place.untyped ? beforeType() : [];
  return fields
    .filter((field) => field.languages.includes(language) && !present.has(field.name))
    .filter(({ excludes = [] }) => !excludes.some((name) => present.has(name)))
    .filter(({ refusedWith }) => !refusedWith || !isBeside(place, refusedWith))
    .filter(({ name }) => !isJoined || !CHOICE_OPERATORS.has(name))
    .map((field) =>
      writer.key(field.name, valueOf(field, writer), {
        kind: 'field',
        detail: detailOf(field, place),
        documentation: fieldCard(field, place.machine.tree.format, language),
        rank: rankOf(field, place),
        asksOn: field.shape.kind !== 'payload',
      }),
    );
}

/** Variables that other states assign, which this one may assign anew. */
export function variableItems(
  { field, inside, present, scope, language }: Place,
  writer: ItemWriter,
): Item[] {
  if (field?.name !== 'Assign' || inside.length > 0) return [];
  const given = new Set([...present].map((key) => variableName(key, language)));
  return assignedNames(scope)
    .filter((name) => !given.has(name))
    .map((name, rank) => {
      const item = { kind: 'variable' as const, label: name, detail: 'variable', rank };
      return language === 'JSONata'
        ? writer.key(name, JSON.stringify(`{% ${stop(1)} %}`), { ...item, asksOn: true })
        : writer.key(`${name}.$`, writer.path(), item);
    });
}

/** What a rule has in the place of a comparison. */
const JOINING = ['And', 'Or', 'Not'];

/** A state that has no type yet. */
function beforeType(): Field[] {
  return [...fieldsOf('Pass').values()].filter(({ name }) =>
    ['Type', 'Comment', 'QueryLanguage', 'Next', 'End'].includes(name),
  );
}

function valueOf({ name, shape, default: standard }: Field, writer: ItemWriter): string {
  const only = shape.kind === 'string' && shape.values?.length === 1 ? shape.values[0] : undefined;
  if (only !== undefined) return writer.notation.flow ? JSON.stringify(only) : `'${only}'`;
  return name === 'End' ? 'true' : writer.skeleton(shape, standard);
}

function rankOf(field: Field, place: Place): number {
  const { name, required, replacedBy } = field;
  const { present } = place;
  if (replacedBy) return 90;
  if (name === 'Type') return 0;
  if (required === true) return 1;
  if (CHOICE_OPERATORS.has(name)) return operatorRank(name);
  if (name === 'Next' || name === 'End') return present.has('Next') || present.has('End') ? 80 : 3;
  if (typeof required === 'object') return 2;
  if (name === 'Comment' || name === 'QueryLanguage') return 70;
  if (isWithoutEffect(field, place)) return 60;
  return OFTEN.get(name) ?? (name.endsWith('Path') ? 20 : 10);
}

/** Comparisons that are made every day, then those with a value, then those with what a path leads to. */
function operatorRank(name: string): number {
  if (name.endsWith('Path')) return 2.4;
  return DAILY.has(name) ? 2.2 : 2.3;
}

const DAILY: ReadonlySet<string> = new Set([
  'StringEquals',
  'NumericEquals',
  'NumericGreaterThan',
  'NumericLessThan',
  'BooleanEquals',
  'StringMatches',
  'IsPresent',
  'IsNull',
]);

/** True where a sibling has one of the values beside which AWS refuses a field. */
function isBeside({ cursor }: Place, { field, values }: Sibling): boolean {
  const sibling = get(cursor.container, field);
  if (!sibling || cursor.begun.length > 0) return false;
  return values === undefined || (sibling.kind === 'string' && values.includes(sibling.value));
}

/** How early a field is offered that is written often, or shapes what the state is there for. */
const OFTEN: ReadonlyMap<string, number> = new Map([
  ['Parameters', 2.5],
  ['Arguments', 2.5],
  ...['Retry', 'Catch', 'ResultPath', 'ResultSelector', 'Output', 'Assign'].map((name) => [name, 5] as const),
]);

/** What only a Distributed Map heeds, in a Map that has another mode or none. */
function isWithoutEffect({ onlyWith, owner }: Field, { cursor }: Place): boolean {
  if (onlyWith !== 'distributed') return false;
  const object = cursor.container;
  const config =
    owner === 'Map'
      ? getObject(getObject(object, 'ItemProcessor') ?? getObject(object, 'Iterator'), 'ProcessorConfig')
      : object;
  return getString(config, 'Mode')?.value !== 'DISTRIBUTED';
}

function detailOf(field: Field, place: Place): string | undefined {
  const { required, replacedBy } = field;
  if (required === true) return 'required';
  if (isWithoutEffect(field, place)) return 'of a Distributed Map';
  return replacedBy ? `older name of ${replacedBy}` : undefined;
}
