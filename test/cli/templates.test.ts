import assert from 'node:assert/strict';
import { CliFolder } from '../support/cli';

const TERRAFORM = `resource "aws_sfn_state_machine" "flow" {
  definition = <<-EOF
    {
      "StartAt": "Load",
      "States": {
        "Load": { "Type": "Task", "Resource": "\${aws_lambda_function.load.arn}", "TimeoutSeconds": 5, "Next": "Sace" },
        "Save": { "Type": "Succeed" }
      }
    }
  EOF
}
`;

describe('orchestration-lens lint on Terraform', function () {
  this.timeout(30_000);

  it('judges and mends a definition in place', () => {
    const folder = new CliFolder({ 'main.tf': TERRAFORM });
    try {
      assert.match(folder.run(['lint']).stdout, /^ {2}6:\d+ +error +"Sace" is not a state at this level\./m);
      assert.doesNotMatch(folder.run(['lint', '--fix']).stdout, /unknown-target/);
    } finally {
      folder.dispose();
    }
  });
});
