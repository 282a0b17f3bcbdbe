import picomatch from 'picomatch';

/**
 * Tells whether the globs of a project file leave a file alone, by its path from the folder of the project
 * file, with `/`. A folder that a glob names is left alone with all that is in it.
 */
export function ignoring(globs: readonly string[]): (path: string) => boolean {
  let matches = MATCHERS.get(globs);
  if (!matches) MATCHERS.set(globs, (matches = picomatch(globs.flatMap(withContents), { dot: true })));
  return matches;
}

/** The list of a configuration lives as long as it; every keystroke asks for the same. */
const MATCHERS = new WeakMap<readonly string[], (path: string) => boolean>();

/** A glob, and what is in a folder that it names. */
export function withContents(glob: string): string[] {
  return [glob, glob.replace(/\/?$/, '/**')];
}
