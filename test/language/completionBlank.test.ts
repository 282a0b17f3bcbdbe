import assert from 'node:assert/strict';
import { complete } from '../../src/language/completion';
import { LanguageDocument } from '../../src/language/document';
import { accept } from '../support/accept';
import { readyHcl } from '../support/hcl';

const MACHINE = 'Resources:\n  Flow:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n';
const SERVERLESS =
  'service: s\nprovider: { name: aws }\nstepFunctions:\n  stateMachines:\n    flow:\n      definition:\n';
const terraform = (value: string): string =>
  `resource "aws_sfn_state_machine" "f" {\n  definition = ${value}\n}\n`;

const JSON_MACHINE = 'state machine in JSONata';

/** Texts in which next to nothing is written, with the cursor `‸`, and the item that makes a whole machine of them. */
const BLANKS: readonly (readonly [path: string, text: string, label?: string])[] = [
  ['a.asl.json', '‸'],
  ['a.asl.json', '  ‸\n'],
  ['a.asl.json', '// hello\n‸'],
  ['a.asl.json', 'sta‸'],
  ['a.asl.json', '"‸"'],
  ['a.asl.json', '{‸}'],
  ['a.asl.json', '{‸'],
  ['a.asl.json', '{\n  ‸\n}'],
  ['a.asl.json', '{ "Comment": "x" ‸ }'],
  ['a.asl.json', '{ "StartAt": ‸ }', 'First'],
  ['a.asl.json', '{ "StartAt": "‸" }', 'First'],
  ['a.asl.json', '{\n  "StartAt": ‸\n}', 'First'],
  ['a.asl.yaml', '‸'],
  ['a.asl.yaml', '# hello\n‸'],
  ['a.asl.yaml', 'St‸'],
  ['a.asl.yaml', 'Comment: x\n‸'],
  ['a.asl.yaml', 'StartAt: ‸', 'First'],
  ['t.yaml', `${MACHINE}      Definition:\n        ‸\n`],
  ['t.yaml', `${MACHINE}      Definition:\n        St‸\n`],
  ['t.yaml', `${MACHINE}      Definition:\n        StartAt: ‸\n`, 'First'],
  ['t.yaml', `${MACHINE}      Definition:\n        ‸\n      RoleArn: r\n`],
  ['t.yaml', `${MACHINE}      DefinitionString: |\n        ‸\n`],
  ['t.yaml', `${MACHINE}      DefinitionString: !Sub |\n        {‸}\n`],
  ['t.yaml', `${MACHINE}      DefinitionString: |\n        { "StartAt": ‸ }\n`, 'First'],
  ['t.yaml', `${MACHINE}      Definition: ‸\n`],
  ['t.yaml', `${MACHINE}      Definition:‸\n`],
  ['t.yaml', `${MACHINE}      Definition: St‸\n`],
  ['t.yaml', `${MACHINE}      Definition: {‸}\n`],
  ['t.yaml', `${MACHINE}      RoleArn: r\n      Definition: ‸\n\n      StateMachineName: s\n`],
  ['serverless.yml', `${SERVERLESS.trimEnd()}‸\n`],
  ['t.yaml', `${MACHINE}      DefinitionString: ‸\n`],
  ['t.yaml', `${MACHINE}      DefinitionString:‸\n`],
  ['t.yaml', `${MACHINE}      DefinitionString: "‸"\n      RoleArn: r\n`],
  ['t.yaml', `${MACHINE}      DefinitionString: !Sub '‸'\n`],
  [
    't.json',
    '{"Resources": {"F": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "‸"}}}}',
  ],
  [
    't.json',
    '{"Resources":{"F":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"DefinitionString":"‸"}}}}',
  ],
  ['a.asl.yaml', 'StartAt: First\nStates: ‸\n', 'Pass state'],
  ['a.asl.yaml', 'StartAt: First\nStates: Pa‸\nComment: x\n', 'Pass state'],
  ['a.asl.yaml', 'StartAt: First\nStates:‸\n', 'Pass state'],
  ['a.asl.yaml', 'StartAt: First\nStates:\n  First:‸\n', 'Pass state'],
  ['a.asl.yaml', 'StartAt: First\nStates:\n  First: ‸\n', 'Pass state'],
  ['a.asl.yaml', 'StartAt:‸\n', 'First'],
  ['a.asl.json', '{\n  "StartAt": "First",\n  "States": ‸\n}', 'Pass state'],
  ['a.asl.json', '{\n  "StartAt": "First",\n  "States": {\n    "First": ‸\n  }\n}', 'Pass state'],
  [
    'main.tf',
    terraform('jsonencode({\n    StartAt = "First"\n    States = { First = ‸ }\n  })'),
    'Pass state',
  ],
  ['t.yaml', `${MACHINE}      Definition:\n        StartAt: First\n        States:‸\n`, 'Pass state'],
  ['t.yaml', `${MACHINE}      Definition:\n        StartAt: First\n        States: ‸\n`, 'Pass state'],
  ['main.tf', terraform('jsonencode({\n    StartAt = "First"\n    States = ‸\n  })'), 'Pass state'],
  ['serverless.yml', `${SERVERLESS}        ‸\n`],
  ['serverless.yml', `${SERVERLESS}        StartAt: ‸\n`, 'First'],
  ['main.tf', terraform('jsonencode({\n    ‸\n  })')],
  ['main.tf', terraform('jsonencode({‸})')],
  ['main.tf', terraform('jsonencode(‸)')],
  ['main.tf', terraform('jsonencode({\n    StartAt = ‸\n  })'), 'First'],
  ['main.tf', terraform('<<-EOF\n    ‸\n  EOF')],
  ['main.tf', terraform('<<-EOF\n    {‸}\n  EOF')],
];

