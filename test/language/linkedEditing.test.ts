import assert from 'node:assert/strict';
import { linkedEditing } from '../../src/language/linkedEditing';
import { documentAt } from '../support/documents';

function linked(marked: string, path?: string): string[] {
  const { document, offset } = documentAt(marked, path);
  return (linkedEditing(document, offset) ?? []).map(({ start, end }) => document.text.slice(start, end));
}

describe('linked editing', () => {
  it('takes every target along when a state is renamed where it is defined', () => {
    assert.deepEqual(
      linked(
        '{"StartAt": "A b", "States": {"A |b": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "A b"}}}',
      ),
      ['A b', 'A b', 'A b'],
    );
    assert.deepEqual(linked('StartAt: A\nStates:\n  A|:\n    Type: Succeed\n', 'a.asl.yaml'), ['A', 'A']);
  });

  it('leaves a state alone while a target is typed', () => {
    assert.deepEqual(linked('{"StartAt": "A|", "States": {"A": {"Type": "Succeed"}}}'), []);
  });

  it('links nothing to a name that is there twice', () => {
    assert.deepEqual(
      linked('{"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "A|": {"Type": "Succeed"}}}'),
      [],
    );
  });
});
