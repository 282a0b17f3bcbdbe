import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  window,
  workspace,
} from 'vscode';

const scheme = 'lens-folder';
const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const parentOf = (place) => place.slice(0, Math.max(place.lastIndexOf('/'), 0)) || '/';
const nameOf = (place) => place.slice(place.lastIndexOf('/') + 1);

/** Files and folders by path; a folder is an entry without bytes. */
class MemoryFolder {
  entries = new Map([['/', { time: 0 }]]);
  changes = new EventEmitter();
  onDidChangeFile = this.changes.event;

  constructor(name, files) {
    this.makeFolders(`/${name}`);
    for (const [place, base64] of files) {
      this.makeFolders(parentOf(`/${name}${place}`));
      this.entries.set(`/${name}${place}`, { time: 0, bytes: bytesOf(base64) });
    }
  }

  makeFolders(place) {
    if (this.entries.has(place)) return;
    this.makeFolders(parentOf(place));
    this.entries.set(place, { time: 0 });
  }

  entry(uri) {
    const entry = this.entries.get(uri.path);
    if (!entry) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  below(place) {
    const prefix = place.endsWith('/') ? place : `${place}/`;
    return [...this.entries.keys()].filter((each) => each !== '/' && each.startsWith(prefix));
  }

  changed(type, uri) {
    this.changes.fire([{ type, uri }]);
  }

  watch() {
    return new Disposable(() => undefined);
  }

  stat(uri) {
    const { time, bytes } = this.entry(uri);
    return {
      type: bytes ? FileType.File : FileType.Directory,
      ctime: 0,
      mtime: time,
      size: bytes?.length ?? 0,
    };
  }

  readDirectory(uri) {
    this.entry(uri);
    return this.below(uri.path)
      .filter((place) => parentOf(place) === uri.path)
      .map((place) => [nameOf(place), this.entries.get(place).bytes ? FileType.File : FileType.Directory]);
  }

  readFile(uri) {
    const { bytes } = this.entry(uri);
    if (!bytes) throw FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  createDirectory(uri) {
    this.makeFolders(uri.path);
    this.changed(FileChangeType.Created, uri);
  }

  writeFile(uri, bytes, { create, overwrite }) {
    const there = this.entries.has(uri.path);
    if (!there && !create) throw FileSystemError.FileNotFound(uri);
    if (there && create && !overwrite) throw FileSystemError.FileExists(uri);
    this.entries.set(uri.path, { time: Date.now(), bytes });
    this.changed(there ? FileChangeType.Changed : FileChangeType.Created, uri);
  }

  delete(uri) {
    this.entry(uri);
    for (const place of [uri.path, ...this.below(uri.path)]) this.entries.delete(place);
    this.changed(FileChangeType.Deleted, uri);
  }

  rename(from, to) {
    this.entry(from);
    for (const place of [from.path, ...this.below(from.path)]) {
      this.entries.set(to.path + place.slice(from.path.length), this.entries.get(place));
      this.entries.delete(place);
    }
    this.changed(FileChangeType.Deleted, from);
    this.changed(FileChangeType.Created, to);
  }

  provideFileSearchResults(_query, { folder }) {
    return this.below(folder.path)
      .filter((place) => this.entries.get(place).bytes)
      .map((place) => Uri.from({ scheme, path: place }));
  }
}

/** Loads the folder that the rig serves, before the workbench asks for its first file. */
export async function activate({ extensionUri, subscriptions }) {
  const response = await fetch(Uri.joinPath(extensionUri, '..', 'folder.json').toString());
  const { name, files, open } = await response.json();
  const folder = new MemoryFolder(name, files);
  subscriptions.push(
    workspace.registerFileSystemProvider(scheme, folder, { isCaseSensitive: true }),
    workspace.registerFileSearchProvider(scheme, folder),
  );
  if (open) void window.showTextDocument(Uri.from({ scheme, path: `/${name}/${open}` }), { preview: false });
}
