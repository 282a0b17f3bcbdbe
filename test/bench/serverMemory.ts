/**
 * What the server as it is shipped needs in memory, in a process of its own: `npm run bench -- memory` asks for a
 * request of every service that the catalogue has, opens a definition of about 1 MB and types in it.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import type { CompletionItem, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { apiServices, loadApi } from '../../src/catalog/api';
import { SERVER_MEMORY } from '../../src/extension/serverMemory';
import { syntheticMachine } from './syntheticMachine';

const project = fileURLToPath(new URL('../../', import.meta.url));
const SERVER = `${project}dist/server.js`;

/** So many states are about 1 MB. */
const SIZE = 3300;
const KEYSTROKES = 30;

/** Prints the memory after each step; needs what `npm run build` makes. */
export async function benchServerMemory(): Promise<void> {
  if (!existsSync(SERVER)) return;
  await loadApi(() => Promise.resolve(readFileSync(`${project}src/catalog/api/actions.bin`)));
  const child = fork(SERVER, ['--stdio'], {
    execArgv: [...SERVER_MEMORY, '--import', new URL('memoryReport.mjs', import.meta.url).href],
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  if (!child.stdout || !child.stdin) return;
  const client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
  console.log('Memory of the server:');
  try {
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    await client.sendNotification('initialized', {});
    await report(child, 'started');
    const services = await askForEveryService(client);
    await report(child, `${services} services asked for`);
    const times = (await typeInLargeDefinition(client)).sort((a, b) => a - b);
    await report(child, `a definition of 1 MB, ${KEYSTROKES} keystrokes`);
    const [median, slow] = [0.5, 0.9].map((share) => times[Math.floor(times.length * share)].toFixed(0));
    console.log(
      `  completion and findings of a keystroke there: median ${median} ms, 90th percentile ${slow} ms`,
    );
  } finally {
    client.dispose();
    child.kill();
  }
}

/** Milliseconds of each keystroke. */
async function typeInLargeDefinition(client: MessageConnection): Promise<number[]> {
  const times: number[] = [];
  const uri = 'file:///large.asl.json';
  const text = JSON.stringify(syntheticMachine(SIZE, 'JSONPath'), null, 1);
  const lines = text.split('\n');
  const line = lines.findIndex((each, index) => index > lines.length / 2 && each.includes('"Payload.$": "$'));
  const character = lines[line].indexOf('"$') + 2;
  await open(client, uri, text);
  for (let version = 2; version < KEYSTROKES + 2; version++) {
    const before = performance.now();
    const end = { line, character: version % 2 === 0 ? character : character + 1 };
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character }, end }, text: version % 2 === 0 ? '.' : '' }],
    });
    await complete(client, uri, line, character);
    await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    times.push(performance.now() - before);
  }
  return times;
}

/** Completion and hover of one request of each service, which makes the server read all of its structures. */
async function askForEveryService(client: MessageConnection): Promise<number> {
  const named = [...apiServices()].filter(({ actions }) => actions.length > 0);
  for (const { service, actions } of named) {
    const uri = `file:///${service}.asl.json`;
    const resource = `arn:aws:states:::aws-sdk:${service}:${actions[0]}`;
    const before = `{"StartAt":"Call","States":{"Call":{"Type":"Task","End":true,"Resource":"${resource}","Parameters":{`;
    await open(client, uri, `${before}}}}}`);
    await complete(client, uri, 0, before.length);
    const position = { line: 0, character: before.indexOf(resource) + 1 };
    await client.sendRequest('textDocument/hover', { textDocument: { uri }, position });
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
  return named.length;
}

async function open(client: MessageConnection, uri: string, text: string): Promise<void> {
  const textDocument = { uri, languageId: 'asl', version: 1, text };
  await client.sendNotification('textDocument/didOpen', { textDocument });
}

function complete(
  client: MessageConnection,
  uri: string,
  line: number,
  character: number,
): Promise<CompletionItem[]> {
  return client.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position: { line, character },
  });
}

interface Memory {
  readonly now: NodeJS.MemoryUsage;
  /** After everything that is not needed any more has been let go. */
  readonly needed: NodeJS.MemoryUsage;
}

async function report(child: ChildProcess, step: string): Promise<void> {
  const answer = once(child, 'message');
  child.send('memory');
  const [{ now, needed }] = (await answer) as [Memory];
  const figures = `${megabytes(now.rss)} in all, of which the heap needs ${megabytes(needed.heapUsed)}`;
  console.log(`  ${step.padEnd(44)}${figures}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`.padStart(7);
}
