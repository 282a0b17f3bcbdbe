import assert from 'node:assert/strict';
import { eventBusHover } from '../../src/language/hover/eventBus';
import { documentAt } from '../support/documents';

describe('hover on an event bus', () => {
  const cases: [type: string, says: RegExp][] = [
    ['AWS::Events::Event|Bus', /Classic event bus.*\n.*rules/s],
    ['AWS::Events::Ru|le', /24 hours and 185 times/],
    ['AWS::EventsV2::Event|Bus', /Custom Event Bus of 2026.*1 to 365 days/s],
    ['AWS::EventsV2::Sub|scriber', /Tries 5 times within 300 seconds.*OnFailureConfiguration/s],
  ];
  for (const [type, says] of cases) {
    it(`tells the kind of ${type.replace('|', '')}`, () => {
      const { document, offset } = documentAt(`Resources:\n  A:\n    Type: ${type}\n`, 'template.yaml');
      assert.match(eventBusHover(document, offset)?.markdown ?? '', says);
    });
  }

  it('says nothing elsewhere', () => {
    const { document, offset } = documentAt(
      'Resources:\n  A:\n    Type: AWS::Events::EventBus\n    Properties: { Na|me: a }\n',
      'template.yaml',
    );
    assert.equal(eventBusHover(document, offset), undefined);
  });
});
