import type { Answers } from './answers';
import { situation } from './situation';
import type { Recommendation, Starter } from './verdict';

/** Services that bring their own schedule. */
const scheduled: readonly Recommendation[] = ['mwaa', 'mwaa-serverless', 'redshift-scheduled-query'];
/** Services that poll a queue or stream themselves. */
const polling: readonly Recommendation[] = ['lambda', 'lambda-durable-functions', 'eventbridge-pipes'];

/** What starts the recommended service; null while the trigger is unknown. */
export function starter(recommendation: Recommendation, answers: Answers): Starter | null {
  switch (answers.trigger) {
    case 'schedule':
      if (scheduled.includes(recommendation)) return 'none';
      if (recommendation === 'glue-workflow' && !situation(answers).localTime) return 'glue-trigger';
      return 'eventbridge-scheduler';
    case 'event':
      return answers.source === 's3' ? 's3-event-via-eventbridge' : 'eventbridge-rule';
    case 'stream':
      return polling.includes(recommendation) ? 'none' : 'eventbridge-pipes';
    case 'api':
    case 'manual':
      return 'none';
    case undefined:
      return null;
  }
}
