import assert from 'node:assert/strict';
import { codeActions, fixAll } from '../../src/language/codeActions';
import { LanguageDocument } from '../../src/language/document';
import { judge } from '../../src/rules/run';
import { applyEdits } from '../../src/syntax/edit';

function actionsFor(text: string, path: string) {
  const document = new LanguageDocument({ path, text });
  const diagnostics = judge(text, document.located);
  return {
    document,
    diagnostics,
    actions: codeActions(document, diagnostics, { start: 0, end: text.length }),
  };
}

const JSON_TEXT =
  '{\n  "StartAt": "Sart",\n  "States": {\n    "Start": { "Type": "Pass", "Next": "Edn" },\n    "End": { "Type": "Succeed" }\n  }\n}\n';
const YAML_TEXT =
  'StartAt: Start\nStates:\n  Start:\n    Type: Pass\n    Next: Edn # to the end\n  End:\n    Type: Succeed\n';
const PYTHON_TEXT =
  'import boto3\n\nevents = boto3.client("events")\n\ndef handler(event, context):\n    events.put_events(Entries=[])\n';
const TYPESCRIPT_TEXT =
  "import { EventBridge } from '@aws-sdk/client-eventbridge';\n\nconst events = new EventBridge({});\n\nexport const handler = async (event) => {\n  await events.putEvents({ Entries: [] });\n};\n";

describe('code actions', () => {
  it('offer the fix of a finding first, and prefer the one that is surely right', () => {
    const { actions } = actionsFor(JSON_TEXT, 'a.asl.json');
    assert.equal(actions[0].title, 'Change to "Start"');
    assert.equal(actions[0].preferred, true);
  });

  it('mend everything that is sure in one step', () => {
    const { document, diagnostics } = actionsFor(JSON_TEXT, 'a.asl.json');
    const after = applyEdits(document.text, fixAll(diagnostics)?.edits ?? []);
    assert.deepEqual(
      actionsFor(after, 'a.asl.json').diagnostics.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  it('keep comments of YAML', () => {
    const { document, diagnostics } = actionsFor(YAML_TEXT, 'a.asl.yaml');
    assert.match(applyEdits(document.text, fixAll(diagnostics)?.edits ?? []), /Next: End # to the end/);
  });

  for (const [path, text] of [
    ['a.asl.json', JSON_TEXT],
    ['a.asl.yaml', YAML_TEXT],
    ['a.py', PYTHON_TEXT],
    ['a.ts', TYPESCRIPT_TEXT],
  ] as const) {
    it(`switch every finding off at its place in ${path}`, () => {
      const { actions, diagnostics } = actionsFor(text, path);
      const suppressions = actions.filter(({ title }) => title.startsWith('Switch '));
      assert.equal(suppressions.length, diagnostics.length);
      for (const { edits, diagnostic } of suppressions) {
        const after = actionsFor(applyEdits(text, edits), path).diagnostics;
        assert.ok(after.length < diagnostics.length, JSON.stringify(after));
        assert.ok(!after.some(({ message }) => message === diagnostic?.message));
      }
    });
  }
});
