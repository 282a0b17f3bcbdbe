import { html, type TemplateResult } from 'lit';
import type { QuizQuestion } from '../guideData';

/** The definition that a question is about; once it is answered, the line with the mistake stands out. */
export function questionCode({ code = '', line }: QuizQuestion, answered: boolean): TemplateResult {
  return html`<pre class="quiz-code" tabindex="0" role="region" aria-label="The definition in question">
${code
      .trimEnd()
      .split('\n')
      .map(
        (text, index) =>
          html`<code class=${answered && index + 1 === line ? 'wrong-line' : ''}>${text} </code>`,
      )}</pre>`;
}
