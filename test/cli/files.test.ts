import assert from 'node:assert/strict';
import { Checker } from '../../src/cli/checker';
import { DISK, type Disk } from '../../src/cli/disk';
import { findFiles, readText, writeText, type Ignored } from '../../src/cli/files';
import { DEFAULT_CONFIG } from '../../src/rules/config';
import { CliFolder } from '../support/cli';

const refused = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** This disk, but with folders that answer with an error; a superuser would be let into a real one. */
function diskWith(errors: Readonly<Record<string, string>>): Disk {
  const readdir = (folder: string, options: { withFileTypes: true }, done: (...found: unknown[]) => void) => {
    const name = Object.keys(errors).find((one) => folder.replace(/[\\/]$/, '').endsWith(one));
    if (name) done(refused(errors[name]));
    else DISK.readdir(folder, options, done);
  };
  return { ...DISK, readdir: readdir as Disk['readdir'] };
}

const ignoring = (...globs: string[]): Ignored => ({ folder: process.cwd(), globs });

describe('files of the command line', () => {
  let folder: CliFolder;
  let home: string;
  beforeEach(() => {
    home = process.cwd();
    folder = new CliFolder({
      'a.asl.json': '{}',
      'locked/b.asl.json': '{}',
      'gone/c.asl.json': '{}',
      'open/locked too/d.asl.json': '{}',
      'open/e.asl.json': '{}',
      'node_modules/f.asl.json': '{}',
    });
    process.chdir(folder.path);
  });
  afterEach(() => {
    process.chdir(home);
    folder.dispose();
  });
  const errors = { locked: 'EACCES', 'locked too': 'EPERM', gone: 'ENOENT', node_modules: 'EACCES' };

  for (const [title, words] of [
    ['a folder', []],
    ['a glob', ['**/*.asl.json']],
  ] as const) {
    it(`in ${title}: tells of folders that cannot be looked into, and finds what is beside them`, async () => {
      const { candidates, troubles } = await findFiles(words, ignoring(), diskWith(errors));
      assert.deepEqual(
        candidates.map(({ path }) => path),
        ['a.asl.json', 'open/e.asl.json'],
      );
      assert.deepEqual([...troubles].sort(), [
        'locked cannot be read: permission denied.',
        'open/locked too cannot be read: permission denied.',
      ]);
    });
  }

  it('says nothing of folders that are ignored', async () => {
    const { troubles } = await findFiles([], ignoring('locked/**', 'open/**'), diskWith(errors));
    assert.deepEqual(troubles, []);
  });

  it('tells once of a folder that is searched twice', async () => {
    const { troubles } = await findFiles(['open', '**/*.asl.json'], ignoring('locked/**'), diskWith(errors));
    assert.deepEqual(troubles, ['open/locked too cannot be read: permission denied.']);
  });

  it('says nothing where all can be read', async () => {
    assert.deepEqual((await findFiles(['.'], ignoring())).troubles, []);
  });

  it('says of a glob that begins in a folder that there is not only that nothing matches', async () => {
    await assert.rejects(findFiles(['nowhere/**'], ignoring()), /No file to check matches "nowhere\/\*\*"\./);
  });

  it('says of a file that cannot be written why it stays as it was', () => {
    const disk: Disk = {
      ...DISK,
      writeFileSync: () => {
        throw refused('EACCES');
      },
    };
    assert.equal(writeText('a.asl.json', '', disk), 'a.asl.json cannot be written: permission denied.');
    assert.equal(writeText('a.asl.json', '[]'), undefined);
    assert.equal(folder.read('a.asl.json'), '[]');
  });

  it('goes on to find what is wrong in a file that stays as it was', () => {
    const checker = new Checker(DEFAULT_CONFIG);
    const text = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "Nxt": "B"}, "B": {"Type": "Succeed"}}}';
    checker.add('a.asl.json', text);
    checker.fix(() => false);
    const rules = (): string[] =>
      [...checker.reports()].flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
    assert.ok(rules().includes('asl/unknown-field'));
    checker.fix(() => true);
    assert.ok(!rules().includes('asl/unknown-field'));
  });

  it('does not wait for the end of a device', () => {
    const device = Object.assign(Object.create(DISK.statSync('a.asl.json')), { isFile: () => false });
    const disk: Disk = {
      ...DISK,
      statSync: (() => device) as unknown as Disk['statSync'],
      readFileSync: () => assert.fail('it is read'),
    };
    assert.deepEqual(readText({ path: 'a.asl.json', named: true }, disk), {
      trouble: 'a.asl.json is not checked: it is no file; --stdin reads a pipe.',
    });
  });
});
