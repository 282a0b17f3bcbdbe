import type { FunctionUnit } from '../../syntax/code/ast';
import type { CodeFile } from './codeFile';
import { groupedBy } from './place';

/**
 * The functions of a module that call out when they are called, by name, with the name of what they call; those
 * that only make a function which does are not among them.
 */
export function outwardFunctions(code: CodeFile): Readonly<Record<string, string>> {
  const { placed, names, remoteCalls } = code;
  if (remoteCalls.length === 0) return {};
  const byUnit = groupedBy(placed.calls, ({ place }) => place.unit);
  const calling = (start: FunctionUnit): string | undefined => {
    const seen = new Set([start]);
    for (const unit of seen) {
      const [remote] = code.remoteCallsOf(unit);
      if (remote) return remote.name;
      for (const { call } of byUnit.get(unit) ?? [])
        for (const called of names.called(call, unit)) if (called.decorators.length === 0) seen.add(called);
    }
    return undefined;
  };
  return Object.fromEntries(
    placed.functions.flatMap(({ unit, place, className }) => {
      const isOfModule = place.unit === undefined && className === undefined && unit.name !== '';
      const name = isOfModule && unit.decorators.length === 0 ? calling(unit) : undefined;
      return name === undefined ? [] : [[unit.name, name]];
    }),
  );
}
