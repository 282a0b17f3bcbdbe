import { apiAction, apiDate, apiOfOptimized, apiService } from '../../catalog/api';
import { AWS_SDK_PATTERNS, AWS_SDK_SERVICES, AWS_SDK_SOURCE } from '../../catalog/integrationsAwsSdk';
import { INTEGRATION_PATTERNS, INTEGRATIONS, integrationAction } from '../../catalog/integrations';
import { optimizedName } from '../../catalog/serviceNames';
import type { IntegrationPattern, ResourceArn } from '../../expressions/resourceArn';
import { apiSource, describeRequest } from '../requestCard';
import { card } from './card';

/** What a "Resource" calls, how, and with what. */
export function resourceCard(arn: ResourceArn): string | undefined {
  const { kind, service = '', action = '' } = arn;
  if (kind === 'lambda') {
    return card({
      title: arn.parts.name?.text ?? 'Lambda function',
      kind: 'Lambda function, called by its ARN',
      meaning:
        'The state\'s result is what the function returns, without the metadata that "lambda:invoke" adds.',
      source: 'Invoke an AWS Lambda function with Step Functions',
    });
  }
  if (kind === 'activity') {
    return card({
      title: arn.parts.name?.text ?? 'Activity',
      kind: 'activity',
      meaning: 'A worker of your own polls for the task with GetActivityTask and answers with its token.',
      limits: ['Not in Express state machines.'],
      source: 'Learn about Activities in Step Functions',
    });
  }
  const suffix = arn.parts.suffix?.text ?? '';
  if (kind === 'sdk') return sdkCard(service, action, suffix);
  const facts = kind === 'optimized' ? integrationAction(service, action) : undefined;
  if (!facts) return undefined;
  const api = apiOfOptimized(service, action);
  const needed = [...facts.required, ...facts.expected];
  const suffixes = INTEGRATION_PATTERNS.filter(
    (one) => one.suffix && one.suffix !== suffix && facts.patterns.includes(one.pattern),
  );
  return card({
    title: `${service}:${action}`,
    kind: `${INTEGRATIONS.get(service)?.title ?? service}, optimized integration`,
    meaning: facts.summary,
    limits: [
      ...describePattern(suffix, facts.patterns, `"${service}:${action}"`),
      needed.length > 0 ? `Needs ${needed.map((name) => `\`${name}\``).join(', ')}.` : '',
      facts.optional.length > 0
        ? `Takes ${facts.optional
            .slice(0, 6)
            .map((name) => `\`${name}\``)
            .join(', ')}.`
        : '',
      suffixes.length > 0 ? `Also as ${suffixes.map((one) => `\`${one.suffix}\``).join(', ')}.` : '',
      ...facts.notes,
    ].filter(Boolean),
    source: INTEGRATIONS.get(service)?.source,
    more: api && apiSource(api),
  });
}

function sdkCard(service: string, action: string, suffix: string): string {
  const api = apiAction(service, action);
  const title = AWS_SDK_SERVICES.get(service)?.title ?? apiService(service)?.title;
  const unlisted = api && !api.service.listed ? 'AWS does not list the service among those it reaches.' : '';
  return card({
    title: `${service}:${action}`,
    kind: 'AWS SDK integration',
    meaning:
      unknownMeaning(service, action) ??
      `Calls the API action ${upper(action)}${title ? ` of ${title}` : ''}.`,
    limits: [
      ...describePattern(suffix, AWS_SDK_PATTERNS, 'calls of the AWS SDK'),
      optimizedTwin(service, action, suffix),
      ...(api ? describeRequest(api.input) : []),
      unlisted,
      suffix === '.waitForTaskToken' ? '' : 'Also as `.waitForTaskToken`.',
    ].filter(Boolean),
    source: AWS_SDK_SOURCE,
    more: api && apiSource(api),
  });
}

/** How a suffix has the state wait, or that AWS does not take it there. */
function describePattern(suffix: string, taken: readonly IntegrationPattern[], where: string): string[] {
  if (suffix.includes('${')) return [];
  const facts = INTEGRATION_PATTERNS.find((one) => one.suffix === suffix);
  if (!facts || !taken.includes(facts.pattern))
    return suffix ? [`AWS does not take \`${suffix}\` on ${where}.`] : [];
  const { title, summary, express } = facts;
  return [`${title}: ${lower(summary)}`, ...(express ? [] : ['Not in Express state machines.'])];
}

/** The optimized integration of the same call that waits as the suffix says. */
function optimizedTwin(service: string, action: string, suffix: string): string {
  const name = optimizedName(service);
  const wanted = INTEGRATION_PATTERNS.find((one) => one.suffix === suffix)?.pattern;
  if (!wanted || AWS_SDK_PATTERNS.includes(wanted)) return '';
  const takes = integrationAction(name, action)?.patterns.includes(wanted);
  return takes ? `The optimized integration \`${name}:${action}${suffix}\` waits so.` : '';
}

/** What is said of a service or an action that is not in the catalogue, once the catalogue is there. */
function unknownMeaning(service: string, action: string): string | undefined {
  const isWhole = apiService('sfn') !== undefined && !`${service}${action}`.includes('${');
  if (!isWhole || apiAction(service, action)) return undefined;
  const known = apiService(service);
  if (!known) return `The API models of ${apiDate()} have no service "${service}".`;
  if (known.actions.length === 0) return undefined;
  return `The API models of ${apiDate()} have no action "${action}" of "${service}" that Step Functions can call.`;
}

function lower(text: string): string {
  return text[0].toLowerCase() + text.slice(1);
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
