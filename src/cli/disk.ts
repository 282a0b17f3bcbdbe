import * as fs from 'node:fs';
import { reason } from './reason';

/** The functions of `node:fs` by which files are found, read and written. */
export type Disk = Pick<typeof fs, 'readdir' | 'readFileSync' | 'statSync' | 'writeFileSync'>;

/** The disk of this computer. */
export const DISK: Disk = fs;

/** Folders that are gone, or that the user only guessed at, hold nothing that could be missed. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR']);

type Listed = (error: NodeJS.ErrnoException | null, entries: fs.Dirent[]) => void;

/** `disk.readdir` that tells of each folder that cannot be looked into, and why. */
export function tellingReaddir(disk: Disk, tell: (folder: string, why: string) => void): Disk['readdir'] {
  const readdir = (folder: string, options: { withFileTypes: true }, done: Listed): void =>
    disk.readdir(folder, options, (error, entries) => {
      if (error && !ABSENT.has(error.code ?? '')) tell(folder, reason(error));
      done(error, entries);
    });
  return readdir as Disk['readdir'];
}
