import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { locate } from '../../src/model/locate';
import { exampleFile } from '../../src/rules/example';
import { rules } from '../../src/rules/registry.generated';
import { hclStyleOf } from '../../src/syntax/hclStyle';
import { WholeText } from '../../src/syntax/mapped';
import { toValue } from '../../src/syntax/navigate';
import type { PlainValue } from '../../src/syntax/edit';
import { readyApi } from '../support/assets';
import { readyHcl } from '../support/hcl';
import { readMarks } from '../support/marks';
import { applyFirstFixes, findingsOf } from '../support/ruleTester';

interface Host {
  readonly path: string;
  readonly write: (text: string, value: PlainValue) => string;
  /** What must not be in a text that a fix has changed. */
  readonly foreign?: RegExp;
  /** What would mean something else there: `${…}` of Terraform. */
  readonly without?: string;
}

const margin = (columns: number, text: string): string => text.replace(/^(?=.)/gm, ' '.repeat(columns));

const MACHINE = 'Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n';

const HOSTS: Readonly<Record<string, Host>> = {
  jsonencode: {
    path: 'main.tf',
    write: (_, value) =>
      `resource "aws_sfn_state_machine" "flow" {\n  definition = jsonencode(${hclStyleOf(undefined, new WholeText(''), '  ').value(value, '  ', true)})\n}\n`,
    foreign: /"\w+":|^\s*,/m,
  },
  'a heredoc': {
    path: 'main.tf',
    write: (text) =>
      `resource "aws_sfn_state_machine" "flow" {\n  definition = <<-EOF\n${margin(4, text)}\n  EOF\n}\n`,
    without: '${',
  },
  'an object of a template': {
    path: 'template.yaml',
    write: (_, value) =>
      `${MACHINE}      Definition:\n${margin(8, stringify(value, { version: '1.1', lineWidth: 0 }))}`,
  },
  'a block of a template': {
    path: 'template.yaml',
    write: (text) => `${MACHINE}      DefinitionString: |\n${margin(8, text)}\n`,
  },
  'a string of a template': {
    path: 'template.json',
    write: (text) =>
      JSON.stringify({
        Resources: {
          Flow: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString: text } },
        },
      }),
  },
};

const isDefinition = (text: string): boolean =>
  text.trimStart().startsWith('{') && exampleFile(text).includes('asl');

describe('fixes inside of templates', () => {
  before(readyHcl);
  before(readyApi);

  for (const [title, { path, write, foreign, without }] of Object.entries(HOSTS)) {
    describe(title, () => {
      for (const rule of rules) {
        rule.bad.forEach(({ text: marked, fixed }, index) => {
          if (fixed === undefined || rule.subject !== 'stateMachine' || !isDefinition(marked)) return;
          const { text } = readMarks(marked);
          if (without && text.includes(without)) return;
          it(`${rule.id}, example ${index + 1}`, () => {
            const value = JSON.parse(text) as PlainValue;
            const before = write(text, value);
            const found = findingsOf(rule, before, path);
            const after = applyFirstFixes(before, found);
            const [machine] = locate({ path, text: after }).stateMachines;
            assert.deepEqual(machine && toValue(machine.root), JSON.parse(fixed), after);
            if (foreign) assert.doesNotMatch(after, foreign);
          });
        });
      }
    });
  }
});
