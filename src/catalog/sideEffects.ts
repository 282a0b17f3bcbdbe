/** Calls that do something in the world twice when they are made twice. */
export interface SideEffect {
  readonly name: string;
  /** What is then there twice. */
  readonly twice: string;
  /** Parameters with which the service recognises the second call; any of them. */
  readonly tokens: readonly string[];
}

/** From the API references of the services, as of 2026-09. A standard queue may deliver twice anyway and is no case. */
const SIDE_EFFECTS: readonly SideEffect[] = [
  { name: 'sns:publish', twice: 'message', tokens: ['MessageDeduplicationId'] },
  { name: 'ses:sendEmail', twice: 'mail', tokens: [] },
  { name: 'ses:sendTemplatedEmail', twice: 'mail', tokens: [] },
  { name: 'ses:sendRawEmail', twice: 'mail', tokens: [] },
  { name: 'sesv2:sendEmail', twice: 'mail', tokens: [] },
  { name: 'ecs:runTask', twice: 'container task', tokens: ['ClientToken'] },
  { name: 'glue:startJobRun', twice: 'job run', tokens: ['JobRunId'] },
  { name: 'batch:submitJob', twice: 'job', tokens: [] },
  { name: 'states:startExecution', twice: 'execution', tokens: ['Name'] },
  { name: 'ec2:runInstances', twice: 'instance', tokens: ['ClientToken'] },
];

const BY_NAME: ReadonlyMap<string, SideEffect> = new Map(SIDE_EFFECTS.map((effect) => [effect.name, effect]));

/** What a call does a second time when it is repeated. */
export function sideEffect(name: string): SideEffect | undefined {
  return BY_NAME.get(name);
}
