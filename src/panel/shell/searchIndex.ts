import type { Place } from '../../protocol/guide';
import type { Guide } from '../guideData';
import type { IconName } from '../icon';

/** Something that can be found. */
export interface Entry {
  /** What it is, in one word that the reader knows. */
  readonly kind: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly place: Place;
}

/** Everything in the guide that has a place of its own. */
export function searchIndex(guide: Guide): readonly Entry[] {
  const { tree, services, notes, glossary, quiz } = guide;
  return [
    ...Object.values(services).map(({ name, summary, note }): Entry => ({
      ...{ kind: 'Service', icon: 'symbol-event', title: name, text: summary },
      place: { tab: 'notes', anchor: note },
    })),
    ...glossary.map(({ term, short, meaning, note }): Entry => ({
      ...{ kind: 'Term', icon: 'tag', title: short ? `${term} (${short})` : term, text: meaning },
      place: { tab: 'notes', anchor: note },
    })),
    ...notes.flatMap(({ id, title, sections }) =>
      sections.map((section): Entry => ({
        ...{ kind: 'Note', icon: 'book', text: section.text },
        title: section.anchor ? `${section.title} – ${title}` : title,
        place: { tab: 'notes', anchor: section.anchor ? `${id}#${section.anchor}` : id },
      })),
    ),
    ...tree.nodes.map(({ id, question, why, answers }): Entry => ({
      ...{ kind: 'Question', icon: 'type-hierarchy-sub', title: question },
      text: [why, ...answers.map(({ label }) => label)].join(' '),
      place: { tab: 'decide', anchor: id },
    })),
    ...tree.verdicts.map(({ id, recommendation, text }): Entry => ({
      ...{ kind: 'Answer', icon: 'check', title: services[recommendation].name, text },
      place: { tab: 'decide', anchor: id },
    })),
    ...Object.values(services).flatMap(({ name, facts, note }) =>
      Object.values(facts).map(({ label, value, unit = '', text = '' }): Entry => ({
        ...{ kind: 'Fact', icon: 'checklist', title: `${name}: ${label}` },
        text: `${String(value)} ${unit} ${text}`,
        place: { tab: 'notes', anchor: note },
      })),
    ),
    ...quiz.map(({ id, topic, question, explanation }): Entry => ({
      ...{ kind: 'Quiz', icon: 'question', title: plain(question), text: `${topic} ${plain(explanation)}` },
      place: { tab: 'quiz', anchor: id },
    })),
  ];
}

/** The best entries that hold every word: words of the title count most, and among them whole and first ones. */
export function find(entries: readonly Entry[], query: string, most = 12): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, score: score(entry, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}

function score({ title, text }: Entry, words: readonly string[]): number {
  const [head, body] = [title.toLowerCase(), text.toLowerCase()];
  let total = 0;
  for (const word of words) {
    const points = Math.max(4 * within(head, word), within(body, word));
    if (points === 0) return 0;
    total += points;
  }
  return total + (head.startsWith(words.join(' ')) ? 8 : 0) - title.length / 200;
}

/** 3 for a whole word, 2 for the beginning of one, 1 for anything else. */
function within(text: string, word: string): number {
  let points = 0;
  for (let at = text.indexOf(word); at >= 0 && points < 3; at = text.indexOf(word, at + 1)) {
    const begins = !isLetter(text[at - 1]);
    const ends = !isLetter(text[at + word.length]);
    points = Math.max(points, begins ? (ends ? 3 : 2) : 1);
  }
  return points;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** The words of a piece of HTML that the guide's own build made. */
const plain = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
