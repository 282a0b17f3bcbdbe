import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { locate, type Located } from '../../src/model/locate';
import type { Template } from '../../src/model/template';
import { lint } from '../../src/rules/run';
import { toValue } from '../../src/syntax/navigate';
import { readyHcl } from '../support/hcl';
import { readMarks, writeMarks } from '../support/marks';

const ORDERS = readFileSync(new URL('../fixtures/templates/orders.tf', import.meta.url), 'utf8');

/** Resources of the fixture as CloudFormation would have them; `null` stands for what is not known. */
const PROPERTIES: Readonly<Record<string, unknown>> = {
  'aws_glue_trigger.start': {
    Name: 'start',
    Type: 'SCHEDULED',
    Schedule: 'cron(0 4 * * ? *)',
    WorkflowName: null,
    Actions: [{ JobName: null }],
  },
  'aws_glue_trigger.then': {
    Name: 'then',
    Type: 'CONDITIONAL',
    WorkflowName: null,
    Predicate: { Conditions: [{ JobName: null, State: 'SUCCEEDED' }] },
    Actions: [{ CrawlerName: null }],
  },
  'aws_glue_crawler.orders': {
    Name: 'orders',
    DatabaseName: 'orders',
    Role: null,
    Schedule: { ScheduleExpression: 'cron(0 5 * * ? *)' },
    Targets: { S3Targets: [{ Path: 's3://${aws_s3_bucket.code.bucket}/orders' }] },
  },
  'aws_glue_job.load': {
    Name: 'load',
    Role: null,
    Command: { Name: 'pythonshell', ScriptLocation: 's3://${aws_s3_bucket.code.id}/load.py' },
    DefaultArguments: { '--job-language': 'python' },
    ExecutionProperty: { MaxConcurrentRuns: 1 },
  },
  'aws_cloudwatch_event_rule.failed': {
    EventPattern: {
      source: ['aws.glue'],
      'detail-type': ['Glue Job State Change'],
      detail: { jobName: [null] },
    },
    Targets: [{ Rule: null, Arn: null, RetryPolicy: { MaximumRetryAttempts: 3 } }],
  },
  'aws_lambda_function.load': {
    FunctionName: 'load-${each.key}',
    Handler: 'load.handler',
    Runtime: 'python3.12',
    Role: null,
    Timeout: 30,
    Environment: { Variables: { table_name: 'orders' } },
  },
  'aws_iam_role.load': {
    RoleName: 'load',
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Action: ['sts:AssumeRole'],
          Principal: { Service: ['states.amazonaws.com'] },
          Condition: { StringEquals: { 'aws:SourceAccount': ['123456789012'] } },
        },
      ],
    },
    Policies: [
      {
        Roles: [null],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: ['glue:StartJobRun'], Resource: '*' }],
        },
      },
    ],
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
  },
  'aws_s3_bucket.code': {
    BucketName: '${local.prefix}-code',
    NotificationConfiguration: { Bucket: null, EventBridgeConfiguration: { EventBridgeEnabled: true } },
  },
  'aws_pipes_pipe.orders': {
    Source: null,
    Target: null,
    RoleArn: null,
    SourceParameters: {
      FilterCriteria: {
        Filters: [
          { Pattern: { body: { kind: ['order'] } } },
          { Pattern: '{ "body": { "kind": ["return"] } }' },
        ],
      },
    },
  },
};

function read(text: string): Located & { template: Template } {
  const located = locate({ path: 'main.tf', text });
  assert.ok(located.template, 'nothing was read');
  return { ...located, template: located.template };
}

