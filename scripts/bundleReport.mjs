import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A table of the given files: bytes as they are, and bytes after gzip. */
export function bundleReport(files) {
  const rows = files.map((file) => {
    const content = readFileSync(file);
    return { file, bytes: content.length, gzip: gzipSync(content).length };
  });
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  rows.push({ file: 'total', bytes: sum('bytes'), gzip: sum('gzip') });

  const width = Math.max(...rows.map((row) => row.file.length));
  const figure = (value) => (typeof value === 'number' ? value.toLocaleString('en') : value).padStart(12);
  return [{ file: 'bundle', bytes: 'bytes', gzip: 'gzip' }, ...rows]
    .map(({ file, bytes, gzip }) => file.padEnd(width) + figure(bytes) + figure(gzip))
    .join('\n');
}
