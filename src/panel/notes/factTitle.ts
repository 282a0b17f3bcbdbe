import type { Guide } from '../guideData';
import { STATUS } from '../source';

/** Where a figure in a note comes from: what shows when the pointer rests on it. */
export function factTitle({ services }: Guide, path: string): string {
  const [service = '', key = ''] = path.split('/');
  const fact = services[service]?.facts[key];
  if (!fact) return path;
  const value = [String(fact.value), fact.unit].filter(Boolean).join(' ');
  return `${fact.label}: ${value}. ${fact.source.title}, ${STATUS[fact.status] ?? fact.status}, ${fact.date}`;
}
