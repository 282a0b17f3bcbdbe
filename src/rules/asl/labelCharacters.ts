import { QUOTAS } from '../../catalog/quotas';
import { getString } from '../../syntax/navigate';
import { defineRule } from '../rule';

const LIMIT = QUOTAS.labelCharacters.value;

/** Blank, control characters, and the marks that an ARN or a shell would read otherwise. */
const REFUSED = /[ \p{Cc}?*<>{}[\]:;,\\|^~$#%&"`]/u;

export default defineRule({
  id: 'asl/label-characters',
  subject: 'state',
  only: (layout) => layout?.kind === 'Map',
  severity: 'error',
  summary: 'The "Label" of a Map has at most 40 characters, and none that an ARN cannot hold.',
  why: 'The label becomes part of the ARN of the map run. AWS refuses blanks, control characters and ? * < > { } [ ] : ; , \\ | ^ ~ $ # % & " ` in it.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html',
  bad: [
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "Day« »orders", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": «"AllTheOrdersOfTheDayBeforeYesterdayInOneRun"», "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "Day-orders_2", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "${Label}", "ItemProcessor": { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
  ],

  *check({ node }) {
    const label = getString(node, 'Label');
    if (!label || label.dynamic) return;
    const found = REFUSED.exec(label.value);
    if (found) {
      yield {
        span: { start: label.mapped.toHost(found.index), end: label.mapped.toHost(found.index + 1) },
        message: `A label cannot hold ${described(found[0])}.`,
      };
    }
    const { length } = [...label.value];
    if (length > LIMIT) {
      yield { span: label.span, message: `The label has ${length} characters, and ${LIMIT} are allowed.` };
    }
  },
});

function described(character: string): string {
  if (character === ' ') return 'a blank';
  const code = character.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return `"${character}"`;
  return `the control character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
