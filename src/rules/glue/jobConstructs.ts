import type { CodeFile } from '../../model/code';
import { constructsOf } from '../../model/code/constructs';
import { workInArguments } from '../../model/resources/glueWork';
import type { Finding } from '../rule';
import { membersOf } from './constructMembers';

/** Python shell jobs of the CDK whose arguments say that others do the work. */
export function* jobConstructs(code: CodeFile): Iterable<Finding> {
  for (const { type, id, properties } of constructsOf(code)) {
    const command = membersOf(properties.get('command')?.value).get('name');
    const isShell = command?.kind === 'string' && command.value === 'pythonshell';
    if (type !== 'glue.CfnJob' || !isShell) continue;
    const names = [...membersOf(properties.get('defaultArguments')?.value).keys()];
    const work = names.includes('--library-set') ? undefined : workInArguments(names);
    if (!work) continue;
    yield {
      span: command.span,
      // Whether a workflow runs it is not known here.
      severity: 'info',
      message: `The job "${id}" is a Python shell that ${work.does}, which a state machine does without a job.`,
    };
  }
}
