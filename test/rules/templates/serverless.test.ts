import { rules } from '../../../src/rules/registry.generated';
import { assertFound } from '../../support/ruleTester';

/** Configurations of the Serverless Framework with the findings of one rule marked. */
const CASES: readonly { rule: string; text: string }[] = [
  {
    rule: 'sfn/express-no-logging',
    text: `provider: { name: aws }
stepFunctions:
  stateMachines:
    «silent»:
      type: EXPRESS
      definition: \${file(flow.yml)}
    logged:
      type: EXPRESS
      loggingConfig: { level: ERROR, destinations: [!GetAtt Logs.Arn] }
      definition: \${file(flow.yml)}
`,
  },
  {
    rule: 'sfn/log-all-execution-data',
    text: `provider: { name: aws }
stepFunctions:
  stateMachines:
    flow:
      loggingConfig:
        level: ALL
        «includeExecutionData: true»
      definition: \${file(flow.yml)}
`,
  },
  {
    rule: 'eventbridge/cron-utc',
    text: `provider: { name: aws }
functions:
  close:
    handler: a.close
    events:
      - schedule:
          rate: «cron(30 16 ? * MON-FRI *)»
          description: Closes the books at 4:30pm Eastern time
      - schedule: { rate: [rate(1 hour)] }
      - schedule: { rate: cron(0 9 * * ? *), description: At 9am, method: scheduler, timezone: Europe/Paris }
`,
  },
  {
    rule: 'eventbridge/broad-pattern',
    text: `provider: { name: aws }
functions:
  all:
    handler: a.all
    events:
      - eventBridge: { pattern: { «source: [aws.s3]» } }
      - eventBridge: { pattern: { source: [aws.s3], detail-type: [Object Created] } }
stepFunctions:
  stateMachines:
    flow:
      events:
        - cloudwatchEvent: { event: { «source: [aws.glue]» } }
      definition: \${file(flow.yml)}
`,
  },
  {
    rule: 'scheduler/no-timezone',
    text: `provider: { name: aws }
functions:
  report:
    handler: a.report
    events:
      - schedule: { rate: «cron(0 6 * * ? *)», method: scheduler }
`,
  },
  {
    rule: 'lambda/esm-no-partial-failure',
    text: `provider: { name: aws }
functions:
  take:
    handler: a.take
    events:
      - «sqs»: { arn: !GetAtt Orders.Arn, batchSize: 10 }
      - sqs: { arn: !GetAtt Orders.Arn, functionResponseType: ReportBatchItemFailures }
`,
  },
];

describe('rules on templates read the Serverless Framework as well', () => {
  for (const { rule: id, text } of CASES) {
    const rule = rules.find((candidate) => candidate.id === id);
    it(id, () => {
      assertFound(rule ?? { id: `no rule ${id}` }, text, 'serverless.yml');
    });
  }
});
