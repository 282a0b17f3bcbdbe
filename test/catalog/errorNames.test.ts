import assert from 'node:assert/strict';
import { ERROR_NAMES, errorName } from '../../src/catalog/errorNames';
import { ERRORS_OF_SERVICES } from '../../src/catalog/errorNamesOfServices';
import { ERRORS_OF_STEP_FUNCTIONS } from '../../src/catalog/errorNamesOfStepFunctions';

describe('error names', () => {
  it('are told apart by their prefix, and none is given twice', () => {
    for (const { name } of ERRORS_OF_STEP_FUNCTIONS) assert.match(name, /^States\.[A-Z]/);
    for (const { name } of ERRORS_OF_SERVICES) assert.doesNotMatch(name, /^States\./);
    assert.equal(ERROR_NAMES.size, ERRORS_OF_STEP_FUNCTIONS.length + ERRORS_OF_SERVICES.length);
  });

  it('have a sentence and a source each', () => {
    for (const error of ERROR_NAMES.values()) {
      assert.match(error.meaning, /^[A-Z].*\.$/, error.name);
      assert.ok(error.source, error.name);
    }
  });

  it('say which of them nothing can catch', () => {
    const uncatchable = [...ERROR_NAMES.values()].filter(({ catchable }) => catchable === 'never');
    assert.deepEqual(
      uncatchable.map(({ name }) => name),
      ['States.Runtime'],
    );
  });

  for (const [name, transient] of [
    ['States.Http.StatusCode.503', true],
    ['States.Http.StatusCode.429', true],
    ['States.Http.StatusCode.404', false],
    ['States.Http.StatusCode.999', undefined],
    ['States.Http.StatusCode', undefined],
    ['Lambda.TooManyRequestsException', true],
    ['states.ALL', undefined],
  ] as const) {
    it(`find ${name}`, () => assert.equal(errorName(name)?.transient, transient));
  }
});
