import { serviceName } from './facts';
import type { Starter } from './verdict';

const names: Partial<Readonly<Record<Starter, string>>> = {
  's3-event-via-eventbridge': 'an S3 event through EventBridge',
  'glue-trigger': 'a Glue trigger',
};

/** What starts the work, in words that fit behind "started by". */
export const starterName = (starter: Starter): string => names[starter] ?? serviceName(starter);
