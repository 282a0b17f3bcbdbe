import assert from 'node:assert/strict';
import { locate } from '../../../src/model/locate';
import { fileFacts, WorkspaceGraph } from '../../../src/model/workspace';
import { lint } from '../../../src/rules/run';

const DEFINITION =
  '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "${LoadArn}", "Comment": "${AWS::Region}", "End": true } } }';

/** What is found of substitutions in the definition when a template beside it runs it. */
function found(properties: string): string[] {
  const files = [
    { path: 'app/load.asl.json', text: DEFINITION },
    {
      path: 'app/template.yaml',
      text: `Transform: AWS::Serverless-2016-10-31
Resources:
  Nightly:
    Type: AWS::Serverless::StateMachine
    Properties: ${properties}
`,
    },
  ];
  const facts = files.flatMap((file) => fileFacts(file.path, locate(file)) ?? []);
  const [definition] = files;
  return lint(definition, { path: definition.path, workspace: new WorkspaceGraph(facts) })
    .filter(({ rule }) => rule === 'sfn/undefined-substitution')
    .map(
      ({ span, message, related }) =>
        `${definition.text.slice(span.start, span.end)}: ${message} ${related?.[0].uri}`,
    );
}

describe('a definition in a file of its own', () => {
  it('is told which of its names its template does not fill in', () => {
    assert.deepEqual(
      found('{ DefinitionUri: load.asl.json, DefinitionSubstitutions: { LodeArn: !Ref Load } }'),
      ['${LoadArn}: "LoadArn" is not among the substitutions of "Nightly". app/template.yaml'],
    );
  });

  it('is left alone where all are filled in, where something else may do it, and where nothing runs it', () => {
    const filled = '{ DefinitionUri: load.asl.json, DefinitionSubstitutions: { LoadArn: !Ref Load } }';
    const open = '{ DefinitionUri: load.asl.json }';
    const other = '{ DefinitionUri: other.asl.json, DefinitionSubstitutions: { Other: !Ref Load } }';
    for (const properties of [filled, open, other]) assert.deepEqual(found(properties), []);
  });
});
