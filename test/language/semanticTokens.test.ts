import assert from 'node:assert/strict';
import { semanticTokens } from '../../src/language/semanticTokens';
import { documentWith } from '../support/documents';
import { writeMarks } from '../support/marks';

describe('semantic tokens', () => {
  it('name what only the meaning tells', () => {
    const marked =
      '{"StartAt": "«A»", "States": {"«A»": {"Type": "Task", "Resource": "«Fn»", "Assign": {"«n»": 1}, "Parameters": {"x.$": "«States.Format»(\'{}\', «$n»)"}, "Retry": [{"ErrorEquals": ["«States.Timeout»", "«Mine»"]}], "Next": "«B»"}, "«B»": {"Type": "Succeed"}}}';
    const { document, spans } = documentWith(marked.replace('"«Fn»"', '"${«Fn»}"'));
    const tokens = semanticTokens(document);
    assert.equal(
      writeMarks(
        document.text,
        tokens.map(({ span }) => span),
      ),
      writeMarks(document.text, spans),
    );
    assert.deepEqual(
      tokens.map(({ type, modifier = '' }) => `${type} ${modifier}`.trim()),
      [
        'function',
        'function declaration',
        'parameter',
        'variable declaration',
        'method defaultLibrary',
        'variable',
        'enumMember defaultLibrary',
        'enumMember',
        'function',
        'function declaration',
      ],
    );
  });
});
