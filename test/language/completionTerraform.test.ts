import assert from 'node:assert/strict';
import { complete } from '../../src/language/completion';
import { accept } from '../support/accept';
import { documentAt } from '../support/documents';
import { readyHcl } from '../support/hcl';

interface Case {
  readonly title: string;
  /** What stands in `States`, with the cursor. */
  readonly before: string;
  readonly label: string;
  readonly after: string;
}

const CASES: readonly Case[] = [
  {
    title: 'a field on a line of its own',
    before: 'A = {\n  Type = "Pass"\n  |\n}',
    label: 'Next',
    after: 'A = {\n  Type = "Pass"\n  Next = ""\n}',
  },
  {
    title: 'a field before others',
    before: 'A = {\n  |\n  Type = "Pass"\n}',
    label: 'Next',
    after: 'A = {\n  Next = ""\n  Type = "Pass"\n}',
  },
  {
    title: 'a field on one line',
    before: 'A = { Type = "Pass", | }',
    label: 'End',
    after: 'A = { Type = "Pass", End = true }',
  },
  {
    title: 'a field without the comma before it',
    before: 'A = { Type = "Pass", Comment = "x" | }',
    label: 'End',
    after: 'A = { Type = "Pass", Comment = "x", End = true }',
  },
  {
    title: 'a field between quotes and colons',
    before: 'A = {\n  "Type" : "Pass",\n  |\n}',
    label: 'Next',
    after: 'A = {\n  "Type" : "Pass",\n  "Next": ""\n}',
  },
  {
    title: 'a field that is begun',
    before: 'A = {\n  Type = "Pass"\n  Ne|\n}',
    label: 'Next',
    after: 'A = {\n  Type = "Pass"\n  Next = ""\n}',
  },
  {
    title: 'a target',
    before: 'A = {\n  Type = "Pass"\n  Next = |\n}',
    label: 'B',
    after: 'A = {\n  Type = "Pass"\n  Next = "B"\n}',
  },
  {
    title: 'a target between quotes',
    before: 'A = {\n  Type = "Pass"\n  Next = "|"\n}',
    label: 'B',
    after: 'A = {\n  Type = "Pass"\n  Next = "B"\n}',
  },
  {
    title: 'a whole state',
    before: '|',
    label: 'Wait state',
    after: '"Wait" = {\n  Type = "Wait"\n  SecondsPath = "$.delay"\n  End = true\n}',
  },
  {
    title: 'a retrier',
    before: 'A = {\n  Type = "Task"\n  Retry = [|]\n}',
    label: 'retrier',
    after:
      'A = {\n  Type = "Task"\n  Retry = [{ ErrorEquals = ["States.TaskFailed"], IntervalSeconds = 1, MaxAttempts = 3, BackoffRate = 2, JitterStrategy = "FULL" }]\n}',
  },
  {
    title: 'another retrier',
    before: 'A = {\n  Type = "Task"\n  Retry = [\n    { ErrorEquals = ["E"] }\n    |\n  ]\n}',
    label: 'retrier',
    after:
      'A = {\n  Type = "Task"\n  Retry = [\n    { ErrorEquals = ["E"] },\n    { ErrorEquals = ["States.TaskFailed"], IntervalSeconds = 1, MaxAttempts = 3, BackoffRate = 2, JitterStrategy = "FULL" }\n  ]\n}',
  },
  {
    title: 'a branch',
    before: 'A = {\n  Type = "Parallel"\n  Branches = [|]\n}',
    label: 'branch',
    after:
      'A = {\n  Type = "Parallel"\n  Branches = [{ StartAt = "Work", States = { "Work" = { Type = "Pass", End = true } } }]\n}',
  },
  {
    title: 'a parameter by a path',
    before:
      'A = {\n  Type = "Task"\n  Resource = "arn:aws:states:::sqs:sendMessage"\n  Parameters = {\n    |\n  }\n}',
    label: 'QueueUrl.$',
    after:
      'A = {\n  Type = "Task"\n  Resource = "arn:aws:states:::sqs:sendMessage"\n  Parameters = {\n    "QueueUrl.$" = "$."\n  }\n}',
  },
];

const margin = (text: string): string => text.replace(/^(?=.)/gm, '      ').trimStart();

const embed = (states: string): string =>
  `resource "aws_sfn_state_machine" "flow" {
  definition = jsonencode({
    StartAt = "A"
    States = {
      ${margin(states)}
      B = {
        Type = "Succeed"
      }
    }
  })
}
`;

describe('completion in jsonencode of Terraform', () => {
  before(readyHcl);

  for (const { title, before, label, after } of CASES) {
    it(`writes ${title}`, () => {
      const { document, offset } = documentAt(embed(before), 'main.tf');
      const item = complete(document, offset).find((one) => one.label === label);
      assert.ok(
        item,
        complete(document, offset)
          .map((one) => one.label)
          .join(', '),
      );
      assert.equal(accept(document.text, item), embed(after));
    });
  }
});
