import { ERROR_NAMES } from '../../catalog/errorNames';
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
  const prefixes = new Set(
    calls.map(({ arn }) => `${arn.kind === 'lambda' ? 'lambda' : (arn.service ?? '')}.`),
  );
  const thrown = new Set(calls.flatMap(({ arn }) => thrownErrors(arn)));
  const isOfOtherAction = (name: string): boolean =>
    !thrown.has(name) && calls.some(({ arn }) => isErrorOfService(name, arn));
  const known = [...ERROR_NAMES.values()].map(({ name, meaning, transient }) => {
    const own = prefixes.has(name.slice(0, name.indexOf('.') + 1).toLowerCase());
    return writer.string(name, {
      kind: 'error',
      detail: transient ? 'passes' : undefined,
      documentation: meaning,
      rank: own && !isOfOtherAction(name) ? 0 : name.startsWith('States.') ? 1 : 2,
    });
  });
  const further = [...thrown]
    .filter((name) => !ERROR_NAMES.has(name))
    .map((name) => writer.string(name, { kind: 'error', rank: 0.5 }));
  return [...known, ...further].filter(({ label }) => isOpen(label));
}

function isIn(inner: TaskResource['node']['span'], outer: TaskResource['node']['span']): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
