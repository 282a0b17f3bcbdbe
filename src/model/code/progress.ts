import { isAwsCall, isRead, type RemoteCall } from './remoteCall';

const STREAMS =
  /^(?:getRecords|getShardIterator|getLogEvents|filterLogEvents|getObject|getSecretValue|getParameters?)$/;
const STATUS =
  /status|state\b|\bstates?[\s[\]'".)]|phase|succeed|success|complete|finish|ready|available|active|running|pending|progress|fail|done|terminat|exist/i;
const PAGES = /next_?(?:token|marker|page)|is_?truncated|last_?evaluated|page_?token|has_?more/i;

/** A look at how far something is; what a stream or store gives is none. */
export function asksAfter(call: RemoteCall): boolean {
  return isRead(call) && !(isAwsCall(call) && STREAMS.test(call.action));
}

/** True for a condition's text that is about how far work has come. */
export function speaksOfProgress(condition: string): boolean {
  return STATUS.test(condition) && !PAGES.test(condition);
}

/** True for a condition's text that asks whether there is another page. */
export function speaksOfPages(condition: string): boolean {
  return PAGES.test(condition);
}

const ANSWER = /\bstatus_?code\b|\.ok\b|\.status\s*(?:[=!]==?|[<>]=?)\s*\d/i;
const GOOD = /={2,3}\s*(?:2\d\d\b|requests\.codes\.ok|HTTPStatus\.OK)|<=?\s*(?:299|300|399|400)\b/;

/** What a condition's text asks of a web server's answer: that it is a good one, or that it is none. */
export function asksForAnswer(condition: string): 'good' | 'bad' | undefined {
  if (!ANSWER.test(condition)) return undefined;
  const isOk = /\.ok\b/.test(condition) && !/!|\bnot\b/.test(condition);
  return isOk || GOOD.test(condition) ? 'good' : 'bad';
}
