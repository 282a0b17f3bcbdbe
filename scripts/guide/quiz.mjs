/**
 * The questions by topic, with explanations as HTML.
 * @param {ReturnType<typeof import('./read.mjs').reader>} read
 * @param {import('./problems.mjs').Problems} problems
 * @param {import('./links.mjs').Links} links
 * @param {ReturnType<typeof import('./markdown.mjs').markdown>} md
 */
export function compileQuiz(read, problems, links, md) {
  const ids = new Set();
  return read.list('quiz', '.yaml').flatMap((file) => {
    const { topic, questions } = read.yaml(file, 'quiz');
    return questions.map((question) => {
      if (ids.has(question.id)) problems.add(file, `two questions have the id "${question.id}"`);
      ids.add(question.id);
      links.add(file, 'note', question.note);
      const wrong = shapeProblem(question);
      if (wrong) problems.add(file, `"${question.id}" ${wrong}`);
      return {
        ...question,
        topic,
        question: md.inline(question.question, file),
        explanation: md.inline(question.explanation, file),
        ...(question.options
          ? {
              options: question.options.map(({ text, right = false }) => ({
                text: md.inline(text, file),
                right,
              })),
            }
          : {}),
        ...(question.steps ? { steps: question.steps.map((step) => md.inline(step, file)) } : {}),
      };
    });
  });
}

/** What a kind of question needs and this one lacks. */
function shapeProblem({ kind, options = [], steps = [], code, line }) {
  const right = options.filter((option) => option.right).length;
  const texts = [...options.map(({ text }) => text), ...steps];
  if (new Set(texts).size !== texts.length) return 'has two answers that read the same';
  if (kind === 'order')
    return steps.length < 3 || options.length > 0 ? 'needs steps in their order' : undefined;
  if (kind === 'several') {
    return right < 2 || right === options.length ? 'needs two right answers and a wrong one' : undefined;
  }
  if (right !== 1 || options.length < 3) return 'needs three answers, one of them right';
  if (kind === 'choice') return undefined;
  const lines = code?.trimEnd().split('\n').length ?? 0;
  return !line || line > lines ? 'needs code and the line of its mistake' : undefined;
}
