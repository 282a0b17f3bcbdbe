import { fixAll } from '../language/codeActions';
import { LanguageDocument } from '../language/document';
import { WorkspaceIndex } from '../language/workspaceIndex';
import type { RuleConfig } from '../rules/config';
import { judge, type Diagnostic } from '../rules/run';
import { applyEdits } from '../syntax/edit';
import { fileReport, type FileReport } from './report';

/** A fix may make room for another; more rounds than this would go in a circle. */
const MOST_ROUNDS = 10;

/** Checks files in two passes: first what each says, then each in the light of all. */
export class Checker {
  readonly #config: RuleConfig;
  readonly #index = new WorkspaceIndex();
  readonly #documents: LanguageDocument[] = [];
  /** Paths of files in which there is nothing to check; their texts are not kept. */
  readonly #empty: string[] = [];
  /** Rules that failed, in a sentence each. */
  readonly troubles: string[] = [];

  constructor(config: RuleConfig) {
    this.#config = config;
  }

  add(path: string, text: string): void {
    const document = new LanguageDocument({ path, text }, this.#config);
    this.#index.update(document, document.located);
    const { tree, template, code, requirements, isDefinition } = document.located;
    if (isDefinition || tree || template || code || requirements) this.#documents.push(document);
    else this.#empty.push(path);
  }

  /** What is found in every file, in the order of the paths. */
  *reports(): Iterable<FileReport> {
    for (const path of this.#empty) yield { path, diagnostics: [] };
    for (const document of this.#documents) {
      yield fileReport(document.path, document.text, this.#judge(document));
    }
  }

  /** Hands out the texts that all fixes together lead to which are surely right; a text that is not kept stays as it was. */
  fix(keep: (path: string, text: string) => boolean): void {
    for (const [index, document] of this.#documents.entries()) {
      const mended = this.#mend(document);
      if (mended === document || !keep(mended.path, mended.text)) continue;
      this.#documents[index] = mended;
      this.#index.update(mended, mended.located);
    }
  }

  #mend(document: LanguageDocument): LanguageDocument {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const action = fixAll(this.#judge(document));
      if (!action) break;
      const text = applyEdits(document.text, action.edits);
      document = new LanguageDocument({ path: document.path, text }, this.#config);
    }
    return document;
  }

  #judge(document: LanguageDocument): Diagnostic[] {
    return judge(document.text, document.located, {
      config: this.#config,
      path: document.path,
      workspace: this.#index.graph,
      onRuleError: (rule, error) => {
        const message = error instanceof Error ? error.message : String(error);
        this.troubles.push(
          `${document.path}: the rule ${rule} failed (${message}). This is a mistake of Orchestration Lens.`,
        );
      },
    });
  }
}