/** Ends of definitions in templates, where lines of YAML go on. */
const ENDS: readonly (readonly [text: string, label: string])[] = [
  [`${MACHINE}      Definition:\n        StartAt: A\n        ‸\n`, 'States'],
  [`${MACHINE}      Definition:\n        StartAt: A\n        States:\n          ‸\n`, 'Pass state'],
  [
    `${MACHINE}      Definition:\n        StartAt: A\n        States:\n          A:\n            Type: Pass\n            ‸\n`,
    'End',
  ],
  [
    `${MACHINE}      Definition:\n        StartAt: A\n        States:\n          A:\n            Type: Task\n            Retry:\n              - ‸\n      RoleArn: r\n`,
    'retrier',
  ],
  [
    `${MACHINE}      Definition:\n        StartAt: A\n        States:\n          B: { Type: Succeed }\n          A:\n            Type: Pass\n            Next: ‸\n\n  Other:\n    Type: AWS::SNS::Topic\n`,
    'B',
  ],
];

function at(path: string, marked: string): { document: LanguageDocument; offset: number } {
  const offset = marked.indexOf('‸');
  return { document: new LanguageDocument({ path, text: marked.replace('‸', '') }), offset };
}

describe('completion where nothing is written yet', () => {
  before(readyHcl);

  for (const [path, marked, label = JSON_MACHINE] of BLANKS) {
    it(`makes a whole machine of ${JSON.stringify(marked.slice(-50))} in ${path}`, () => {
      const { document, offset } = at(path, marked);
      const items = complete(document, offset);
      const item = items.find((one) => one.label === label) ?? items[0];
      assert.equal(item.label, label);
      const text = accept(document.text, item);
      const { tree, stateMachines } = new LanguageDocument({ path, text }).located;
      const [machine] = stateMachines;
      const problems = [...(tree?.problems ?? []), ...machine.tree.problems];
      assert.deepEqual(
        problems.filter(({ harmless }) => !harmless),
        [],
        text,
      );
      assert.deepEqual(
        machine.states.map(({ name, type }) => [name, type]),
        [['First', 'Pass']],
        text,
      );
      const start = machine.scope.startAt?.value;
      assert.equal(start?.kind === 'string' && start.value, 'First');
    });
  }

  for (const [marked, label] of ENDS) {
    it(`goes on at the end of a definition: ${JSON.stringify(marked.slice(100))}`, () => {
      const { document, offset } = at('t.yaml', marked);
      const labels = complete(document, offset).map((item) => item.label);
      assert.ok(labels.includes(label), labels.join(', '));
    });
  }

  /** The readable text that accepting leaves: `|` is the cursor, the label comes first. */
  const LEFT: readonly (readonly [label: string, path: string, marked: string, left: string])[] = [
    ['B', 'a.asl.yaml', 'Next:‸', 'Next: B'],
    ['Pass', 'a.asl.yaml', 'Type:‸', 'Type: Pass'],
    ['lambda:invoke', 'a.asl.yaml', 'Resource:‸', 'Resource: arn:aws:states:::lambda:invoke'],
    ['retrier', 'a.asl.yaml', 'Retry:‸', 'Retry:\n      - ErrorEquals: ["States.TaskFailed"]\n        Int'],
    ['retrier', 'a.asl.yaml', 'Retry:  ‸', 'Retry:\n      - ErrorEquals: ["States.TaskFailed"]\n        Int'],
    ['retrier', 'a.asl.json', '"Retry": ‸', '"Retry": [{ "ErrorEquals": ["States.TaskFailed"], "Int'],
  ];
  for (const [label, path, marked, left] of LEFT) {
    it(`leaves ${JSON.stringify(left)} of ${marked}`, () => {
      const text = path.endsWith('yaml')
        ? `StartAt: A\nStates:\n  A:\n    Type: Task\n    ${marked}\n  B:\n    Type: Succeed\n`
        : `{ "StartAt": "A", "States": { "A": { "Type": "Task", ${marked} }, "B": { "Type": "Succeed" } } }`;
      const { document, offset } = at(path, text);
      const item = complete(document, offset).find((one) => one.label === label);
      assert.ok(item);
      const start = text.slice(0, text.indexOf(marked));
      assert.ok(accept(document.text, item).startsWith(start + left), accept(document.text, item));
    });
  }

  it('opens braces with nothing in them for a state', () => {
    for (const braces of ['{‸}', '{ ‸ }', '{ "‸" }', '{"Ta‸"}', '{ "‸']) {
      const { document, offset } = at('a.asl.json', `{\n  "StartAt": "A",\n  "States": ${braces}\n}`);
      const item = complete(document, offset).find((one) => one.label === 'Succeed state');
      assert.ok(item);
      const states = '{\n    "Succeed": {\n      "Type": "Succeed"';
      const text = accept(document.text, item).replace(/ +$/gm, '');
      assert.ok(text.includes(`"States": ${states}`), text);
      if (braces.endsWith('}')) assert.ok(text.endsWith('\n    }\n  }\n}'), text);
    }
  });

  it('offers nothing of a machine outside of one', () => {
    for (const text of [
      `${MACHINE}      Definition:\n        StartAt: A\n      ‸\n`,
      `${MACHINE}      Definition:\n        StartAt: A\n  ‸\n`,
      'Outputs:\n  ‸\n',
      `${MACHINE}      # DefinitionString: "‸"\n`,
      `${MACHINE}      Definition: ‸\n        StartAt: A\n`,
      `${MACHINE.replace('StepFunctions::StateMachine', 'Glue::Job')}      Definition: ‸\n`,
    ])
      assert.deepEqual(complete(at('t.yaml', text).document, at('t.yaml', text).offset), []);
  });
});
