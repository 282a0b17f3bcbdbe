import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readyHcl } from '../../support/hcl';
import { assertFound } from '../../support/ruleTester';

const FOLDER = join(__dirname, 'cases');

/** Many ways to write the same: each text has its marks; without marks the rule is silent. */
describe('code that orchestrates, and what only looks like it', () => {
  before(readyHcl);

  for (const file of readdirSync(FOLDER)) {
    describe(file, () => {
      const [, ...cases] = readFileSync(join(FOLDER, file), 'utf8').split(/^#### /m);
      for (const each of cases) {
        const [title] = each.split('\n', 1);
        const [, rule, extension] = /^(\S+) ([\w.]+): /.exec(title) ?? [];
        it(title, () => {
          assertFound({ id: rule }, each.slice(title.length + 1).trimEnd() + '\n', `app/h.${extension}`);
        });
      }
    });
  }
});
