import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import type { SourceFile } from '../../src/model/locate';
import type { CaseResult, Suite } from './suite';
import { definitionPath } from './asl';

/** A suite over the definitions that AWS has accepted: each agrees where a feature has no faults. */
export function roundTrip(suite: string, faultsOf: (file: SourceFile) => string[]): Suite {
  const accepted = (folder: string): string => join(folder, 'accepted');
  return {
    recognises: (folder) => existsSync(accepted(folder)) && existsSync(join(folder, 'manifest.json')),
    run: (folder) =>
      Promise.resolve(
        globSync('*', { cwd: accepted(folder), absolute: true })
          .sort()
          .map((path): CaseResult => {
            const text = readFileSync(path, 'utf8');
            const faults = faultsOf({ path: definitionPath(path), text });
            return { suite, id: basename(path), expected: [], actual: faults, agree: faults.length === 0 };
          }),
      ),
  };
}
