import { ERROR_NAMES } from '../../catalog/errorNames';
import { lambdaTasks } from '../../model/lambdaTasks';
import type { TaskResource } from '../../model/taskResources';
import { isErrorOfService, thrownErrors } from '../../model/thrownErrors';
import type { Item } from './item';
import type { Place } from './place';
import type { ItemWriter } from './write';

/** Names that "ErrorEquals" may list: what the calls of the state can throw, those of Step Functions, then others. */
export function errorItems({ state, machine, cursor }: Place, writer: ItemWriter): Item[] {
  const calls = state ? machine.taskResources.filter(({ node }) => isIn(node.span, state.node.span)) : [];
  const listed = new Set(
    cursor.container.kind === 'array'
      ? cursor.container.items.map((item) => (item.kind === 'string' ? item.value : ''))
      : [],
  );
  const others = [...listed].filter((name) => name !== '' && name !== cursor.string?.value);
  // The name for all errors stands alone.
  const isOpen = (name: string): boolean =>
    !others.includes(name) && (name !== 'States.ALL' || others.length === 0);
  const functions = [...lambdaTasks(machine).values()].some(
    (task) => state && isIn(task.node.span, state.node.span),
  );
  const prefixes = new Set(calls.map(({ arn }) => `${arn.service ?? ''}.`));
  if (functions) prefixes.add('lambda.');
  const isHttp = prefixes.has('http.');
  const thrown = new Set(calls.flatMap(({ arn }) => thrownErrors(arn)));
  const isOfOtherAction = (name: string): boolean =>
    !thrown.has(name) && calls.some(({ arn }) => isErrorOfService(name, arn));
  const known = [...ERROR_NAMES.values()].map(({ name, meaning, transient }) => {
    const own = prefixes.has(name.slice(0, name.indexOf('.') + 1).toLowerCase());
    return writer.string(name, {
      kind: 'error',
      detail: transient ? 'passes' : undefined,
      documentation: meaning,
      rank: own && !isOfOtherAction(name) ? 0 : rankOf(name, state?.type, isHttp),
    });
  });
  const further = [...thrown]
    .filter((name) => !ERROR_NAMES.has(name))
    .map((name) => writer.string(name, { kind: 'error', rank: 0.5 }));
  return [...known, ...further].filter(({ label }) => isOpen(label));
}

/** Names of Step Functions' own that any work can end in come before those of one type of states. */
function rankOf(name: string, type: string | undefined, isHttp: boolean): number {
  if (name.startsWith('States.Http.')) return isHttp ? 0 : 2;
  if (!name.startsWith('States.')) return 2;
  const types = OF_TYPES.get(name);
  if (types) return type !== undefined && types.includes(type) ? 0.8 : 1.5;
  return ANYWHERE.includes(name) ? 0.9 : 1;
}

const ANYWHERE: readonly string[] = ['States.ALL', 'States.TaskFailed', 'States.Timeout'];
const OF_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['States.BranchFailed', ['Parallel']],
  ['States.NoChoiceMatched', ['Parallel', 'Map']],
  ['States.ExceedToleratedFailureThreshold', ['Map']],
  ['States.ItemReaderFailed', ['Map']],
  ['States.ResultWriterFailed', ['Map']],
]);

function isIn(inner: TaskResource['node']['span'], outer: TaskResource['node']['span']): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
