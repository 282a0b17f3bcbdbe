import { explain } from './explain';
import { cost } from './cost';
import { lintCommand } from './lint';
import { match } from './match';
import { pick } from './pick';
import { schedule } from './schedule';
import { UsageError } from './usage';
import { HELP } from './help';
import { version } from '../../package.json';

/** Exit codes: 0 clean, 1 findings of severity error, 2 usage or I/O trouble. */
async function main(words: readonly string[]): Promise<number> {
  // Help is the same for all commands, wherever it is asked for.
  const [command, ...rest] = words.some((word) => word === '--help' || word === '-h') ? ['help'] : words;
  try {
    switch (command) {
      case 'lint':
        return await lintCommand(rest);
      case 'explain':
        return explain(rest);
      case 'pick':
        return pick(rest);
      case 'cost':
        return cost(rest);
      case 'match':
        return match(rest);
      case 'schedule':
        return schedule(rest);
      case '--version':
      case '-v':
        process.stdout.write(`${version}\n`);
        return 0;
      case undefined:
      case 'help':
        process.stdout.write(HELP);
        return command === undefined ? 2 : 0;
      default:
        throw new UsageError(`"${command}" is not a command.`);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`orchestration-lens: ${error.message} See orchestration-lens --help.\n`);
      return 2;
    }
    throw error;
  }
}

// A reader that stops early (`| head`) is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`orchestration-lens: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
