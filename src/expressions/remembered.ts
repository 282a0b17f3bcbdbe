/** Answers that are kept; twice as many at most. A large definition has a few hundred different texts. */
const KEPT = 2000;
/** Longer texts are rare, and change while they are typed. */
const LONGEST = 2000;

/**
 * The same function of a text, which reads each text once: between two keystrokes all but one of a
 * file's texts are the same. Answers are shared, so nobody may change them.
 */
export function remembered<Answer extends object>(read: (text: string) => Answer): (text: string) => Answer {
  let recent = new Map<string, Answer>();
  let older = new Map<string, Answer>();
  return (text) => {
    const known = recent.get(text);
    if (known) return known;
    const answer = older.get(text) ?? read(text);
    if (text.length > LONGEST) return answer;
    if (recent.size >= KEPT) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, answer);
    return answer;
  };
}
