export const HELP = `Orchestration Lens: what AWS would reject in your state machines, and why, before you deploy.

  orchestration-lens lint [paths or globs…]   check files; folders are searched (default: this folder)
  orchestration-lens explain RULE             the page of a rule

lint:
  --format text|json|sarif|github   how findings are written (default: text)
  --type STANDARD|EXPRESS           what a stand-alone definition is judged as (default: STANDARD)
  --max-warnings N                  more warnings than N end with exit code 1
  --config FILE                     project file (default: orchestration-lens.json or .yaml, here or above)
  --stdin --stdin-filename NAME     check standard input as if it were NAME
  --quiet                           errors only

Exit codes: 0 clean, 1 findings of severity error, 2 usage or files that cannot be read.
`;
