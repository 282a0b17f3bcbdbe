import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { INITIAL, Registry, parseRawGrammar, type IGrammar } from 'vscode-textmate';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
}

/** The grammars that `package.json` contributes, as VS Code would load them. */
export const contributed: readonly Contribution[] = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { grammars: Contribution[] } }
).contributes.grammars;

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));

const registry = new Registry({
  onigLib: loadWASM(wasm).then(() => ({ createOnigScanner, createOnigString })),
  async loadGrammar(scopeName) {
    const path = contributed.find((grammar) => grammar.scopeName === scopeName)?.path;
    return path ? parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
  },
});

/** One token of a line: its text and its scopes without the grammar's own. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The tokens of each line of `lines`, in the grammar `scopeName`. */
export async function tokenize(scopeName: string, lines: readonly string[]): Promise<Token[][]> {
  const grammar: IGrammar | null = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`package.json contributes no grammar "${scopeName}"`);
  let stack = INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex: start, endIndex: end, scopes }) => ({
      start,
      end,
      text: line.slice(start, end),
      scopes: scopes.slice(1),
    }));
  });
}
