import { limit } from '../facts';
import { defineService } from '../serviceProfile';
import type { Situation } from '../situation';

const payload = (s: Situation): boolean => (s.payloadKiB ?? 0) > limit('step-functions-standard/payload');
const serverlessAirflowCap = (s: Situation): boolean =>
  (s.team === 'python' || s.airflowMinded) &&
  s.wants('scale-to-zero', 'open-source-portability') &&
  (s.longestStepSeconds ?? 0) > limit('mwaa-serverless/task-cap');
const sqlChain = (s: Situation): boolean =>
  s.touches('redshift') && s.several && (s.team === 'sql' || s.touchesOnly('redshift', 's3', 'sns'));

export default defineService({
  id: 'step-functions-standard',
  // A loop over items is more than one step.
  fit: (s) => (s.single && s.fanOut === 'none' ? 30 : 50),
  wins: 'Several AWS services have to work in order, wait for each other, and be looked at afterwards.',
  limits: [
    {
      when: (s) => s.wants('synchronous-response'),
      text: 'A Standard state machine cannot answer a caller that waits.',
      fact: 'step-functions-standard/synchronous',
    },
    {
      when: (s) => s.beyondYear,
      text: 'One run lasts at most one year.',
      fact: 'step-functions-standard/max-duration',
    },
    {
      when: (s) => s.fanOut === 'large' || s.fanOut === 'history',
      text: 'An inline Map over so many items fills the history of 25,000 events.',
      fact: 'step-functions-standard/history-events',
    },
  ],
  reasons: [
    {
      fact: 'glue-workflow-size-limit',
      when: (s) => s.glueOnly && (s.stepCount ?? 0) > limit('glue-workflow/max-components'),
      points: 10,
      text: 'A Glue workflow holds at most 100 jobs, crawlers and triggers.',
      source: 'glue-workflow/max-components',
    },
    {
      fact: 'human-approval',
      when: (s) => s.humanApproval === true,
      points: 10,
      text: 'A task token waits for a person for up to a year, and waiting costs nothing.',
      source: 'step-functions-standard/max-duration',
    },
    {
      fact: 'step-longer-than-60-minutes',
      when: serverlessAirflowCap,
      points: 4,
      text: 'A step is longer than the 60 minutes that a task of MWAA Serverless may take.',
      source: 'mwaa-serverless/task-cap',
    },
    {
      fact: 'payload-over-256-kib',
      when: payload,
      points: 2,
      text: 'A value is larger than 256 KiB: the state writes it to S3 and passes the key.',
      source: 'step-functions-standard/payload',
    },
    {
      fact: 'exactly-once',
      when: (s) => s.wants('exactly-once'),
      points: 8,
      text: 'Standard runs every state exactly once unless its Retry says otherwise.',
      source: 'step-functions-standard/execution',
    },
    {
      fact: 'visual-debugging',
      when: (s) => s.wants('visual-debugging') && !s.managedJobs,
      points: 6,
      text: 'Every run is a graph in the console, with input and output of each state.',
      source: 'step-functions-standard/history-days',
    },
    {
      fact: 'audit-trail',
      when: (s) => s.wants('audit-trail'),
      points: 10,
      text: 'Input and output of every state are kept for 90 days with nothing to build.',
      source: 'step-functions-standard/history-days',
    },
    {
      fact: 'dependencies-between-statements',
      when: sqlChain,
      points: 8,
      text: 'The statements depend on each other; a scheduled query knows no order.',
      source: 'redshift-scheduled-query/statements',
    },
    {
      fact: 'http-task-suffices',
      when: (s) => s.several && s.touches('external-api') && s.outside === 1 && !s.touches('lambda'),
      points: 6,
      text: 'An HTTP Task calls the API itself; neither Airflow nor a function is needed for it.',
      source: 'step-functions-standard/http-timeout',
    },
    {
      fact: 'run-a-job-sync',
      when: (s) => s.wants('run-a-job-sync'),
      points: 8,
      text: 'A .sync task waits for the job and takes its result, without a polling loop.',
      source: 'step-functions-standard/reach',
    },
    {
      fact: 'scale-to-zero',
      when: (s) => s.wants('scale-to-zero') && s.team !== 'python',
      points: 2,
      text: 'Nothing is paid between runs.',
      source: 'step-functions-standard/idle-cost',
    },
    {
      fact: 'wait-for-callback',
      when: (s) => s.wants('wait-for-callback'),
      points: 8,
      text: 'A task token waits for the answer of another system for up to a year.',
      source: 'step-functions-standard/max-duration',
    },
    {
      fact: 'small-fan-out',
      when: (s) => s.fanOut === 'small' || s.fanOut === 'moderate',
      points: 6,
      text: 'An inline Map handles the items, 40 at a time.',
      source: 'step-functions-standard/inline-concurrency',
    },
    {
      fact: 'event-driven-start',
      when: (s) => s.trigger === 'event' && s.existingAirflow === true,
      points: 6,
      text: 'The event starts the run within seconds; Airflow would have to be told or keep looking.',
    },
    {
      fact: 'run-longer-than-5-minutes',
      when: (s) =>
        s.trigger === 'api' && s.several && (s.run ?? 0) > limit('step-functions-express/max-duration'),
      points: 4,
      text: 'One run is longer than the five minutes of Express.',
      source: 'step-functions-express/max-duration',
    },
    {
      fact: 'branching',
      when: (s) => s.wants('branching') && (s.glueOnly || s.activeServices <= 1),
      points: 12,
      text: 'A Choice state decides on the value that a step returns.',
    },
    {
      fact: 'several-aws-services',
      when: (s) => s.activeServices > 1,
      points: 5,
      text: 'The steps are calls of several AWS services, and a state calls them without code.',
      source: 'step-functions-standard/reach',
    },
    {
      fact: 'scale-to-zero',
      when: (s) => s.wants('scale-to-zero'),
      points: 2,
      text: 'Nothing is paid between runs.',
      source: 'step-functions-standard/idle-cost',
    },
    {
      fact: 'branching',
      when: (s) => s.wants('branching'),
      points: 6,
      text: 'A Choice state decides on the value that a step returns.',
    },
    {
      fact: 'run-longer-than-5-minutes',
      when: (s) => (s.run ?? 0) > limit('step-functions-express/max-duration'),
      points: 0,
      text: 'One run is longer than the five minutes of Express.',
      source: 'step-functions-express/max-duration',
    },
    {
      fact: 'event-driven-start',
      when: (s) => s.trigger === 'event',
      points: 0,
      text: 'An event starts the run, with its data as the input.',
    },
    {
      fact: 'several-aws-services',
      when: () => true,
      points: 0,
      text: 'A state calls any AWS service without code, with retries and a catch of its own.',
      source: 'step-functions-standard/reach',
    },
  ],
  drawbacks: [
    {
      when: (s) => s.fanOut === 'parallel' || s.fanOut === 'payload',
      points: 40,
      text: 'An inline Map handles 40 items at a time and gets its list as a payload.',
    },
    {
      when: (s) => s.unreachableDatabase,
      points: 15,
      text: 'A database in the company network needs a function, a container or a Glue connection in between.',
    },
    {
      when: (s) => s.touches('non-aws-platform'),
      points: 20,
      text: 'A platform outside AWS is reached through its HTTPS API or through code of your own.',
    },
    {
      when: (s) => s.wants('backfill'),
      points: 20,
      text: 'There is no backfill: a Map over dates has to be written.',
    },
    { when: (s) => s.wants('calendar-scheduling'), points: 20, text: 'There is no business calendar.' },
    {
      when: (s) => s.wants('dependency-between-pipelines'),
      points: 20,
      text: 'Pipelines wait for each other only through events that somebody has to wire.',
    },
    {
      when: (s) => s.wants('custom-operators'),
      points: 60,
      text: 'Airflow operators and plug-ins do not run here.',
    },
    {
      when: (s) => s.wants('open-source-portability'),
      points: 15,
      text: 'The state language is open, but only AWS runs it as a service.',
    },
    {
      when: (s) => s.wants('code-first') && s.codeOnly,
      points: 10,
      text: 'The logic is written in a state language instead of the code base.',
    },
    {
      when: (s) => s.wants('ordering'),
      points: 10,
      text: 'Whatever starts a run does not wait for its end, so a later run can overtake it.',
    },
    {
      when: (s) => s.wants('low-latency') && s.shortRun,
      points: 6,
      text: 'Every transition adds its own latency and is billed.',
    },
  ],
  load: (s) => ({
    runsPerMonth: s.runsPerMonth ?? 0,
    transitionsPerRun: (s.stepCount ?? 1) * Math.max(1, s.fanOutItems ?? 1) + 2,
    freeTier: true,
  }),
});
