import { hclScalar } from '../../syntax/hclStyle';
import { yamlScalar } from '../../syntax/plainValue';
import type { Tree } from '../../syntax/tree';

/** A state by its name, as a format writes it, with a value that is written already. */
export function member({ format }: Tree, name: string, value: string): string {
  switch (format) {
    case 'hcl':
      return `${hclScalar(name)} = ${value}`;
    case 'yaml':
      return `${yamlScalar(name)}: ${value}`;
    case 'json':
      return `${JSON.stringify(name)}: ${value}`;
  }
}
