const KNOWN: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go in a circle',
};

/** Why a file cannot be read, as the end of a sentence without its full stop. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return KNOWN[code ?? ''] ?? message.split('\n')[0].replace(/\.$/, '');
}
