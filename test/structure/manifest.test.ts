import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface WalkthroughStep {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  icon?: string;
  bin: Record<string, string>;
  contributes: {
    commands: { command: string; title: string }[];
    walkthroughs: { steps: WalkthroughStep[] }[];
    configuration: { properties: Record<string, { markdownDescription?: string; scope?: string }> };
    [point: string]: unknown;
  };
};
const strings = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sources(path) : readFileSync(path, 'utf8');
    })
    .join('\n');
}

const code = sources(join(root, 'src', 'extension')) + sources(join(root, 'src', 'protocol'));
const serverCode = sources(join(root, 'src', 'server')) + code;

describe('package.json', () => {
  it('has a handler for every command', () => {
    for (const { command } of manifest.contributes.commands) {
      const registered =
        code.includes(`registerCommand('${command}'`) || new RegExp(`= '${command}'`).test(code);
      assert.ok(registered, `${command} is contributed and not registered`);
    }
  });

  it('names only files that exist', () => {
    const paths = Array.from(
      JSON.stringify(manifest.contributes).matchAll(/"(\.\/[^"]+)"/g),
      ([, path]) => path,
    );
    for (const path of [...paths, ...(manifest.icon ? [manifest.icon] : [])])
      assert.ok(existsSync(join(root, path)), path);
  });

  it('has only settings that are read, each described and scoped, at most 20', () => {
    const settings = Object.entries(manifest.contributes.configuration.properties);
    assert.ok(settings.length <= 20);
    for (const [name, { markdownDescription, scope }] of settings) {
      assert.ok(markdownDescription && scope, name);
      const [prefix, key] = name.split('.');
      assert.equal(prefix, 'orchestrationLens');
      // The trace setting is read by the client library.
      assert.ok(key === 'trace' || new RegExp(`\\b${key}\\b`).test(serverCode), `${name} is not read`);
    }
  });

  it('leads a newcomer through five steps, each with a button and an event that completes it', () => {
    const [{ steps }] = manifest.contributes.walkthroughs;
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['check', 'understand', 'fix', 'choose', 'learn'],
    );
    const ours = new Set(manifest.contributes.commands.map(({ command }) => command));
    const known = (command: string): boolean => ours.has(command) || command.startsWith('editor.action.');
    for (const { id, description, media, completionEvents } of steps) {
      const text = strings[description.replaceAll('%', '')];
      const buttons = Array.from(text.matchAll(/\n\[[^\]]+\]\(command:([\w.]+)/g), ([, command]) => command);
      assert.equal(buttons.length, 1, `${id} has one button`);
      const events = completionEvents.filter((event) => event.startsWith('onCommand:'));
      const commands = events.map((event) => event.slice('onCommand:'.length));
      assert.ok(commands.length > 0 && [...buttons, ...commands].every(known), id);
      // Colours of the theme only: a picture of fixed colours is lost in half of them.
      const picture = readFileSync(join(root, media.svg), 'utf8');
      const plain = picture.replaceAll(/var\(--[\w-]+, (?:#\w+|[\w-]+|var\([^()]*\))\)/g, '');
      assert.doesNotMatch(plain, /#[0-9a-f]{3,8}\b|rgb/i, media.svg);
    }
  });

  it('has a command that is there before anything is built', () => {
    const [file] = Object.values(manifest.bin);
    assert.ok(!file.startsWith('./dist/') && existsSync(join(root, file)), file);
    assert.ok(readFileSync(join(root, file), 'utf8').startsWith('#!/usr/bin/env node\n'));
  });

  it('has a text for every key, and no other', () => {
    const used = new Set(Array.from(JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g), ([, key]) => key));
    assert.deepEqual([...used].sort(), Object.keys(strings).sort());
  });
});
