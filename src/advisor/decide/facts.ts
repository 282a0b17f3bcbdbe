import compiled from '../facts.generated.json';

/** A fact of a service as the guide has it: with its source, its date and how well it is known. */
export interface Fact {
  readonly label: string;
  readonly value: number | string | boolean;
  readonly unit?: string;
  readonly text?: string;
  /** V read in an AWS text, S secondary, M remembered, X not found or contradicted. */
  readonly status: string;
  readonly date: string;
  readonly source: { readonly title: string; readonly url?: string };
}

interface DescribedService {
  readonly name: string;
  readonly summary: string;
  readonly note: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

const services: Readonly<Record<string, DescribedService>> = compiled;

/** The name by which people know a service. */
export const serviceName = (service: string): string => services[service]?.name ?? service;

/** The study note about a service, `note` or `note#heading`. */
export const serviceNote = (service: string): string => services[service]?.note ?? 'choosing';

/** The fact `service/key`, for example `lambda/max-duration`. */
export function fact(path: string): Fact {
  const [service = '', key = ''] = path.split('/');
  const found = services[service]?.facts[key];
  if (!found) throw new Error(`The guide has no fact "${path}".`);
  return found;
}

/** The number that a fact states. */
export function limit(path: string): number {
  const { value } = fact(path);
  if (typeof value !== 'number') throw new Error(`The fact "${path}" is not a number.`);
  return value;
}
