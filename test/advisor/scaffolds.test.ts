import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { recommendations } from '../../src/advisor/decide/verdict';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { locate, prepare } from '../../src/model/locate';
import { lint } from '../../src/rules/run';
import scaffolds from '../../media/scaffolds/scaffolds.json';
import { readAsset } from '../support/assets';

const root = join(__dirname, '../..');
const folder = join(root, 'media/scaffolds');
const notes = (
  JSON.parse(readFileSync(join(root, 'media/guide.json'), 'utf8')) as {
    notes: { id: string; sections: { anchor: string }[] }[];
  }
).notes.flatMap(({ id, sections }) => sections.map(({ anchor }) => (anchor ? `${id}#${anchor}` : id)));

const flavours = scaffolds.flatMap(({ id, sam, terraform }) => [
  { name: `${id}/sam`, files: sam },
  { name: `${id}/terraform`, files: terraform },
]);

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function filesIn(place: string, below = ''): string[] {
  return readdirSync(join(place, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(place, posix.join(below, entry.name)) : [posix.join(below, entry.name)],
  );
}

describe('scaffolds', () => {
  it('have one for every recommendation, with a note that exists', () => {
    const served = scaffolds.flatMap(({ services }) => services);
    assert.deepEqual([...served].sort(), [...recommendations].sort());
    for (const { id, note } of scaffolds) assert.ok(notes.includes(note), `${id}: ${note}`);
  });

  it('list their files, the main one first', () => {
    for (const { name, files } of flavours) {
      assert.deepEqual([...files].sort(), filesIn(join(folder, name)).sort(), name);
      assert.equal(files[0], name.endsWith('/sam') ? 'template.yaml' : 'main.tf');
    }
    for (const { id, insert, sam, terraform } of scaffolds) {
      for (const files of insert ? [sam, terraform] : []) assert.ok(files.includes(insert ?? ''), id);
    }
  });

  it('have the same definitions and programs in SAM and in Terraform', () => {
    for (const { id, sam, terraform } of scaffolds) {
      for (const file of sam.filter((name) => terraform.includes(name)))
        assert.equal(read(`${id}/sam/${file}`), read(`${id}/terraform/${file}`), `${id}: ${file}`);
    }
  });

  it('hold no account and no address of anybody', () => {
    for (const { name, files } of flavours) {
      for (const file of files) assert.doesNotMatch(read(`${name}/${file}`), /\b\d{12}\b|@[\w-]+\.\w/, file);
    }
  });

  for (const { name, files } of flavours) {
    it(`${name}: our own checks find nothing, of any severity`, async () => {
      const sources = files.map((file) => ({ path: `/${name}/${file}`, text: read(`${name}/${file}`) }));
      const index = new WorkspaceIndex();
      for (const source of sources) {
        await prepare(source, readAsset);
        index.update(source);
      }
      for (const source of sources) {
        const found = lint(source, { workspace: index.graph });
        assert.deepEqual(
          found.map(({ rule, message }) => `${source.path}: ${rule}: ${message}`),
          [],
        );
      }
    });

    it(`${name}: every file is read without a mistake`, async () => {
      for (const file of files) {
        const source = { path: `/${name}/${file}`, text: read(`${name}/${file}`) };
        await prepare(source, readAsset);
        const { tree, code } = locate(source);
        assert.deepEqual(tree?.problems ?? [], [], file);
        assert.deepEqual(code?.program.broken ?? [], [], file);
      }
    });
  }

  it('compile where there is a Python', function () {
    const program = 'import sys\nfor path in sys.argv[1:]: compile(open(path).read(), path, "exec")';
    const places = flavours
      .flatMap(({ name, files }) => files.map((file) => join(folder, name, file)))
      .filter((place) => place.endsWith('.py'));
    assert.ok(places.every(existsSync) && places.length > 10);
    const { error, status, stderr } = spawnSync('python3', ['-c', program, ...places], { encoding: 'utf8' });
    // Only Python itself can say this; that each file is read without a mistake is shown everywhere, above.
    if (error) this.skip();
    assert.equal(status, 0, stderr);
  });
});
