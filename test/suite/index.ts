import Mocha from 'mocha';
import { load } from 'suite:files';
import { host } from './host';

interface Outcome {
  title: string;
  error?: string;
}

/** Runs every test of this folder; rejects when one failed, which is what VS Code takes for its exit status. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Mocha.reporters.Base });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  await load();

  const outcomes: Outcome[] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => {
      outcomes.push({ title: test.fullTitle() });
      console.log(`  ✔ ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      outcomes.push({ title: test.fullTitle(), error: error.stack ?? error.message });
      console.error(`  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });

  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  console.log(`suite: ${JSON.stringify({ host, passed: outcomes.length - failed, failed })}`);
  if (failed > 0) throw new Error(`${failed} of ${outcomes.length} tests failed.`);
}