describe('a file of Terraform', () => {
  before(readyHcl);

  for (const [id, expected] of Object.entries(PROPERTIES)) {
    it(`gives "${id}" in CloudFormation's names`, () => {
      assert.deepEqual(toValue(read(ORDERS).template.byId.get(id)?.properties), expected);
    });
  }

  it('names types as CloudFormation does, and says what may be there several times', () => {
    const { template } = read(ORDERS);
    assert.equal(template.kind, 'terraform');
    assert.equal(template.byId.get('aws_lambda_function.load')?.type, 'AWS::Lambda::Function');
    assert.deepEqual(
      template.resources.filter(({ repeated }) => repeated).map(({ id }) => id),
      ['aws_lambda_function.load'],
    );
    assert.deepEqual(template.byId.get('aws_sqs_queue.orders')?.dependsOn, ['aws_iam_role.load']);
  });

  /** An expression with what it names and what text it has. */
  const VALUES: readonly [expression: string, named: unknown, texts: readonly string[]][] = [
    ['aws_glue_job.a.arn', { resource: 'aws_glue_job.a', attribute: 'Arn' }, []],
    ['aws_glue_job.a[0].name', { resource: 'aws_glue_job.a', attribute: 'Name' }, []],
    ['aws_glue_job.a.id', { resource: 'aws_glue_job.a' }, []],
    [
      '"${aws_glue_job.a["k"].arn}"',
      { resource: 'aws_glue_job.a', attribute: 'Arn' },
      ['${aws_glue_job.a.arn}'],
    ],
    ['local.job', { resource: 'aws_glue_job.a', attribute: 'Name' }, []],
    ['var.stage', { parameter: 'stage' }, []],
    ['module.jobs.name', { external: 'module.jobs.name' }, []],
    ['data.aws_region.now.name', { external: 'data.aws_region.now.name' }, []],
    ['"x-${local.name}-${var.stage}"', undefined, ['x-orders-${var.stage}']],
    ['var.big ? "large" : local.name', undefined, ['large', 'orders']],
    ['var.big ? "large" : null', undefined, ['large']],
    ['join("-", ["a", local.name])', undefined, ['a-orders']],
    ['-5', undefined, ['-5']],
    ['local.circle', undefined, ['${local.circle}']],
    ['"a ${local.circle}"', undefined, ['a ${local.circle}']],
  ];

  for (const [expression, named, texts] of VALUES) {
    it(`knows ${expression}`, () => {
      const { template } = read(`variable "stage" {}
locals {
  name = "orders"
  job = aws_glue_job.a.name
  circle = "\${local.circle}"
}
resource "aws_glue_job" "a" { name = ${expression} }
`);
      const [job] = template.resources;
      const value = job.properties.properties[0].value;
      const { span, ...reference } = template.reference(value) ?? { span: undefined };
      assert.deepEqual(span ? reference : undefined, named);
      assert.deepEqual(template.literals(value), texts);
    });
  }

  it('holds machines, patterns and schedules', () => {
    const { stateMachines, definitions, eventPatterns, schedules, template } = read(ORDERS);
    assert.deepEqual(
      stateMachines.map(({ type, states }) => [type, ...states.map(({ name }) => name)]),
      [
        ['EXPRESS', 'Load', 'Save'],
        ['STANDARD', 'Check'],
      ],
    );
    assert.deepEqual(
      definitions.map(({ path, substitutions }) => [path, substitutions?.map(({ name }) => name)]),
      [
        [undefined, undefined],
        [undefined, undefined],
        ['flows/report.asl.json', ['function_arn']],
      ],
    );
    assert.deepEqual(
      eventPatterns.map(({ node, text, dialect }) => [dialect, toValue(text?.root ?? node)]),
      [
        [
          'bus',
          PROPERTIES['aws_cloudwatch_event_rule.failed'] && {
            source: ['aws.glue'],
            'detail-type': ['Glue Job State Change'],
            detail: { jobName: [null] },
          },
        ],
        ['pipe', { body: { kind: ['order'] } }],
        ['pipe', { body: { kind: ['return'] } }],
      ],
    );
    assert.deepEqual(
      schedules.map(({ node, kind }) => `${kind} ${template.literal(node)}`),
      [
        'rule cron(0 3 * * ? *)',
        'scheduler rate(5 minutes)',
        'glue cron(0 4 * * ? *)',
        'glue cron(0 5 * * ? *)',
      ],
    );
  });

  const DEFINITIONS: readonly [title: string, definition: string][] = [
    [
      'jsonencode',
      'jsonencode({ StartAt = "A", States = { A = { Type = "Pass", Next = «"B"» }, C = { Type = "Succeed" } } })',
    ],
    [
      'jsonencode with quoted keys',
      'jsonencode({ "StartAt" : "A", "States" : { "A" : { "Type" : "Pass", "End" : true, «"Nxt"» : 1 } } })',
    ],
    [
      'a heredoc',
      `<<EOF
{ "StartAt": "A", "States": {
  "A": { "Type": "Task", "Resource": "\${aws_lambda_function.f["x"].arn}", "Next": «"B"» },
  "C": { "Type": "Succeed" } } }
EOF
`,
    ],
    [
      'an indented heredoc',
      `<<-JSON
    { "StartAt": "A", "States": {
      "A": { "Type": "Wait", "Seconds": \${var.seconds}, "Next": «"B"» },
      "C": { "Type": "Succeed" } } }
  JSON
`,
    ],
    [
      'a text in quotes',
      '"{ \\"StartAt\\": \\"A\\", \\"States\\": { \\"A\\": { \\"Type\\": \\"Succeed\\", «\\"Nxt\\"»: 1 } } }"',
    ],
    ['a text with directives, which is not known', '"{ %{ if var.x }\\"StartAt\\": \\"A\\"%{ endif } }"'],
  ];

  for (const [title, definition] of DEFINITIONS) {
    it(`is judged in place: ${title}`, () => {
      const { text, spans } = readMarks(`resource "aws_sfn_state_machine" "flow" {
  # «é»
  definition = ${definition}
}
`);
      const found = lint({ path: 'main.tf', text }).filter(
        ({ rule, severity }) =>
          rule.startsWith('asl/') && rule !== 'asl/unreachable-state' && severity === 'error',
      );
      assert.equal(
        writeMarks(
          text,
          found.map(({ span }) => span),
        ),
        writeMarks(text, spans.slice(1)),
        found.map(({ rule, message }) => `${rule}: ${message}`).join('\n') || 'nothing was found',
      );
    });
  }

  /** Values of `definition`, with the file that they read, what that is given, and the states that are here. */
  const ELSEWHERE: readonly [definition: string, expected: unknown][] = [
    ['local.flow', { states: ['A'] }],
    ['file("${path.module}/flow.json")', { path: 'flow.json', substitutions: [] }],
    ['templatefile("flows/flow.json", { a = 1 })', { path: 'flows/flow.json', substitutions: ['a'] }],
    ['templatefile("flow.json", local.values)', { path: 'flow.json' }],
    ['jsonencode(yamldecode(templatefile("flow.yaml", {})))', { path: 'flow.yaml', substitutions: [] }],
    ['replace(file("flow.json"), "ARN", var.arn)', { path: 'flow.json' }],
    ['data.template_file.flow.rendered', { path: 'old.json', substitutions: ['b'] }],
    ['"${data.template_file.flow.rendered}"', { path: 'old.json', substitutions: ['b'] }],
    ['"${file("flow.json")}"', { path: 'flow.json', substitutions: [] }],
    ['"${var.definition}"', {}],
    ['jsonencode(each.value)', {}],
    ['var.definition', {}],
  ];
  for (const [definition, expected] of ELSEWHERE) {
    it(`follows ${definition}`, () => {
      const { definitions } = read(`locals {
  flow = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
}
data "template_file" "flow" {
  template = file("\${path.module}/old.json")
  vars     = { b = 1 }
}
resource "aws_sfn_state_machine" "flow" { definition = ${definition} }
`);
      const found = definitions.find(({ resource }) => resource.id === 'aws_sfn_state_machine.flow');
      assert.ok(found);
      const { path, substitutions, machine } = found;
      assert.deepEqual(
        {
          ...(path !== undefined && { path }),
          ...(substitutions && { substitutions: substitutions.map(({ name }) => name) }),
          ...(machine && { states: machine.states.map(({ name }) => name) }),
        },
        expected,
      );
    });
  }

  it('repeats a block as often as it is not known', () => {
    const { template } = read(`resource "aws_glue_trigger" "t" {
  actions { job_name = "a" }
  dynamic "actions" {
    for_each = var.jobs
    content { job_name = actions.value }
  }
}
`);
    const actions = template.property(template.resources[0], 'Actions');
    assert.deepEqual(actions?.kind === 'array' && actions.items.map(({ kind }) => kind), [
      'object',
      'object',
      'dynamic',
    ]);
  });

  it('stands locals that name each other over and over', () => {
    const names = Array.from({ length: 40 }, (_, index) => `l${index}`);
    const locals = names.map((name, index) => {
      const next = names[(index + 1) % names.length];
      return `${name} = "\${local.${next}}-\${local.${next}}"\nlist_${name} = [local.list_${next}, local.list_${next}]`;
    });
    const { template } = read(
      `locals {\n${locals.join('\n')}\n}\nresource "aws_glue_job" "a" { name = local.l0\n role = local.list_l0 }\n`,
    );
    const [{ properties }] = template.resources;
    assert.equal(template.literals(properties.properties[0].value).length, 1);
    assert.deepEqual(template.references(properties), []);
  });

  it('that is cut off anywhere yields what can be known', () => {
    for (let end = 0; end < ORDERS.length; end += 61) {
      const { template } = locate({ path: 'main.tf', text: ORDERS.slice(0, end) });
      for (const { properties } of template?.resources ?? []) {
        template?.literals(properties);
        template?.references(properties);
      }
    }
    assert.equal(
      read(ORDERS.slice(0, ORDERS.indexOf('aws_sqs_queue" "orders"'))).template.byId.has(
        'aws_s3_bucket.code',
      ),
      true,
    );
  });
});
