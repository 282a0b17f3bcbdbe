import assert from 'node:assert/strict';
import { LanguageDocument } from '../../../src/language/document';
import { refactor, refactorings } from '../../../src/language/refactor';
import { applyEdits } from '../../../src/syntax/edit';
import { readyHcl } from '../../support/hcl';

const YAML = `# the flow
StartAt: Side # at once
States:
  # who waits
  # for whom
  Side: # both
    Type: Parallel # alone
    # the ways
    Branches:
      # the only way
      - StartAt: First # of all
        # its states
        States:
          # is made last
          Second: # of two
            Type: Pass # nothing
            # the end
            End: true # here
            # behind the end

          # is made first

          # indeed
          First: { Type: Pass, Next: Second } # in one line
          # behind all
    OutputPath: $[0] # taken apart
    Next: Last # onward
  # behind the ways

  # the end of it
  Last:
    Type: Pass
    End: true
  # nothing more
`;

const TERRAFORM = `# the flow
resource "aws_sfn_state_machine" "flow" {
  definition = jsonencode({
    StartAt = "Side" # at once
    States = {
      # who waits
      // for whom
      Side = { # both
        Type = "Parallel" # alone
        # the ways
        Branches = [ # only one
          # the only way
          {
            StartAt = "First" # of all
            # its states
            States = {
              # is made last
              Second = { # of two
                Type = "Pass" # nothing
                # the end
                End = true # here
                # behind the end
              } # done

              # is made first

              /* indeed */
              First = { Type = "Pass", Next = "Second" } # in one line
              # behind all
            }
          }
        ]
        OutputPath = "$[0]" # taken apart
        Next = "Last" # onward
      } # together
      # behind the ways

      # the end of it
      Last = {
        Type = "Pass"
        End = true
      },
      # nothing more
    }
  })
}
`;

const COMMAS = TERRAFORM.replace('} # done', '}, # done')
  .replace('} # in one line', '}, # in one line')
  .replace('} # together', '}, # together');

/** What is said of the Parallel itself goes with it. */
const OF_THE_PARALLEL = [
  ...[
    'both',
    'alone',
    'the ways',
    'only one',
    'the only way',
    'of all',
    'its states',
    'taken apart',
    'onward',
  ],
];

const FILES: readonly (readonly [path: string, text: string])[] = [
  ['flow.asl.yaml', YAML],
  ['windows.asl.yaml', YAML.replaceAll('\n', '\r\n')],
  ['main.tf', TERRAFORM],
  ['commas.tf', COMMAS],
];

function commentsIn({ located }: LanguageDocument): string[] {
  return (located.tree?.comments ?? []).map(({ text }) => text);
}

describe('comments', () => {
  before(readyHcl);

  for (const [path, text] of FILES) {
    it(`of states stay when these are moved in ${path}`, () => {
      const document = new LanguageDocument({ path, text });
      const [machine] = document.located.stateMachines;
      const done = new Set<string>();
      for (const { property } of machine.states) {
        const cursor = { start: property.span.start, end: property.span.start };
        for (const span of [cursor, property.span]) {
          for (const { id, title, argument, disabled } of refactorings(document, span)) {
            if (disabled || done.has(title) || id === 'extractMachine') continue;
            done.add(title);
            const result = refactor(document, span, id, argument);
            assert.ok(result, title);
            const after = new LanguageDocument({ path, text: applyEdits(text, result.edits) });
            const gone = id === 'inlineParallel' ? OF_THE_PARALLEL : [];
            const left = commentsIn(after).filter((comment) => !gone.includes(comment));
            const kept = commentsIn(document).filter((comment) => !gone.includes(comment));
            assert.deepEqual(left.sort(), kept.sort(), `${title}\n${after.text}`);
          }
        }
      }
    });
  }
});
