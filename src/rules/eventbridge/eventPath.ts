import { EVENT_TYPES } from '../../catalog/events';
import { ENVELOPE } from '../../catalog/events/envelope';
import { nearest } from '../../expressions/nearest';
import type { EventRule } from '../../model/resources/eventRules';
import { exactTexts, patternFields, patternOf } from '../../model/resources/patterns';

/** Says why a path of an input transformer finds nothing in the events of a rule; nothing where it may. */
export function missingInEvents(path: string, { patterns }: EventRule): string | undefined {
  const names = /^\$((?:\.[\w-]+|\[['"][\w -]+['"]\])*)/.exec(path)?.[1] ?? '';
  const [first, ...rest] = [...names.matchAll(/\.([\w-]+)|\[['"]([\w -]+)['"]\]/g)].map(
    ([, plain, quoted]) => plain ?? quoted,
  );
  if (first === undefined) return undefined;
  const envelope = ENVELOPE.map(({ name }) => name);
  if (!envelope.includes(first)) {
    const plain = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');
    const meant = envelope.find((name) => plain(name) === plain(first)) ?? nearest(first, envelope);
    return `An event has no "${first}"${meant === undefined ? '' : `; it has "${meant}"`}.`;
  }
  return first === 'detail' && rest.length > 0 ? missingInDetail(rest, patterns) : undefined;
}

/** Only fields that are nearly called like a known one: a catalogue does not have them all. */
function missingInDetail(steps: readonly string[], patterns: EventRule['patterns']): string | undefined {
  const kinds = patterns.map((pattern) => {
    const fields = patternFields(patternOf(pattern));
    const texts = (path: string): readonly string[] | undefined => {
      const field = fields.find((each) => each.path === path);
      return field && exactTexts(field);
    };
    const [sources, types] = [texts('source'), texts('detail-type')];
    return types?.map((type) =>
      EVENT_TYPES.find(
        ({ source, detailType }) => detailType === type && sources?.includes(source) !== false,
      ),
    );
  });
  const [types] = kinds;
  if (kinds.length !== 1 || !types?.every((type) => type !== undefined)) return undefined;
  const known = [...new Set(types.flatMap(({ fields }) => fields.map(({ path }) => path)))];
  const path = steps.join('.');
  if (known.some((each) => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`)))
    return undefined;
  const meant =
    known.find((each) => each.toLowerCase() === path.toLowerCase()) ??
    nearest(path, known, path.length < 5 ? 0 : 1);
  return meant === undefined
    ? undefined
    : `"${types[0].detailType}" events have no "detail.${path}"; they have "detail.${meant}".`;
}
