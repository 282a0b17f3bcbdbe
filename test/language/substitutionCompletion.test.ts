import assert from 'node:assert/strict';
import { complete } from '../../src/language/completion';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { accept } from '../support/accept';
import { documentAt } from '../support/documents';

const machine = (value: string): string =>
  `{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${value}, "End": true } } }`;
const sam = (definition: string, fills = 'DefinitionSubstitutions: { Delay: 5, Stage: test }'): string =>
  `Transform: AWS::Serverless-2016-10-31\nResources:\n  Load: { Type: AWS::Serverless::Function }\n  F:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      ${fills}\n      ${definition}\n`;

function labels(marked: string, path: string, index = new WorkspaceIndex()): string[] {
  const { document, offset } = documentAt(marked, path);
  index.update(document, document.located);
  return complete(document, offset, undefined, index.graph).map(({ label }) => label);
}

describe('completion of substitution names', () => {
  it('offers what the template fills into a definition of its own', () => {
    const text = `DefinitionString: '${machine('"${D|"')}'`;
    assert.deepEqual(labels(sam(text), 'template.yaml').slice(0, 2), ['Delay', 'Stage']);
  });

  it('offers what a template fills into a definition in a file', () => {
    const index = new WorkspaceIndex();
    index.update({ path: 'template.yaml', text: sam('DefinitionUri: flow.asl.json') });
    assert.deepEqual(labels(machine('"${|}"'), 'flow.asl.json', index), ['Delay', 'Stage']);
  });

  it('offers resources where Fn::Sub fills the definition in', () => {
    const text = `DefinitionString: !Sub '${machine('"${|}"')}'`;
    const found = labels(sam(text, 'Name: x'), 'template.yaml');
    assert.deepEqual(found.slice(0, 2), ['Load.Arn', 'Load']);
    assert.ok(found.includes('AWS::Region'));
  });

  it('offers the names that the definition uses elsewhere, and closes the brace', () => {
    const { document, offset } = documentAt(
      '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": ${Delay}, "Comment": "${D|", "End": true } } }',
    );
    const [item] = complete(document, offset);
    assert.equal(item.label, 'Delay');
    assert.match(accept(document.text, item), /"Comment": "\$\{Delay\}", "End"/);
  });
});
