import type { CatalogService } from './encode';
import type { ModelMember, ModelType, ServiceModel } from './models';
import { actionName, exceptionName, exceptionPrefix, memberName } from './naming';
import { EXCEPTION_PREFIXES, ORCHESTRATED, UNREACHABLE, UNSUPPORTED } from './services';

/** How many structures deep requests and answers are kept. */
interface Depth {
  readonly input: number;
  readonly output: number;
}

const DEEP: Depth = { input: 5, output: 3 };
const SHALLOW: Depth = { input: 2, output: 1 };

/** What the SDK makes up where it is not given. */
const FILLED_IN = /^(?:client|request|idempotency)\w*token$/i;

/** A model as the catalogue has it; undefined where no workflow reaches the service. */
export function catalogService({
  sdkId,
  structures,
  operations,
  tokens,
}: ServiceModel): CatalogService | undefined {
  const prefix = exceptionPrefix(sdkId);
  const service = prefix.toLowerCase();
  if (UNREACHABLE.has(service)) return undefined;
  const unsupported = new Set(UNSUPPORTED[service]?.split(' '));
  const streams = (name: string): boolean =>
    structures.get(name)?.some(({ type }) => type.kind === 'stream') === true;
  const supported = operations.filter(
    ({ name, input, output }) => !unsupported.has(name) && !streams(input) && !streams(output),
  );
  const depth = ORCHESTRATED.has(service) ? DEEP : SHALLOW;
  const kept = new Map<string, number>();
  for (const { input, output } of supported) {
    keep(structures, kept, input, depth.input);
    keep(structures, kept, output, depth.output);
  }
  return {
    prefix,
    title: sdkId,
    listed: EXCEPTION_PREFIXES.includes(prefix),
    structures: new Map(
      Array.from(structures, ([name, members]) => [
        name,
        members.map((member) => ({
          ...member,
          name: memberName(member.name),
          required: member.required && !tokens.has(member.name) && !FILLED_IN.test(member.name),
        })),
      ]),
    ),
    kept: new Set(kept.keys()),
    actions: supported.map(({ name, input, output, errors }) => ({
      action: actionName(name),
      input,
      output,
      errors: errors.map(exceptionName),
    })),
  };
}

/** Marks a structure and those in it, as far as the depth goes. */
function keep(
  structures: ReadonlyMap<string, readonly ModelMember[]>,
  kept: Map<string, number>,
  name: string,
  depth: number,
): void {
  const members = structures.get(name);
  if (depth <= 0 || !members || (kept.get(name) ?? 0) >= depth) return;
  kept.set(name, depth);
  for (const { type } of members) {
    const inner = innermost(type);
    if (inner.kind === 'reference') keep(structures, kept, inner.name, depth - 1);
  }
}

function innermost(type: ModelType): ModelType {
  return type.kind === 'list' || type.kind === 'map' ? innermost(type.of) : type;
}
