import { get, getString, property } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import type { State } from '../stateMachine';
import { joinAll } from './join';
import { KIND, NEVER, TEXT, UNKNOWN, arrayOf, objectOf, present, type Member, type Shape } from './shape';

/** What one iteration of a Map works on, given what the Map goes over. */
export function itemShape({ node }: State, over: Shape): Shape {
  if (property(node, 'ItemReader')) return UNKNOWN;
  // A Distributed Map goes over objects too.
  return over.kinds === KIND.array && over.array ? over.array.items : UNKNOWN;
}

/** What a child execution gets: the item, or a batch of items. */
export function batched({ node }: State, item: Shape, payload: (node: TreeNode) => Shape): Shape {
  const batcher = get(node, 'ItemBatcher');
  if (!batcher) return item;
  const input = get(batcher, 'BatchInput');
  const fields = new Map<string, Member>([['Items', present(arrayOf(item))]]);
  if (input) fields.set('BatchInput', present(payload(input)));
  return objectOf(fields);
}

/** What a Parallel or a Map gives back; `NEVER` for a Parallel with a branch that only fails, as far as is known. */
export function gathered({ type, node, scopes }: State, results: readonly Shape[]): Shape {
  if (type === 'Parallel') {
    const complete = results.length > 0 && results.every((result) => result !== NEVER);
    return complete ? arrayOf(joinAll(results), results) : NEVER;
  }
  if (property(node, 'ResultWriter')) return written(get(node, 'ResultWriter'));
  // An iteration that failed and is tolerated leaves something else behind.
  const tolerates = node.properties.some(({ name }) => name.startsWith('Tolerated'));
  return arrayOf(tolerates || scopes.length !== 1 ? UNKNOWN : joinAll(results));
}

const DETAILS = new Map([
  ['Bucket', present(TEXT)],
  ['Key', present(TEXT)],
]);
const WRITTEN = objectOf(
  new Map([
    ['MapRunArn', present(TEXT)],
    ['ResultWriterDetails', present(objectOf(DETAILS, 'documented'))],
  ]),
  'documented',
);

/** What a Map gives back whose results are written to S3; without a resource they are only brought into another form. */
function written(writer: TreeNode | undefined): Shape {
  return getString(writer, 'Resource') ? WRITTEN : UNKNOWN;
}
