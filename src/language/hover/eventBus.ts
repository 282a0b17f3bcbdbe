import { get } from '../../syntax/navigate';
import { contains } from '../../syntax/navigate';
import type { LanguageDocument } from '../document';
import { card, type Card } from './card';
import type { Hover } from './index';

/** What tells the two kinds of buses apart. "Event buses in Amazon EventBridge" and "Amazon EventBridge quotas", 2026. */
const CARDS: Readonly<Record<string, Omit<Card, 'title'>>> = {
  'AWS::Events::EventBus': {
    kind: 'Classic event bus',
    meaning: 'Events go to the rules whose pattern they match, each with up to five targets.',
    limits: [
      'Tries for 24 hours and 185 times, then drops the event, unless the target has a dead-letter queue.',
      'Keeps nothing by itself: an archive keeps events and replays them.',
      'AWS recommends the Custom Event Bus for new applications.',
    ],
  },
  'AWS::Events::Rule': {
    kind: 'of a Classic event bus',
    meaning: 'Sends the events that its pattern matches to up to five targets.',
    limits: [
      'Tries for 24 hours and 185 times by default.',
      'Events of AWS services and schedules come to the default bus only.',
    ],
  },
  'AWS::EventsV2::EventBus': {
    kind: 'Custom Event Bus of 2026',
    meaning: 'Events go to subscribers, and stay: they can be replayed from a position.',
    limits: [
      'Keeps events for 1 to 365 days, in order within a group; duplicates within five minutes are removed.',
      '5 buses, 10,000 subscribers a bus.',
      'Rules, archives and the default bus belong to the Classic event bus.',
    ],
  },
  'AWS::EventsV2::Subscriber': {
    kind: 'of a Custom Event Bus',
    meaning: 'Sends the events of one bus to one target.',
    limits: [
      'Tries 5 times within 300 seconds by default, where a rule of a Classic event bus tries for 24 hours.',
      'Without "OnFailureConfiguration" the event is dropped then.',
    ],
  },
};

/** Which of the two kinds of event buses a resource's type belongs to. */
export function eventBusHover({ located }: LanguageDocument, offset: number): Hover | undefined {
  const { template } = located;
  if (!template || template.kind === 'terraform' || template.kind === 'serverless') return undefined;
  for (const { type, node, key } of template.resources) {
    if (offset < key.start || node.span.end < offset || !Object.hasOwn(CARDS, type)) continue;
    const written = get(node, 'Type');
    if (written && contains(written.span, offset))
      return { span: written.span, markdown: card({ title: type, ...CARDS[type] }) };
  }
  return undefined;
}
