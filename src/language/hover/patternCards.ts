import type { EventField, EventType } from '../../catalog/events/eventType';
import type { PatternOperator } from '../../catalog/events/operators';
import { card } from './card';

/** A field of an event as a card. */
export function fieldMarkdown(
  { path, type, meaning, values, closed }: EventField,
  sentence?: string,
): string {
  const named = (values ?? []).map((value) => `\`${value}\``);
  const limits = [
    named.length > 1 ? `${closed ? 'One of' : 'For example'} ${named.join(', ')}.` : '',
    sentence ?? '',
  ];
  return card({ title: path, kind: `${type} of an event`, meaning, limits: limits.filter(Boolean) });
}

/** An operator as a card. */
export function operatorMarkdown({ name, meaning, example, passes, fails, limits }: PatternOperator): string {
  const shown = [
    example,
    ...(passes.length > 0 ? [`lets through  ${passes.join(', ')}`] : []),
    ...(fails.length > 0 ? [`and not       ${fails.join(', ')}`] : []),
  ];
  return card({
    title: name,
    kind: 'operator of event patterns',
    meaning,
    limits,
    example: { language: 'text', text: shown.join('\n') },
  });
}

/** A kind of event as a card. */
export function eventTypeMarkdown({ source, detailType, meaning, fields }: EventType): string {
  const paths = fields.map(({ path }) => `\`${path}\``);
  return card({
    title: detailType,
    kind: `event of \`${source}\``,
    meaning,
    limits: paths.length > 0 ? [`In \`detail\`: ${paths.join(', ')}.`] : [],
  });
}
