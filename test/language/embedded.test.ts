import assert from 'node:assert/strict';
import { codeActions } from '../../src/language/codeActions';
import { definition } from '../../src/language/definition';
import { documentKind } from '../../src/language/documentKind';
import { hover } from '../../src/language/hover';
import { symbols } from '../../src/language/symbols';
import { judge } from '../../src/rules/run';
import { applyEdits } from '../../src/syntax/edit';
import { documentAt, documentWith } from '../support/documents';
import { readyHcl } from '../support/hcl';

/** A template around a definition of two states, in each way of writing it. */
interface Host {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** As the definition's text stands in the host. */
  readonly write: (definition: string) => string;
}

const indented = (columns: number) => (text: string) =>
  text
    .split('\n')
    .map((line) => ' '.repeat(columns) + line)
    .join('\n');

const CLOUDFORMATION = `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
`;

const HOSTS: Readonly<Record<string, Host>> = {
  'a block scalar': {
    path: 'template.yaml',
    before: `${CLOUDFORMATION}      DefinitionString: !Sub |-\n`,
    after: '\n',
    write: indented(8),
  },
  'a string in JSON': {
    path: 'template.json',
    before:
      '{ "Resources": { "Flow": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "DefinitionString": "',
    after: '" } } } }',
    write: (text) => text.replaceAll('"', '\\"').replaceAll('\n', '\\n'),
  },
  'pieces of Fn::Join': {
    path: 'template.yaml',
    before: `${CLOUDFORMATION}      DefinitionString: !Join\n        - ''\n        - - '`,
    after: "'\n",
    write: (text) =>
      text
        .replaceAll('\n', '')
        .replace('arn:aws:states:::sqs:sendMessage', (arn) => `'\n          - '${arn}`),
  },
  'an object': {
    path: 'template.yaml',
    before: `${CLOUDFORMATION}      Definition:\n`,
    after: '\n',
    write: indented(8),
  },
  'a heredoc': {
    path: 'main.tf',
    before: 'resource "aws_sfn_state_machine" "Flow" {\n  definition = <<-EOF\n',
    after: '\n  EOF\n}\n',
    write: indented(4),
  },
  jsonencode: {
    path: 'main.tf',
    before: 'resource "aws_sfn_state_machine" "Flow" {\n  definition = jsonencode(\n',
    after: '\n  )\n}\n',
    write: indented(4),
  },
};

const STATES = `{
  "StartAt": "First",
  "States": {
    "First": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      "Parameters": { "MessageBody": "x", "QueueUrl": "y" },
      "Next": "Second"
    },
    "Second": { "Type": "Succeed" }
  }
}`;

const embed = ({ before, after, write }: Host, text: string): string => before + write(text) + after;

