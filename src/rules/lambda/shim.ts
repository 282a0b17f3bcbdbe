import {
  isAwsCall,
  type AwsCall,
  type CodeFile,
  type EventSource,
  type LambdaHandler,
} from '../../model/code';
import { walkBlock } from '../../syntax/code/walk';

/** Sources that can start what the handler starts without a function between. */
const DIRECT: ReadonlySet<EventSource> = new Set<EventSource>(['s3', 'sqs', 'eventbridge']);

/** What an EventBridge target, a pipe or a schedule can call by itself. */
const PASSES_ON =
  /^(?:sfn:startExecution|glue:start(?:Job|Workflow)Run|ecs:runTask|batch:submitJob|sqs:sendMessage|events:putEvents|codebuild:startBuild)$/;

/** Lines of a handler that only passes on what it is given, by the catalogue of rules. */
const SHORT = 25;

/** The one call of a handler that only passes its event on to something that the event could reach by itself. */
export function isTriggerShim(code: CodeFile, handler: LambdaHandler): AwsCall | undefined {
  if (!DIRECT.has(handler.source) || handler.isDurable) return undefined;
  const { span } = handler.unit;
  if (code.program.text.slice(span.start, span.end).split('\n').length > SHORT) return undefined;
  const calls = [...handler.reaches].flatMap((unit) => code.remoteCallsOf(unit));
  const [call] = calls;
  if (calls.length !== 1 || !isAwsCall(call) || !PASSES_ON.test(`${call.service}:${call.action}`))
    return undefined;
  return call;
}

/** True where the handler chooses: what is started depends on the event. */
export function decides({ reaches }: LambdaHandler): boolean {
  let decides = false;
  for (const unit of reaches) {
    walkBlock(unit.body, { statement: ({ kind }) => void (kind === 'if' && (decides = true)) });
  }
  return decides;
}
