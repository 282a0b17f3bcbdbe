import assert from 'node:assert/strict';
import { STATE_TYPES } from '../../src/catalog/fields/everyState';
import { fieldsOf } from '../../src/catalog/fields';
import type { QueryLanguage } from '../../src/catalog/fieldTypes';
import { STATE_TYPE_FACTS } from '../../src/catalog/stateTypes';
import { stateFaults } from './conforms';

const LANGUAGES: readonly QueryLanguage[] = ['JSONPath', 'JSONata'];

describe('state types', () => {
  it('cover every value of "Type"', () => {
    assert.deepEqual([...STATE_TYPE_FACTS.keys()].sort(), [...STATE_TYPES].sort());
  });

  for (const facts of STATE_TYPE_FACTS.values()) {
    for (const language of LANGUAGES) {
      it(`give ${facts.type} an example in ${language} that its field table accepts`, () => {
        const state: unknown = JSON.parse(facts.examples[language]);
        assert.deepEqual(stateFaults(state, language, facts.type), []);
      });
    }

    it(`agree with the field table about how ${facts.type} ends and handles errors`, () => {
      const fields = fieldsOf(facts.type);
      const movesOn = fields.has('Next') || fields.has('Choices');
      assert.equal(facts.terminal, !movesOn);
      assert.equal(facts.handlesErrors, fields.has('Retry') && fields.has('Catch'));
      assert.match(facts.summary, /^[A-Z].*\.$/);
    });
  }
});
