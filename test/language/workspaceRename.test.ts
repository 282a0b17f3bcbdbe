import assert from 'node:assert/strict';
import { LanguageDocument } from '../../src/language/document';
import { definition } from '../../src/language/definition';
import { rename } from '../../src/language/rename';
import { references } from '../../src/language/references';
import { workspaceDefinition } from '../../src/language/workspaceDefinition';
import { workspaceReferences } from '../../src/language/workspaceReferences';
import { workspaceRename, workspaceRenameTarget } from '../../src/language/workspaceRename';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { applyEdits } from '../../src/syntax/edit';
import { readyHcl } from '../support/hcl';

const JSON_FLOW =
  '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${LoadArn}", "Comment": "${Stage} of ${LoadArn}", "End": true } } }';
const YAML_FLOW =
  'StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource: ${LoadArn}\n    Comment: "${Stage} of ${LoadArn}"\n    End: true\n';

/** A workspace by file; the templates all run the one definition. */
const WORKSPACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'SAM in YAML': {
    'flow.asl.json': JSON_FLOW,
    'template.yaml':
      'Transform: AWS::Serverless-2016-10-31\nResources:\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: flow.asl.json\n      DefinitionSubstitutions:\n        LoadArn: !GetAtt Load.Arn\n        Stage: test\n',
  },
  'SAM in JSON, a definition in YAML': {
    'flow.asl.yaml': YAML_FLOW,
    'template.json':
      '{ "Transform": "AWS::Serverless-2016-10-31", "Resources": { "Flow": { "Type": "AWS::Serverless::StateMachine", "Properties": { "DefinitionUri": "flow.asl.yaml", "DefinitionSubstitutions": { "LoadArn": { "Ref": "X" }, "Stage": "test" } } } } }',
  },
  'Terraform, bare and in quotes': {
    'flow.asl.json': JSON_FLOW,
    'main.tf':
      'resource "aws_sfn_state_machine" "f" {\n  definition = templatefile("flow.asl.json", {\n    LoadArn = aws_lambda_function.f.arn\n    Stage   = "test"\n  })\n}\n',
    'other.tf':
      'resource "aws_sfn_state_machine" "g" {\n  definition = templatefile("${path.module}/flow.asl.json", { "LoadArn" = "x", Stage = "prod" })\n}\n',
  },
};

describe('a substitution between files', () => {
  before(readyHcl);

  for (const [title, files] of Object.entries(WORKSPACES)) {
    describe(`of ${title}`, () => {
      const index = new WorkspaceIndex();
      before(() => {
        for (const [path, text] of Object.entries(files)) index.update({ path, text });
      });

      for (const [path, text] of Object.entries(files)) {
        it(`is renamed from ${path} everywhere`, () => {
          const document = new LanguageDocument({ path, text });
          const offset = text.indexOf('LoadArn') + 2;
          const target = workspaceRenameTarget(document, index.graph, offset);
          assert.equal(target && text.slice(target.span.start, target.span.end), 'LoadArn');
          const result = workspaceRename(document, index.graph, offset, 'WorkArn');
          assert.ok(result && 'places' in result);
          const { places } = result;
          for (const [file, before] of Object.entries(files)) {
            const edits = places
              .filter((place) => place.path === file)
              .map(({ span }) => ({ span, newText: 'WorkArn' }));
            assert.equal(applyEdits(before, edits), before.replaceAll('LoadArn', 'WorkArn'));
          }
        });

        it(`is found from ${path}`, () => {
          const document = new LanguageDocument({ path, text });
          const offset = text.indexOf('Stage') + 2;
          const here = references(document, offset).map(({ span }) => ({ path, span }));
          const found = [...here, ...workspaceReferences(document, index.graph, offset, true)];
          const places = new Set(found.map(({ path: file, span }) => `${file} ${span.start}`));
          assert.equal(places.size, found.length);
          assert.deepEqual(
            [...places].sort(),
            Object.entries(files)
              .map(([file, each]) => `${file} ${each.indexOf('Stage')}`)
              .sort(),
          );
        });
      }

      it('leads from the definition to the templates', () => {
        const [path, text] = Object.entries(files)[0];
        const document = new LanguageDocument({ path, text });
        const offset = text.indexOf('Stage') + 2;
        assert.equal(definition(document, offset), undefined);
        const targets = workspaceDefinition(document, index.graph, offset)?.targets ?? [];
        assert.deepEqual(targets.map((one) => one.path).sort(), Object.keys(files).slice(1).sort());
      });

      it('takes no name that is there or cannot be one', () => {
        const [path, text] = Object.entries(files)[0];
        const document = new LanguageDocument({ path, text });
        const offset = text.indexOf('LoadArn');
        for (const [name, reason] of [
          ['Stage', /"Stage" already/],
          ['a-b', /letters, digits and underscores/],
        ] as const) {
          const result = workspaceRename(document, index.graph, offset, name);
          assert.match(result && 'refusal' in result ? result.refusal : '', reason);
        }
      });
    });
  }

  it('is renamed in a definition that no template is known of', () => {
    const document = new LanguageDocument({ path: 'flow.asl.json', text: JSON_FLOW });
    const result = rename(document, JSON_FLOW.indexOf('LoadArn'), 'WorkArn');
    assert.ok(result && 'edits' in result);
    assert.equal(applyEdits(JSON_FLOW, result.edits), JSON_FLOW.replaceAll('LoadArn', 'WorkArn'));
  });
});
