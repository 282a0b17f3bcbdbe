import type { Stats } from 'node:fs';
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { escapePath, glob, isDynamicPattern } from 'tinyglobby';
import { FILE_ENDINGS, FILE_NAMES, formatOf, isNamedDefinition } from '../model/locate';
import { withContents } from '../rules/ignored';
import { DISK, tellingReaddir, type Disk } from './disk';
import { reason } from './reason';
import { UsageError } from './usage';

/** A file to be checked. */
export interface Candidate {
  /** As findings name it: relative to the current folder, with `/`. */
  readonly path: string;
  /** True where the user named this very file, so that not reading it is worth a line. */
  readonly named: boolean;
}

/** What a search came to. */
export interface Found {
  readonly candidates: readonly Candidate[];
  /** A sentence for each folder that could not be looked into. */
  readonly troubles: readonly string[];
}

const PATTERNS = [`**/*.{${FILE_ENDINGS.join(',')}}`, ...FILE_NAMES.map((name) => `**/${name}`)];

/** AWS takes definitions of up to 1 MB; templates that hold several may be larger. */
const MAX_BYTES = 8 * 1024 * 1024;

/** What a text in UTF-16 begins with. */
const UTF16_MARKS = ['fffe', 'feff'];

/** What a project file leaves alone. */
export interface Ignored {
  /** The folder that the globs are relative to, wherever a search begins. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/** Files for paths and globs, each once, in order. Folders are searched, `node_modules` and `.git` left out. */
export async function findFiles(wanted: readonly string[], ignored: Ignored, disk = DISK): Promise<Found> {
  const found = new Map<string, Candidate>();
  const troubles = new Map<string, string>();
  const readdir = tellingReaddir(disk, (folder, why) => {
    const shown = shownPath(folder);
    troubles.set(shown, `${shown} cannot be read: ${why}.`);
  });
  const search = async (patterns: readonly string[], from: string): Promise<number> => {
    const beneath = escapePath(slashed(relative(ignored.folder, from)));
    const wherever = patterns.map((one) => (isAbsolute(one) ? one : posix.join(beneath, one)));
    const paths = await glob(wherever, {
      cwd: ignored.folder,
      ignore: ['**/node_modules/**', '**/.git/**', ...ignored.globs.flatMap(withContents)],
      dot: false,
      absolute: true,
      onlyFiles: true,
      followSymbolicLinks: false,
      expandDirectories: false,
      fs: { readdir },
    });
    const checked = paths.filter((path) => formatOf({ path }));
    for (const path of checked.sort()) add(path, false);
    return checked.length;
  };
  const add = (path: string, named: boolean): void => {
    const shown = shownPath(path);
    if (!found.has(shown)) found.set(shown, { path: shown, named });
  };
  for (const word of wanted.length > 0 ? wanted : ['.']) {
    const stats = statsOf(word, disk);
    if (stats?.isDirectory()) {
      const count = await search(PATTERNS, resolve(word));
      // Whoever names it so takes it for a file, and is told otherwise when it is read.
      if (count === 0 && isNamedDefinition({ path: word })) add(resolve(word), true);
    } else if (stats) add(resolve(word), true);
    else if (isDynamicPattern(word)) {
      const count = await search([word], process.cwd());
      // A misspelt glob would pass for clean; where a folder is locked, that is what is told.
      if (count === 0 && troubles.size === 0) throw new UsageError(`No file to check matches "${word}".`);
    } else throw new UsageError(`There is no file or folder "${word}".`);
  }
  return { candidates: [...found.values()], troubles: [...troubles.values()] };
}

function shownPath(path: string): string {
  return slashed(relative('', path)) || path;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

function statsOf(word: string, disk: Disk): Stats | undefined {
  try {
    return disk.statSync(word, { throwIfNoEntry: false });
  } catch (error) {
    throw new UsageError(`${word} cannot be read: ${reason(error)}.`);
  }
}

/** A file's text, or the sentence that says why it is not checked. */
export function readText(
  { path, named }: Candidate,
  disk = DISK,
): { text: string } | { trouble: string | undefined } {
  const matters = named || isNamedDefinition({ path });
  try {
    const stats = disk.statSync(path);
    // A pipe or a device may never come to its end.
    if (stats.isDirectory()) return { trouble: `${path} cannot be read: it is a folder.` };
    if (!stats.isFile()) return { trouble: `${path} is not checked: it is no file; --stdin reads a pipe.` };
    const { size } = stats;
    if (size > MAX_BYTES) {
      return {
        trouble: matters
          ? `${path} is not checked: it has ${Math.round(size / 1024 / 1024)} MB, and 8 MB is the most that is read.`
          : undefined,
      };
    }
    const bytes = disk.readFileSync(path);
    if (bytes.subarray(0, 8192).includes(0)) {
      const isUtf16 = UTF16_MARKS.includes(bytes.toString('hex', 0, 2));
      const kind = isUtf16 ? 'is written in UTF-16, where AWS reads UTF-8' : 'is not a text file';
      return { trouble: matters ? `${path} is not checked: it ${kind}.` : undefined };
    }
    return { text: bytes.toString('utf8') };
  } catch (error) {
    return { trouble: `${path} cannot be read: ${reason(error)}.` };
  }
}

/** Writes a file; the sentence that says why it stays as it was. */
export function writeText(path: string, text: string, disk = DISK): string | undefined {
  try {
    disk.writeFileSync(path, text);
    return undefined;
  } catch (error) {
    return `${path} cannot be written: ${reason(error)}.`;
  }
}
