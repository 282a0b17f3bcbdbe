import assert from 'node:assert/strict';
import { CHOICE_OPERATORS_SOURCE } from '../../src/catalog/choiceOperators';
import { documentationUrl } from '../../src/catalog/documentation';
import { ERROR_NAMES, errorName } from '../../src/catalog/errorNames';
import { OWNERS, fieldsOf } from '../../src/catalog/fields';
import { INTEGRATIONS } from '../../src/catalog/integrations';
import { AWS_SDK_SOURCE } from '../../src/catalog/integrationsAwsSdk';
import { QUOTAS } from '../../src/catalog/quotas';
import { STATE_TYPE_FACTS } from '../../src/catalog/stateTypes';

const SOURCES = new Set([
  ...OWNERS.flatMap((owner) => [...fieldsOf(owner).values()].map(({ source }) => source)),
  ...[...STATE_TYPE_FACTS.values()].map(({ source }) => source),
  ...[...ERROR_NAMES.values()].map(({ source }) => source),
  ...[...INTEGRATIONS.values()].map(({ source }) => source),
  ...Object.values(QUOTAS).map(({ source }) => source),
  errorName('States.Http.StatusCode.500')?.source ?? '',
  CHOICE_OPERATORS_SOURCE,
  AWS_SDK_SOURCE,
]);

describe('documentation pages', () => {
  for (const source of SOURCES) {
    it(`has an address for "${source}"`, () => {
      assert.match(documentationUrl(source) ?? '', /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/);
    });
  }

  it('has none for a title that no page has', () => assert.equal(documentationUrl('toString'), undefined));
});
