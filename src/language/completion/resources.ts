import { INTEGRATION_PATTERNS, INTEGRATIONS } from '../../catalog/integrations';
import { AWS_SDK_SERVICES } from '../../catalog/integrationsAwsSdk';
import type { Item } from './item';
import type { Place } from './place';
import type { ItemWriter } from './write';

/** Integrations as ARNs, with the patterns that their service and the type of machine allow. */
export function resourceItems({ shape, machine }: Place, writer: ItemWriter): Item[] {
  if (shape?.kind === 'string' && shape.resources) {
    return shape.resources.map((name, index) =>
      writer.string(`arn:aws:states:::${name}`, { kind: 'resource', rank: index }),
    );
  }
  const express = machine.type === 'EXPRESS';
  const optimized = [...INTEGRATIONS.values()].flatMap(({ service, title, actions }) =>
    [...actions.values()].flatMap(({ action, summary, patterns }) =>
      INTEGRATION_PATTERNS.filter((one) => patterns.includes(one.pattern) && (!express || one.express)).map(
        ({ suffix, title: how }) =>
          writer.string(`arn:aws:states:::${service}:${action}${suffix}`, {
            kind: 'resource',
            label: `${service}:${action}${suffix}`,
            detail: suffix ? `${title} · ${how}` : title,
            documentation: summary,
            filter: `arn:aws:states:::${service}:${action}${suffix}`,
            rank: 1,
          }),
      ),
    ),
  );
  const sdk = [...AWS_SDK_SERVICES.values()].flatMap(({ service, title, actions }) =>
    actions.map((action) =>
      writer.string(`arn:aws:states:::aws-sdk:${service}:${action}`, {
        kind: 'resource',
        label: `aws-sdk:${service}:${action}`,
        detail: title,
        filter: `arn:aws:states:::aws-sdk:${service}:${action}`,
        rank: 2,
      }),
    ),
  );
  return [...optimized, ...sdk];
}
