import assert from 'node:assert/strict';
import { locate } from '../../src/model/locate';
import { readyHcl } from '../support/hcl';

describe('definitions that Terraform keeps outside of a machine', () => {
  before(readyHcl);

  const DEFINITION = 'jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })';
  const cases: readonly [name: string, text: string, owners: readonly string[]][] = [
    [
      'an argument of a module',
      `module "flow" {\n  type = "express"\n  steps = ${DEFINITION}\n}\n`,
      ['module.flow EXPRESS'],
    ],
    ['a local', `locals {\n  flow = ${DEFINITION}\n  name = "flow"\n}\n`, ['local.flow STANDARD']],
    [
      'a heredoc for a module',
      'module "flow" {\n  definition = <<EOF\n{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }\nEOF\n}\n',
      ['module.flow STANDARD'],
    ],
    [
      'a local that a machine names',
      `locals {\n  flow = ${DEFINITION}\n}\nresource "aws_sfn_state_machine" "f" {\n  definition = local.flow\n}\n`,
      ['aws_sfn_state_machine.f STANDARD'],
    ],
    [
      'no definition',
      'module "m" {\n  text = "StartAt the beginning"\n  levels = { StartAt = 1, States = 2 }\n}\n',
      [],
    ],
  ];
  for (const [name, text, owners] of cases) {
    it(name, () => {
      const { definitions } = locate({ path: 'main.tf', text });
      assert.deepEqual(
        definitions.map(({ resource, type }) => `${resource.id} ${type}`),
        owners,
      );
    });
  }
});

describe('a definition for templatefile', () => {
  const cases: readonly [name: string, text: string, count: number][] = [
    [
      'with gaps',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${arn}", "End": true } } }',
      1,
    ],
    [
      'with directives',
      '{ "StartAt": "A", "States": { %{ if last } "A": { "Type": "Succeed" } %{ endif } } }',
      0,
    ],
    ['of something else', 'States of the pumps: ${states}', 0],
  ];
  for (const [name, text, count] of cases) {
    it(name, () => {
      for (const path of ['flow.tftpl', 'flow.json.tpl'])
        assert.equal(locate({ path, text }).stateMachines.length, count);
    });
  }
});
