import { get, getItems, getString } from '../../../syntax/navigate';
import type { TreeNode } from '../../../syntax/tree';
import type { PatternDialect } from '../../eventPattern/dialects';
import type { Resource, Template } from '../../template';
import type { EmbeddedSchedule } from '../located';

/** A pattern or schedule that starts a function or state machine of the Serverless Framework. */
export type ServerlessStart =
  | { readonly kind: 'pattern'; readonly node: TreeNode; readonly dialect: PatternDialect }
  | {
      readonly kind: 'schedule';
      readonly node: TreeNode;
      readonly by: EmbeddedSchedule['kind'];
      readonly timezone?: TreeNode;
    };

/** Everything with a pattern or schedule in the `events` of a resource; none of any other framework. */
export function serverlessStarts({ node }: Resource, { kind }: Template): ServerlessStart[] {
  if (kind !== 'serverless') return [];
  return getItems(node, 'events').flatMap((event) =>
    event.kind === 'object'
      ? event.properties.flatMap(({ key, value }) => (value ? startsOf(key.value, value) : []))
      : [],
  );
}

function startsOf(type: string, event: TreeNode): ServerlessStart[] {
  switch (type) {
    case 'schedule':
      return schedules(event.kind === 'object' ? get(event, 'rate') : event, event);
    case 'eventBridge':
    case 'cloudwatchEvent':
      return [
        ...schedules(get(event, 'schedule'), event),
        ...pattern(get(event, 'pattern') ?? get(event, 'event'), 'bus'),
      ];
    case 'sns': {
      const body = getString(event, 'filterPolicyScope')?.value === 'MessageBody';
      return pattern(get(event, 'filterPolicy'), body ? 'snsBody' : 'snsAttributes');
    }
    default:
      return getItems(event, 'filterPatterns').flatMap((item) => pattern(item, 'lambda'));
  }
}

function pattern(node: TreeNode | undefined, dialect: PatternDialect): ServerlessStart[] {
  return node ? [{ kind: 'pattern', node, dialect }] : [];
}

/** `method: scheduler` makes a schedule of EventBridge Scheduler, everything else a rule. */
function schedules(rate: TreeNode | undefined, event: TreeNode): ServerlessStart[] {
  const by = getString(event, 'method')?.value === 'scheduler' ? 'scheduler' : 'rule';
  const timezone = get(event, 'timezone');
  const rates = rate?.kind === 'array' ? rate.items : rate ? [rate] : [];
  return rates.map((node) => ({ kind: 'schedule', node, by, ...(timezone && { timezone }) }));
}
