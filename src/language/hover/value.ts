import { errorName } from '../../catalog/errorNames';
import { AWS_SDK_SERVICES, AWS_SDK_SOURCE } from '../../catalog/integrationsAwsSdk';
import { INTEGRATION_PATTERNS, INTEGRATIONS, integrationAction } from '../../catalog/integrations';
import { STATE_TYPE_FACTS } from '../../catalog/stateTypes';
import { parseResourceArn, type ResourceArn } from '../../expressions/resourceArn';
import type { StringNode } from '../../syntax/tree';
import { card } from './card';
import type { Hover } from './index';

/** What a fixed word stands for where it is a value: a state type, an error name, a resource. */
export function valueHover(node: StringNode): Hover | undefined {
  const markdown = byKey(node);
  return markdown === undefined ? undefined : { span: node.span, markdown };
}

function byKey({ parent, value }: StringNode): string | undefined {
  const key = parent?.kind === 'property' ? parent.key.value : undefined;
  if (key === 'Type') return typeCard(value);
  if (key === 'Resource') return resourceCard(parseResourceArn(value));
  if (
    parent?.kind === 'array' &&
    parent.parent?.kind === 'property' &&
    parent.parent.key.value === 'ErrorEquals'
  ) {
    return errorCard(value);
  }
  return undefined;
}

function typeCard(type: string): string | undefined {
  const facts = STATE_TYPE_FACTS.get(type);
  if (!facts) return undefined;
  const example = { text: JSON.stringify(JSON.parse(facts.examples.JSONPath), null, 2), language: 'json' };
  return card({
    title: type,
    kind: 'state type',
    meaning: facts.summary,
    limits: facts.notes,
    example,
    source: facts.source,
  });
}

const CATCHABLE = {
  always: '',
  byName: 'Caught only where it is named: "States.ALL" does not stand for it.',
  never: 'Ends the execution: neither Retry nor Catch can answer to it.',
} as const;

function errorCard(name: string): string | undefined {
  const error = errorName(name);
  if (!error) return undefined;
  const limits = [
    CATCHABLE[error.catchable],
    error.transient ? 'Passes: a later try may succeed.' : '',
    error.note ?? '',
  ];
  return card({
    title: error.name,
    kind: 'error name',
    meaning: error.meaning,
    limits: limits.filter(Boolean),
    source: error.source,
  });
}

function resourceCard(arn: ResourceArn): string | undefined {
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
  const pattern = INTEGRATION_PATTERNS.find(({ suffix }) => suffix === (arn.parts.suffix?.text ?? ''));
  const how = pattern ? `${pattern.title}: ${lower(pattern.summary)}` : '';
  if (kind === 'sdk') {
    const sdk = AWS_SDK_SERVICES.get(service);
    return card({
      title: `${service}:${action}`,
      kind: 'AWS SDK integration',
      meaning: `Calls the API action ${upper(action)}${sdk ? ` of ${sdk.title}` : ''}.`,
      limits: [how].filter(Boolean),
      source: AWS_SDK_SOURCE,
    });
  }
  const facts = kind === 'optimized' ? integrationAction(service, action) : undefined;
  if (!facts) return undefined;
  const needed = [...facts.required, ...facts.expected];
  const suffixes = facts.patterns.flatMap((id) =>
    INTEGRATION_PATTERNS.filter((one) => one.pattern === id && one.suffix),
  );
  return card({
    title: `${service}:${action}`,
    kind: `${INTEGRATIONS.get(service)?.title ?? service}, optimized integration`,
    meaning: facts.summary,
    limits: [
      how,
      needed.length > 0 ? `Needs ${needed.map((name) => `\`${name}\``).join(', ')}.` : '',
      facts.optional.length > 0
        ? `Takes ${facts.optional
            .slice(0, 6)
            .map((name) => `\`${name}\``)
            .join(', ')}.`
        : '',
      suffixes.length > 0 ? `Also as ${suffixes.map(({ suffix }) => `\`${suffix}\``).join(', ')}.` : '',
      ...facts.notes,
    ].filter(Boolean),
    source: INTEGRATIONS.get(service)?.source,
  });
}

function lower(text: string): string {
  return text[0].toLowerCase() + text.slice(1);
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
