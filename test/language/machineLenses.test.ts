import assert from 'node:assert/strict';
import { LanguageDocument } from '../../src/language/document';
import { callerLenses, findingLenses } from '../../src/language/machineLenses';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { judge } from '../../src/rules/run';

const INNER = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Nowhere" } } }';
const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Inner:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: inner.asl.json
      Events:
        Nightly: { Type: ScheduleV2, Properties: { ScheduleExpression: rate(1 day) } }
  Outer:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionSubstitutions: { InnerArn: !Ref Inner }
      Definition:
        StartAt: Start
        States:
          Start:
            Type: Task
            Resource: arn:aws:states:::states:startExecution
            Parameters: { StateMachineArn: "\${InnerArn}" }
            End: true
`;

const FILES: Readonly<Record<string, string>> = { 'inner.asl.json': INNER, 'template.yaml': TEMPLATE };

describe('lenses above machines', () => {
  const index = new WorkspaceIndex();
  for (const [path, text] of Object.entries(FILES)) index.update({ path, text });

  it('say who starts the machine, where it is declared and where it is defined', () => {
    for (const [path, at] of [
      ['inner.asl.json', 0],
      ['template.yaml', TEMPLATE.indexOf('Inner:')],
    ] as const) {
      const lenses = callerLenses(new LanguageDocument({ path, text: FILES[path] }), index.graph);
      assert.deepEqual(
        lenses.map(({ title, span }) => [title, span.start]),
        [['Started by Nightly, Outer', at]],
      );
      assert.deepEqual(
        lenses[0].places.map(({ path: file, span }) => [file, TEMPLATE.slice(span.start, span.end)]),
        [
          ['template.yaml', 'Nightly'],
          ['template.yaml', '"${InnerArn}"'],
        ],
      );
    }
  });

  it('say so in the same words whichever file was read first', () => {
    const nightly = TEMPLATE.slice(0, TEMPLATE.indexOf('  Outer:'));
    const texts = { 'a.yaml': nightly, 'z.yaml': nightly.replace('Nightly:', 'Hourly:') };
    const document = new LanguageDocument({ path: 'inner.asl.json', text: INNER });
    const titles = (['a.yaml', 'z.yaml'] as const).map((first) => {
      const index = new WorkspaceIndex();
      index.update({ path: first, text: texts[first] });
      for (const [path, text] of Object.entries({ ...texts, 'inner.asl.json': INNER }))
        if (path !== first) index.update({ path, text });
      return callerLenses(document, index.graph)[0].title;
    });
    assert.deepEqual(titles, ['Started by Hourly, Nightly', 'Started by Hourly, Nightly']);
  });

  it('count the findings in the machine', () => {
    const document = new LanguageDocument({ path: 'inner.asl.json', text: INNER });
    const [lens] = findingLenses(document, judge(INNER, document.located));
    assert.match(lens.title, /^[12] errors?/);
    const [quiet] = [
      new LanguageDocument({
        path: 'inner.asl.json',
        text: INNER.replace('"Next": "Nowhere"', '"Result": 1, "End": true'),
      }),
    ];
    assert.deepEqual(findingLenses(quiet, judge(quiet.text, quiet.located)), []);
  });
});
