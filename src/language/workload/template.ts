import type { Answers } from '../../advisor/decide/answers';
import type { Located } from '../../model/locate';
import { glueOf } from '../../model/resources/glue';
import type { Template } from '../../model/template';
import { machineWorkload } from './machine';
import { touchedByType } from './touched';

/** What a template says of the work: its state machine if the definition stands in it, else its resources. */
export function templateWorkload(template: Template, { definitions }: Located): Answers {
  const machine = definitions.find((definition) => definition.machine)?.machine;
  if (machine) return machineWorkload(machine);
  const services = new Set(template.resources.flatMap(({ type }) => touchedByType(type) ?? []));
  const { workflows } = glueOf(template);
  const [workflow] = workflows;
  const nodes = new Set(workflow?.triggers.flatMap(({ actions }) => actions.map(({ label }) => label)));
  return {
    ...(services.size > 0 && { services: [...services] }),
    ...(nodes.size > 0 && { stepCount: nodes.size }),
    ...glueStart(workflow?.triggers.map(({ type }) => type) ?? []),
  };
}

function glueStart(types: readonly (string | undefined)[]): Answers {
  if (types.includes('EVENT')) return { trigger: 'event' };
  // The schedule of a trigger is read in UTC, and serves.
  if (types.includes('SCHEDULED')) return { trigger: 'schedule', timezone: 'UTC' };
  return types.includes('ON_DEMAND') ? { trigger: 'manual' } : {};
}

/** The zone that a template's schedules are written in, where they agree. */
export function zoneOf(template: Template, { schedules }: Located): string | undefined {
  const zones = new Set(schedules.map(({ timezone }) => (timezone ? template.literal(timezone) : 'UTC')));
  const [zone] = zones;
  return zones.size === 1 && zone !== undefined && !zone.includes('${') ? zone : undefined;
}