describe('inside a template', () => {
  before(readyHcl);

  for (const [title, host] of Object.entries(HOSTS)) {
    describe(title, () => {
      it('hovers over fields, values and states', () => {
        const hovers: readonly [at: string, first: string][] = [
          ['"Par|ameters"', '**Parameters**'],
          ['"Ta|sk"', '**Task** · state type'],
          ['sqs:send|Message', '**sqs:sendMessage**'],
          ['"Sec|ond"\n', '**Second** · Succeed'],
        ];
        for (const [at, first] of hovers) {
          const { document, offset } = documentAt(
            embed(host, STATES.replace(at.replace('|', ''), at)).replaceAll('|-\n', '||-\n'),
            host.path,
          );
          const found = hover(document, offset);
          assert.ok(found);
          assert.ok(found.markdown.startsWith(first), `${at}: ${found.markdown.slice(0, 40)}`);
          assert.ok(found.span.start <= offset && offset <= found.span.end);
        }
      });

      it('goes to the state that is named', () => {
        const { document, offset } = documentAt(
          embed(host, STATES.replace('"Second"\n', '"Sec|ond"\n')).replaceAll('|-\n', '||-\n'),
          host.path,
        );
        const link = definition(document, offset);
        assert.match(document.text.slice(link?.targetName.start, link?.targetName.end), /^\\?"Second\\?"$/);
        assert.ok((link?.targetName.start ?? 0) > offset);
      });

      it('is outlined under the resource', () => {
        const { document } = documentWith(embed(host, STATES), host.path);
        const [flow, ...others] = symbols(document);
        assert.match(flow.name, /Flow$/);
        assert.deepEqual(others, []);
        assert.deepEqual(
          flow.children.map(({ name, detail }) => `${name} ${detail}`),
          ['First Task', 'Second Succeed'],
        );
        for (const { span, nameSpan } of [flow, ...flow.children])
          assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
      });

      it('is mended and left clean', () => {
        const { document } = documentWith(embed(host, STATES.replace('"Second"\n', '"Secnd"\n')), host.path);
        const diagnostics = judge(document.text, document.located).filter(
          ({ severity }) => severity === 'error',
        );
        const wrong = diagnostics.find(({ rule }) => rule === 'asl/unknown-target');
        assert.ok(wrong, JSON.stringify(diagnostics));
        const [fix] = codeActions(document, [wrong], wrong.span);
        assert.equal(applyEdits(document.text, fix.edits), embed(host, STATES));
      });

      it('has findings that can be switched off', () => {
        const { document } = documentWith(embed(host, STATES.replace('"Second"\n', '"Secnd"\n')), host.path);
        const wrong = judge(document.text, document.located).find(
          ({ rule }) => rule === 'asl/unknown-target',
        );
        assert.ok(wrong);
        const action = codeActions(document, [wrong], wrong.span).find(({ title }) =>
          title.startsWith('Switch'),
        );
        assert.ok(action);
        const { document: after } = documentWith(applyEdits(document.text, action.edits), host.path);
        const left = judge(after.text, after.located).filter(({ rule }) =>
          /unknown-target|syntax/.test(rule),
        );
        assert.deepEqual(left, []);
      });
    });
  }

  const NAMED = `Parameters:
  Stage: { Type: String }
Resources:
  Load: { Type: AWS::Lambda::Function }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Name: !Sub flow-\${Stage}
      DefinitionSubstitutions: { LoadArn: !GetAtt Load.Arn }
      Definition:
        StartAt: A
        States: { A: { Type: Task, Resource: '\${LoadArn}', End: true } }
`;

  const LINKS: readonly [at: string, target: string][] = [
    ['${St|age}', 'Stage'],
    ['!GetAtt Lo|ad.Arn', 'Load'],
    ["'${Load|Arn}'", 'LoadArn'],
  ];
  for (const [at, target] of LINKS) {
    it(`goes from ${at} to "${target}"`, () => {
      const { document, offset } = documentAt(
        NAMED.replace(at.replace('|', ''), () => at),
        'template.yaml',
      );
      const link = definition(document, offset);
      assert.equal(document.text.slice(link?.targetName.start, link?.targetName.end), target);
    });
  }

  /** Templates with a finding that is about a resource. */
  const RULE = 'Type: AWS::Events::Rule, Properties: { ScheduleExpression: rate(1 minutes) }';
  const SUPPRESSED: readonly [title: string, path: string, text: string][] = [
    ['a line of YAML', 'template.yaml', `Resources:\n  Tick: { ${RULE} }\n`],
    [
      'a resource in JSON',
      'template.json',
      '{ "Resources": { "Tick": { "Type": "AWS::Events::Rule", "Properties": { "ScheduleExpression": "rate(1 minutes)" } } } }',
    ],
    [
      'a resource in JSON with metadata',
      'template.json',
      '{ "Resources": { "Tick": { "Type": "AWS::Events::Rule", "Metadata": { "Comment": "x" }, "Properties": { "ScheduleExpression": "rate(1 minutes)" } } } }',
    ],
  ];
  for (const [title, path, text] of SUPPRESSED) {
    it(`switches a rule off for ${title}`, () => {
      const { document } = documentWith(text, path);
      const found = judge(document.text, document.located);
      assert.ok(found.length > 0);
      for (const one of found) {
        const action = codeActions(document, [one], one.span).find(({ title: name }) =>
          name.startsWith('Switch'),
        );
        assert.ok(action, one.rule);
        const after = documentWith(applyEdits(text, action.edits), path).document;
        assert.ok(!judge(after.text, after.located).some(({ rule }) => rule === one.rule), after.text);
      }
    });
  }

  it('offers no line more in a text of several lines', () => {
    const text = `Resources:
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties:
      SourceParameters:
        FilterCriteria:
          Filters:
            - Pattern: |
                { "a":
                  [{ "prefixx": "b" }] }
`;
    const { document } = documentWith(text, 'template.yaml');
    const found = judge(text, document.located).filter(({ span }) =>
      text.slice(0, span.start).includes('"a"'),
    );
    assert.ok(found.length > 0);
    assert.ok(!codeActions(document, found, found[0].span).some(({ title }) => title.startsWith('Switch')));
  });

  it('says what kind of file it is', () => {
    assert.deepEqual(documentKind(documentWith(NAMED, 'template.yaml').document), {
      label: 'SAM',
      detail: '1 state',
      note: 'step-functions',
    });
  });
});
