import type { Core } from '../guideData';
import { servicesBelow, type Spot } from './route';

/** At most so many services are named in one line. */
const named = 3;

/** What an answer leads to or rules out, in one sentence, read from the tree itself. */
export function consequence(guide: Core, before: Spot, after: Spot): string {
  const { tree, services } = guide;
  if (after.verdict) return `${services[after.verdict.recommendation].name}: ${after.verdict.text}`;
  const [was, is] = [servicesBelow(tree, before), servicesBelow(tree, after)];
  const names = (ids: readonly string[], last: string): string =>
    joined(
      ids.map((id) => services[id].name),
      last,
    );
  const out = was.filter((id) => !is.includes(id));
  if (is.length <= named) return `Leaves ${names(is, 'or')}.`;
  if (out.length === 0) return `Leaves all ${is.length} services.`;
  if (out.length <= named) return `Rules out ${names(out, 'and')}.`;
  return `Leaves ${is.length} of ${was.length} services.`;
}

const joined = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
