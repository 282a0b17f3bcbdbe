import assert from 'node:assert/strict';
import { readyHcl } from '../../support/hcl';
import { apply } from './apply';

const margin = (text: string): string => text.replace(/^(?=.)/gm, '    ').trimStart();

const embed = (definition: string): string =>
  `resource "aws_sfn_state_machine" "flow" {
  role_arn   = aws_iam_role.flow.arn
  definition = jsonencode(${margin(definition).replace(/\n {4}/g, '\n  ')})
}

resource "aws_iam_role" "flow" {}
`;

const FLOW = `{
  StartAt = "A"
  States = {
    A = { Type = "Pass", Next = "B" }
    # the work
    «B = {
      Type     = "Task"
      Resource = aws_lambda_function.work.arn
      Retry    = [{ ErrorEquals = ["States.ALL"] }]
      Next     = "C"
    }
    C = {
      Type = "Pass"
      Next = "D"
    }»
    D = { Type = "Succeed" }
  }
}`;

const FIRST = `A = { Type = "Pass", Next = "B" }`;
const SECOND = `B = {
      Type = "Pass"
      Next = "C"
    }`;

/** A definition of these states. */
const fromA = (...states: readonly string[]): string =>
  `{
  StartAt = "A"
  States = {
    ${states.join('\n    ')}
  }
}`;

interface Case {
  readonly title: string | RegExp;
  readonly before: string;
  readonly after: string;
}

const CASES: readonly Case[] = [
  {
    title: 'Extract 2 states to a branch of a Parallel',
    before: FLOW,
    after: `{
  StartAt = "A"
  States = {
    A = { Type = "Pass", Next = "B in parallel" }
    "B in parallel" = {
      Type = "Parallel"
      Branches = [
        {
          StartAt = "B"
          States = {
            # the work
            B = {
              Type     = "Task"
              Resource = aws_lambda_function.work.arn
              Retry    = [{ ErrorEquals = ["States.ALL"] }]
              Next     = "C"
            }
            C = {
              Type = "Pass"
              End = true
            }
          }
        }
      ]
      OutputPath = "$[0]"
      Next = "D"
    }
    D = { Type = "Succeed" }
  }
}`,
  },
  {
    title: 'Wrap "C" in a Map',
    before: FLOW.replace('«', '').replace('    C', '    «C'),
    after: `{
  StartAt = "A"
  States = {
    A = { Type = "Pass", Next = "B" }
    # the work
    B = {
      Type     = "Task"
      Resource = aws_lambda_function.work.arn
      Retry    = [{ ErrorEquals = ["States.ALL"] }]
      Next     = "C for each"
    }
    "C for each" = {
      Type = "Map"
      ItemsPath = "$"
      ItemProcessor = {
        ProcessorConfig = {
          Mode = "INLINE"
        }
        StartAt = "C"
        States = {
          C = {
            Type = "Pass"
            End = true
          }
        }
      }
      Next = "D"
    }
    D = { Type = "Succeed" }
  }
}`,
  },
  {
    title: /^Inline the only branch/,
    before: `{
  StartAt = "A"
  States = {
    «»A = {
      Type = "Parallel"
      Branches = [{ StartAt = "B", States = { B = { Type = "Pass", Next = "C" }, C = { Type = "Pass", End = true } } }]
      OutputPath = "$[0]"
      Next = "D"
    },
    D = { Type = "Succeed" }
  }
}`,
    after: `{
  StartAt = "B"
  States = {
    B = { Type = "Pass", Next = "C" },
    C = { Type = "Pass", Next = "D" },
    D = { Type = "Succeed" }
  }
}`,
  },
  {
    title: /^Add "Catch" that leads to a new Fail state/,
    before: `{
  StartAt = "A"
  States = {
    «»A = {
      Type = "Task"
      Resource = "arn:aws:states:::lambda:invoke"
      Parameters = { FunctionName = "f" }
      End = true
    }
  }
}`,
    after: `{
  StartAt = "A"
  States = {
    A = {
      Type = "Task"
      Resource = "arn:aws:states:::lambda:invoke"
      Parameters = { FunctionName = "f" }
      Catch = [
        {
          ErrorEquals = ["States.ALL"]
          ResultPath = "$.error"
          Next = "A failed"
        }
      ]
      End = true
    }
    "A failed" = {
      Type = "Fail"
      ErrorPath = "$.error.Error"
      CausePath = "$.error.Cause"
    }
  }
}`,
  },
  {
    title: 'Convert the state machine to JSONata',
    before: `{
  StartAt = "A"
  States = {
    «»A = {
      Type = "Pass"
      Parameters = { "x.$" = "$.order.id" }
      ResultPath = "$.found"
      Next = "B"
    }
    B = { Type = "Succeed" }
  }
}`,
    after: `{
  StartAt = "A"
  QueryLanguage = "JSONata"
  States = {
    A = {
      Type = "Pass"
      Output = "{% $merge([$states.input, {'found': {'x': $states.input.order.id}}]) %}"
      Next = "B"
    }
    B = { Type = "Succeed" }
  }
}`,
  },
  {
    title: 'Sort states in the order of the flow',
    before: fromA(`«»C = { Type = "Succeed" }`, FIRST, SECOND),
    after: fromA(FIRST, SECOND, `C = { Type = "Succeed" }`),
  },
  {
    title: 'Remove the unreachable state',
    before: fromA(`«»A = { Type = "Succeed" }`, SECOND.replace('Pass', 'Succeed').replace(/\n +Next.*/, '')),
    after: fromA(`A = { Type = "Succeed" }`),
  },
];

describe('refactoring in jsonencode of Terraform', () => {
  before(readyHcl);

  for (const { title, before, after } of CASES) {
    it(`${String(title)} writes Terraform`, () => {
      assert.equal(apply(embed(before), title, 'main.tf').text, embed(after));
    });
  }

  it('keeps what only looks like an interpolation of a heredoc', () => {
    const before = `resource "aws_sfn_state_machine" "flow" {
  definition = <<-EOF
    {
      "StartAt": "A",
      "States": {
        «»"A": { "Type": "Pass", "Result": "$\${kept}", "Comment": "\${join(":", ["a"])}", "End": true }
      }
    }
  EOF
}
`;
    const { text } = apply(before, 'Wrap "A" in a Map', 'main.tf');
    assert.ok(
      text.includes(
        `\n              "A": { "Type": "Pass", "Result": "$\${kept}", "Comment": "\${join(":", ["a"])}", "End": true }\n`,
      ),
      text,
    );
  });
});
