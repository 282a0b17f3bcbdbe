import assert from 'node:assert/strict';
import { CliFolder, type CliResult } from '../support/cli';

const CLEAN = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}\n';
const BROKEN =
  '{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 5, "Next": "B"}, "Bee": {"Type": "Succeed"}}}\n';
const COLUMN = BROKEN.indexOf('"B"');
const RANGE = { start: { line: 0, character: COLUMN }, end: { line: 0, character: COLUMN + 3 } };

describe('orchestration-lens lint', function () {
  this.timeout(30_000);
  let folder: CliFolder;
  afterEach(() => folder.dispose());
  const run = (files: Record<string, string | Uint8Array>, words: string[], input?: string): CliResult => {
    folder = new CliFolder(files);
    return folder.run(['lint', ...words], input);
  };

  it('ends with 0 on clean files and says how many it looked at', () => {
    const { code, stdout, stderr } = run(
      { 'a.asl.json': CLEAN, 'sub/b.json': '{}', 'node_modules/x/c.asl.json': BROKEN },
      [],
    );
    assert.deepEqual([code, stdout, stderr], [0, 'Nothing found in 2 files.\n', '']);
  });

  it('ends with 1 on errors, with place, message and rule', () => {
    const { code, stdout } = run({ 'a.asl.json': BROKEN }, ['a.asl.json']);
    assert.equal(code, 1);
    assert.match(
      stdout,
      new RegExp(
        `^a\\.asl\\.json\\n {2}1:${COLUMN + 1} +error +"B" is not a state at this level\\. {2}asl/unknown-target$`,
        'm',
      ),
    );
  });

  it('knows the parameters of API actions', () => {
    const resource = '"Resource": "arn:aws:states:::aws-sdk:s3:getObject"';
    const text = `{"StartAt": "A", "States": {"A": {"Type": "Task", ${resource}, "Parameters": {"Bucket": "b"}, "End": true}}}\n`;
    const { code, stdout } = run({ 'a.asl.json': text }, []);
    assert.equal(code, 0);
    assert.match(stdout, /warning +"s3:getObject" requires "Key"\. {2}asl\/missing-api-parameter/);
  });

  it('writes JSON with LSP positions', () => {
    const { stdout } = run({ 'flows/a.asl.json': BROKEN, 'b.asl.json': CLEAN }, ['--format', 'json']);
    const report = JSON.parse(stdout) as {
      version: number;
      files: { path: string; diagnostics: object[] }[];
    };
    assert.equal(report.version, 1);
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['flows/a.asl.json'],
    );
    assert.deepEqual(report.files[0].diagnostics[0], {
      rule: 'asl/unknown-target',
      severity: 'error',
      message: '"B" is not a state at this level.',
      range: RANGE,
    });
  });

  it('writes SARIF 2.1.0 and GitHub annotations', () => {
    const { stdout } = run({ 'a b.asl.json': BROKEN }, ['--format', 'sarif']);
    const [{ results, tool }] = (
      JSON.parse(stdout) as {
        runs: { results: Record<string, unknown>[]; tool: { driver: { rules: { id: string }[] } } }[];
      }
    ).runs;
    assert.equal(results[0].ruleId, tool.driver.rules[results[0].ruleIndex as number].id);
    assert.match(
      JSON.stringify(results[0]),
      new RegExp(`"uri":"a%20b\\.asl\\.json".*"startLine":1,"startColumn":${COLUMN + 1}`),
    );
    const github = folder.run(['lint', '--format', 'github']).stdout;
    assert.match(
      github,
      new RegExp(
        `^::error file=a b\\.asl\\.json,line=1,endLine=1,col=${COLUMN + 1},endColumn=${COLUMN + 4},title=asl/unknown-target::"B" is not`,
        'm',
      ),
    );
  });

  it('reads standard input as if it were a file', () => {
    const { code, stdout } = run(
      {},
      ['--stdin', '--stdin-filename', 'x.asl.yaml', '--format', 'json'],
      'StartAt: B\nStates:\n  A:\n    Type: Succeed\n',
    );
    assert.equal(code, 1);
    assert.match(stdout, /"path": "x\.asl\.yaml"/);
  });

  it('sees by the text what standard input without a name is', () => {
    const { stdout } = run(
      {},
      ['--stdin', '--format', 'json'],
      'StartAt: B\nStates:\n  A:\n    Type: Succeed\n',
    );
    assert.match(stdout, /"asl\/unknown-target"/);
    assert.doesNotMatch(stdout, /"asl\/syntax"/);
  });

  it('applies the fixes that are surely right', () => {
    const { code, stdout } = run(
      { 'a.asl.json': BROKEN.replaceAll('"B"', '"Sace"').replaceAll('"Bee"', '"Save"') },
      ['--fix'],
    );
    assert.equal(code, 0, stdout);
    assert.match(folder.read('a.asl.json'), /"Next": "Save"/);
    assert.equal(folder.run(['lint', '--fix', '--stdin'], CLEAN).stdout, CLEAN);
  });

  it('judges by type, counts warnings, and reads the project file', () => {
    const files = {
      'a.asl.json':
        '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "Bee": {"Type": "Succeed"}}}',
      'orchestration-lens.json': '{"rules": {"asl/*": "off", "asl/unknown-target": "warning"}}',
    };
    assert.equal(run(files, []).code, 0);
    const counted = folder.run(['lint', '--max-warnings', '0']);
    assert.equal(counted.code, 1);
    assert.match(counted.stderr, /more warnings than the 0 that --max-warnings allows/);
    assert.equal(folder.run(['lint', '--max-warnings', '1']).code, 0);
    folder.write('orchestration-lens.json', '{"rules": {"asl/nonsense": "off"}}');
    const { code, stderr } = folder.run(['lint']);
    assert.equal(code, 2);
    assert.match(stderr, /"asl\/nonsense" is not a rule/);
  });

  for (const [title, text, message] of [
    [
      'is cut short',
      '{"rules": {"asl/unknown-target": "off"',
      /orchestration-lens\.json cannot be read: Flow map/,
    ],
    [
      'has a list of rules',
      '{"rules": ["asl/unknown-target"]}',
      /"rules" is not a setting of this file, or its/,
    ],
  ] as const) {
    it(`tells of a project file that ${title}`, () => {
      const { code, stderr } = run({ 'a.asl.json': BROKEN, 'orchestration-lens.json': text }, []);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }

  it('leaves alone what the project file says, wherever the search begins', () => {
    const files = {
      'orchestration-lens.json': '{"ignore": ["flows/old/**", "drafts"]}',
      'flows/old/a.asl.json': BROKEN,
      'flows/b.asl.json': BROKEN,
      'drafts/c.asl.json': BROKEN,
    };
    const found = (words: string[]): string[] => {
      const { stdout } = folder.run(['lint', '--format', 'json', ...words]);
      return (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path);
    };
    run(files, []);
    assert.deepEqual(found([]), ['flows/b.asl.json']);
    assert.deepEqual(found(['flows', 'drafts']), ['flows/b.asl.json']);
    assert.deepEqual(found(['flows/**/*.json', 'drafts/../drafts']), ['flows/b.asl.json']);
    assert.deepEqual(found(['flows/old/a.asl.json']), ['flows/old/a.asl.json']);
    const { stdout } = folder.run(['lint', '--format', 'json', '.', '../flows/*.json'], '', 'drafts');
    assert.match(stdout, /"path": "\.\.\/flows\/b\.asl\.json"/);
    assert.doesNotMatch(stdout, /c\.asl\.json/);
  });

  it('writes places of SARIF that are addresses, whatever the file is called', () => {
    const { stdout } = run({ 'flows #1/what?%.asl.json': BROKEN }, ['--format', 'sarif']);
    assert.match(stdout, /"uri": "flows%20%231\/what%3F%25\.asl\.json"/);
  });

  it('says in a line what it cannot read, and never shows a stack', () => {
    const files = {
      'x.asl.json/inner.asl.json': CLEAN,
      'binary.asl.json': new Uint8Array([0x7b, 0, 1, 2]),
      'windows.asl.json': Buffer.from(`\ufeff${CLEAN}`, 'utf16le'),
      'deep.asl.json': '['.repeat(10_000),
      'deep.asl.yaml': '- '.repeat(10_000),
      'bomb.asl.yaml': `a: &a [x]\n${'bcdefghijk'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]`)
        .join('\n')}\nStates: {}\n`,
      'empty.asl.json': '',
      'huge.asl.json': `{"Comment": "${'x'.repeat(9 * 1024 * 1024)}"}`,
    };
    const { code, stdout, stderr } = run(files, []);
    assert.equal(code, 2);
    assert.match(stderr, /binary\.asl\.json is not checked: it is not a text file\./);
    assert.match(stderr, /windows\.asl\.json is not checked: it is written in UTF-16/);
    assert.match(stderr, /huge\.asl\.json is not checked: it has 9 MB/);
    assert.match(stdout, /nested more than 500 levels/);
    assert.match(stdout, /aliases of this file stand for more values/);
    assert.doesNotMatch(stdout + stderr, /\n\s+at /);
  });

  it('says that a folder by the name of a definition is none', () => {
    const { code, stderr } = run({ 'x.asl.json/notes.txt': '' }, ['x.asl.json']);
    assert.equal(code, 2);
    assert.match(stderr, /x\.asl\.json cannot be read: it is a folder\./);
  });

  for (const [words, message] of [
    [['missing.asl.json'], /There is no file or folder "missing\.asl\.json"/],
    [['--format', 'xml'], /"xml" is not a format/],
    [['--type', 'FAST'], /"FAST" is not a type/],
    [['--max-warnings', 'many'], /"many" is not a number/],
    [['--nonsense'], /Unknown option '--nonsense'/],
    [['--config', 'nowhere.json'], /nowhere\.json cannot be read: there is no such file\./],
    [['--config', '.'], /\. cannot be read: it is a folder\./],
    [['flows/**/*.json'], /No file to check matches "flows\/\*\*\/\*\.json"/],
    [['--stdin', 'a.asl.json'], /--stdin reads standard input and takes no files/],
    [['--stdin-filename', 'a.asl.json'], /--stdin-filename is the name of --stdin/],
  ] as const) {
    it(`ends with 2 on ${words.join(' ')}`, () => {
      const { code, stderr } = run({}, [...words]);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }
});

describe('orchestration-lens explain', function () {
  this.timeout(30_000);
  const folder = new CliFolder();
  after(() => folder.dispose());

  it('prints the page of a rule', () => {
    const { code, stdout } = folder.run(['explain', 'asl/unknown-target']);
    assert.equal(code, 0);
    assert.match(stdout, /^# asl\/unknown-target\n[\s\S]*## Why\n[\s\S]*## Not like this/);
  });

  it('knows what was meant', () => {
    const { code, stderr } = folder.run(['explain', 'asl/unknown-taget']);
    assert.equal(code, 2);
    assert.match(stderr, /Did you mean "asl\/unknown-target"\?/);
  });

  it('shows how it is used', () => {
    for (const words of [['--help'], ['lint', '--help'], ['help']]) {
      const { code, stdout } = folder.run(words);
      assert.equal(code, 0);
      assert.match(stdout, /orchestration-lens lint/);
    }
    assert.equal(folder.run([]).code, 2);
    assert.match(folder.run(['--version']).stdout, /^\d+\.\d+\.\d+/);
  });
});
