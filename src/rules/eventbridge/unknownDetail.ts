import { EVENT_TYPES } from '../../catalog/events';
import type { EventType } from '../../catalog/events/eventType';
import { nearest } from '../../expressions/nearest';
import { describeTest } from '../../model/eventPattern/describeTest';
import type { PatternField } from '../../model/eventPattern/eventPattern';
import { fieldTest } from '../../model/eventPattern/leafTest';
import type { ValueTest } from '../../model/eventPattern/valueTest';
import { TreeEditor } from '../../syntax/edit';
import { nodeIn } from '../../syntax/navigate';
import type { Tree } from '../../syntax/tree';
import type { Finding, Fix } from '../rule';
import { closedField, comesFrom, isOfAws, type NamedEvents } from './knownEvents';

/** Sources, detail types, fields and values that the events which a pattern names do not have. */
export function* unknownDetail(
  fields: readonly PatternField[],
  named: NamedEvents,
  tree: Tree,
): Iterable<Finding> {
  for (const field of fields) {
    if (field.path === 'source') yield* sources(field, named, tree);
    else if (field.path === 'detail-type') yield* detailTypes(field, named, tree);
    else if (field.path.startsWith('detail.')) {
      yield* fieldName(field, named.types, tree);
      yield* values(field, named.types, tree);
    }
  }
}

/** The same letters, whatever their case and what stands between them. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** Only where every detail type is known it is known which source they come from. */
function* sources({ tests }: PatternField, { detailTypes = [] }: NamedEvents, tree: Tree): Iterable<Finding> {
  const senders = detailTypes.map((name) =>
    EVENT_TYPES.filter(({ detailType }) => detailType === name).map(({ source }) => source),
  );
  if (senders.length === 0 || senders.some((known) => known.length === 0)) return;
  const all = [...new Set(senders.flat())];
  for (const test of tests) {
    if (test.kind !== 'text' || all.includes(test.text)) continue;
    // A test may send such events under a name of its own.
    if (!isOfAws(test.text) && !all.some((source) => source === `aws.${test.text}`)) continue;
    const truth = `"${detailTypes[0]}" events come from "${senders[0][0]}"`;
    yield elsewise(test, truth, all.length === 1 ? all[0] : undefined, tree);
  }
}

function* detailTypes(
  { tests }: PatternField,
  { sources: from }: NamedEvents,
  tree: Tree,
): Iterable<Finding> {
  const possible = EVENT_TYPES.filter(({ source }) => from === undefined || from.includes(source));
  // A source of one's own has detail types of its own.
  if (from?.some((source) => !isOfAws(source) && !possible.some((type) => type.source === source))) return;
  for (const test of tests) {
    if (test.kind !== 'text' || (from ?? []).some((source) => comesFrom(source, test.text))) continue;
    const names = possible.map(({ detailType }) => detailType);
    if (names.includes(test.text)) continue;
    const meant =
      names.find((name) => plain(name) === plain(test.text)) ??
      (from ? nearest(test.text, names, 3) : undefined);
    if (meant) yield elsewise(test, `AWS spells the detail type "${meant}"`, meant, tree);
  }
}

/** Fields that others call the same thing. */
const STATUS_NAMES: ReadonlySet<string> = new Set([
  'state',
  'status',
  'currentState',
  'lastStatus',
  'jobStatus',
  'jobState',
]);

function* fieldName(
  { path, key, tests }: PatternField,
  types: readonly EventType[],
  tree: Tree,
): Iterable<Finding> {
  const name = path.slice('detail.'.length);
  const known = [...new Set(types.flatMap(({ fields }) => fields.map((field) => field.path)))];
  if (known.length === 0 || known.includes(name) || mayBeMissing(tests)) return;
  if (known.some((other) => other.startsWith(`${name}.`) || name.startsWith(`${other}.`))) return;
  const status = types.length === 1 && STATUS_NAMES.has(name) ? types[0].status?.filters[0] : undefined;
  const meant =
    known.find((other) => plain(other) === plain(name)) ??
    status ??
    nearest(name, known, name.length < 5 ? 0 : 1);
  if (meant === undefined) return;
  const steps = key.value.split('.');
  const last = meant.split('.').pop() ?? meant;
  // Only the last name is written here; the ones before are keys of their own.
  const isLast =
    steps.length === 1 && meant.split('.').slice(0, -1).join() === name.split('.').slice(0, -1).join();
  const property = key.parent?.kind === 'property' ? key.parent : undefined;
  yield {
    span: key.span,
    message: `"${types[0].detailType}" events have no "detail.${name}", so that the pattern never matches; they have "detail.${meant}".`,
    fixes:
      isLast && property
        ? [{ title: `Change to "${last}"`, edits: [new TreeEditor(tree).rename(property, last)], safe: true }]
        : [],
  };
}

function* values({ path, tests }: PatternField, types: readonly EventType[], tree: Tree): Iterable<Finding> {
  const known = closedField(path.slice('detail.'.length), types);
  if (!known) return;
  const names = [...new Set(types.map(({ detailType }) => detailType))];
  const have = `${names.map((name) => `"${name}"`).join(' and ')} events have ${known.join(', ')}`;
  for (const test of tests) {
    if (test.kind === 'text') {
      if (!known.includes(test.text)) yield elsewise(test, have, meantValue(test.text, known), tree);
    } else if (TEXT_TESTS.has(test.kind) && !known.some(fieldTest([test]))) {
      yield { span: test.span, message: `No event has ${describeTest(test)} here: ${have}.` };
    }
  }
}

const TEXT_TESTS: ReadonlySet<ValueTest['kind']> = new Set([
  'prefix',
  'suffix',
  'wildcard',
  'equalsIgnoreCase',
  'range',
  'number',
]);

/** The value of an enumeration that a text was perhaps meant to be. */
export function meantValue(text: string, known: readonly string[]): string | undefined {
  return (
    known.find((value) => value.toLowerCase() === text.toLowerCase()) ??
    nearest(text, known) ??
    known.find((value) => plain(value).startsWith(plain(text).slice(0, 4)))
  );
}

function mayBeMissing(tests: readonly ValueTest[]): boolean {
  return tests.some((test) => test.kind === 'exists' && !test.exists);
}

/** A text that never comes, with what comes instead. */
function elsewise(
  test: ValueTest & { readonly kind: 'text' },
  truth: string,
  meant: string | undefined,
  tree: Tree,
): Finding {
  return {
    span: test.span,
    message: `"${test.text}" never matches: ${truth}.`,
    fixes: changeTo(test, meant, tree),
  };
}

/** Writes another text in the place of one. */
export function changeTo({ span }: ValueTest, meant: string | undefined, tree: Tree): Fix[] {
  const node = tree.root && nodeIn(tree.root, span.start);
  const edit =
    meant !== undefined && node?.kind === 'string' ? new TreeEditor(tree).replace(node, meant) : undefined;
  return edit ? [{ title: `Change to "${meant}"`, edits: [edit], safe: true }] : [];
}
