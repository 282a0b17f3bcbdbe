import type { CodeFile } from '../../model/code';
import { workInArguments, type ForeignWork } from '../../model/resources/glueWork';
import { membersOf, titled, type Construct } from '../../model/code/constructs';
import type { PlacedPart } from '../../model/workspace';
import type { Finding, RuleContext } from '../rule';
import { glueConstructs, isPythonShell, scriptFileOf } from './workflowConstructs';

interface JobWork extends ForeignWork {
  readonly script?: PlacedPart;
}

/** Python shell jobs of the CDK that leave the work to others, and workflows of nothing else. */
export function* jobConstructs(code: CodeFile, context: RuleContext): Iterable<Finding> {
  const { jobs, triggers, workflows, runningIn } = glueConstructs(code);
  const foreign = new Map<Construct, JobWork>();
  for (const job of jobs) {
    const work = isPythonShell(job) ? workOf(job, code, context) : undefined;
    if (work) foreign.set(job, work);
  }
  for (const [job, { does, script }] of foreign) {
    const [trigger] = runningIn(job);
    const command = membersOf(job.properties.get('command')?.value).get('name');
    yield {
      span: command?.span ?? job.head,
      // Alone, a job may be no part of an orchestration.
      severity: trigger ? 'warning' : 'info',
      message: `${titled('The job', job)}${trigger ? ' of a workflow' : ''} is a Python shell that ${does}, which a state machine does without a job.`,
      related: [
        ...(trigger
          ? [{ span: trigger.construct.head, message: 'This trigger of the workflow runs it.' }]
          : []),
        ...(script ? [{ uri: script.path, span: script.span, message: 'This is its script.' }] : []),
      ],
    };
  }
  for (const workflow of workflows) {
    const own = triggers.filter((trigger) => trigger.workflow === workflow);
    const run = own.flatMap((trigger) => trigger.jobs);
    if (
      run.length === 0 ||
      own.some(({ startsOthers }) => startsOthers) ||
      !run.every((job) => foreign.has(job))
    )
      continue;
    yield {
      span: workflow.head,
      message: `${titled('No job of the workflow', workflow)} does work of Glue's; a state machine runs the same steps directly.`,
    };
  }
}

/** What the script says goes before what its arguments make likely. */
function workOf(job: Construct, code: CodeFile, { workspace }: RuleContext): JobWork | undefined {
  const file = scriptFileOf(job, code);
  const scripts =
    file === undefined
      ? []
      : (workspace?.parts.filter(({ kind, path }) => kind === 'script' && `/${path}`.endsWith(`/${file}`)) ??
        []);
  if (scripts.length === 1) {
    const [script] = scripts;
    return script.foreignWork === undefined ? undefined : { does: script.foreignWork, script };
  }
  const names = [...membersOf(job.properties.get('defaultArguments')?.value).keys()];
  return names.includes('--library-set') ? undefined : workInArguments(names);
}
