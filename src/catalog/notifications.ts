/** Calls that let somebody know of what has happened: `message` to people or programs, `signal` to be watched or answered. */
const NOTIFICATIONS: ReadonlyMap<string, 'message' | 'signal'> = new Map([
  ['sns:publish', 'message'],
  ['sqs:sendMessage', 'message'],
  ['events:putEvents', 'message'],
  ['ses:sendEmail', 'message'],
  ['sesv2:sendEmail', 'message'],
  ['cloudwatch:putMetricData', 'signal'],
  ['http:invoke', 'signal'],
]);

/** How a call tells somebody, by its name as `sns:publish`; undefined for one that does something else. */
export function notification(call: string): 'message' | 'signal' | undefined {
  return NOTIFICATIONS.get(call);
}
