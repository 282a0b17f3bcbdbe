import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { CHOICE_OPERATORS } from '../../src/catalog/choiceOperators';
import { OWNERS, fieldsOf } from '../../src/catalog/fields';
import { INTRINSICS } from '../../src/catalog/intrinsics';
import { JSONATA_FUNCTIONS, UNAVAILABLE_FUNCTIONS } from '../../src/catalog/jsonataFunctions';
import { tokenize } from './tokenize';

/** The scopes of the token that `word` begins, in `line`. */
async function scopesOf(scopeName: string, line: string, word: string): Promise<string> {
  const [tokens] = await tokenize(scopeName, [line]);
  const start = line.indexOf(word);
  return tokens.find((token) => token.start <= start && token.end > start)!.scopes.join(' ');
}

describe('grammars know every word of the catalog', () => {
  // What a role is given in is data; its one name is coloured as such.
  const fields = new Set(
    OWNERS.filter((owner) => owner !== 'credentials').flatMap((owner) => [...fieldsOf(owner).keys()]),
  );
  for (const name of [...fields, ...CHOICE_OPERATORS.keys()]) {
    it(`${name} is a field`, async () => {
      assert.match(await scopesOf('source.asl', `{ "${name}": 1 }`, `"${name}`), /keyword\.\S+\.asl/);
      assert.match(await scopesOf('source.asl.yaml', `${name}: 1`, name), /keyword\.\S+\.asl/);
      assert.match(await scopesOf('source.asl.yaml', `Choices: [{ ${name}: 1 }]`, name), /keyword\.\S+\.asl/);
    });
  }

  for (const owner of OWNERS) {
    for (const { name, shape } of fieldsOf(owner).values()) {
      for (const word of (shape.kind === 'string' && shape.values) || []) {
        if (name === 'Version') continue;
        it(`${word} is a value of ${name} in ${owner}`, async () => {
          const expected = /keyword\.control\.state-type\.asl|constant\.language\.asl/;
          assert.match(await scopesOf('source.asl', `{ "${name}": "${word}" }`, `"${word}`), expected);
          assert.match(await scopesOf('source.asl.yaml', `${name}: ${word}`, word), expected);
        });
      }
    }
  }

  for (const { name } of INTRINSICS) {
    it(`${name} is an intrinsic function`, async () => {
      const line = `{ "InputPath": "${name}()" }`;
      assert.match(await scopesOf('source.asl', line, name), /support\.function\.intrinsic\.asl/);
    });
  }

  for (const { name } of JSONATA_FUNCTIONS) {
    const available = UNAVAILABLE_FUNCTIONS[name] === undefined;
    it(`$${name} is ${available ? 'built in' : 'not there'}`, async () => {
      const scopes = await scopesOf('source.asl.expressions', `$${name}(1)`, '$');
      assert.equal(scopes.includes('support.function.builtin.jsonata'), available);
    });
  }
});

describe('grammars in syntaxes', () => {
  it('are what scripts/grammars.mjs makes of syntaxes/source', () => {
    execFileSync(process.execPath, ['scripts/grammars.mjs', '--check'], { stdio: 'pipe' });
  });
});
