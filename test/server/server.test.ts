import assert from 'node:assert/strict';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  LocationLink,
} from 'vscode-languageserver-protocol';
import { PICK, WORKLOAD, type PickResult, type WorkloadResult } from '../../src/protocol/pick';
import { DOCUMENT_KIND, RULE_PAGE } from '../../src/protocol/requests';
import { startTestServer, type ServerOptions, type TestServer } from '../support/server';

const BROKEN =
  '{\n  "StartAt": "Load",\n  "States": {\n    "Load": { "Type": "Pass", "Next": "Sace" },\n    "Save": { "Type": "Succeed" }\n  }\n}\n';

describe('language server', () => {
  let server: TestServer;
  const start = async (options?: ServerOptions): Promise<TestServer> =>
    (server = await startTestServer(options));
  afterEach(() => server.dispose());

  const pull = async (uri: string): Promise<Diagnostic[]> => {
    const report = await server.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.kind === 'full' ? report.items : [];
  };
  const errors = (diagnostics: readonly Diagnostic[]): (string | number | undefined)[] =>
    diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => code);

  it('reports findings with code, source, place and a page behind the code', async () => {
    await start();
    const [found] = (await pull(await server.open('a.asl.json', BROKEN))).filter(
      ({ severity }) => severity === 1,
    );
    assert.equal(found.code, 'asl/unknown-target');
    assert.equal(found.source, 'Orchestration Lens');
    assert.equal(found.message, '"Sace" is not a state at this level.');
    assert.deepEqual(found.range, { start: { line: 3, character: 38 }, end: { line: 3, character: 44 } });
    assert.equal(
      found.codeDescription?.href,
      'command:orchestrationLens.showRule?%5B%22asl%2Funknown-target%22%5D',
    );
  });

  it('follows changes of the text', async () => {
    await start();
    const uri = await server.open('a.asl.json', BROKEN);
    assert.deepEqual(errors(await pull(uri)), ['asl/unknown-target']);
    await server.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 3, character: 38 }, end: { line: 3, character: 44 } }, text: '"Save"' },
      ],
    });
    assert.deepEqual(errors(await pull(uri)), []);
  });

  it('recognises a definition under any name, and leaves other files alone', async () => {
    await start();
    assert.deepEqual(errors(await pull(await server.open('machine.json', BROKEN, 'json'))), [
      'asl/unknown-target',
    ]);
    assert.deepEqual(await pull(await server.open('package.json', '{"name": "x", "States": 3}', 'json')), []);
  });

  it('pushes to editors that do not pull', async () => {
    await start({ pulls: false });
    const pushed = new Promise<Diagnostic[]>((resolve) =>
      server.client.onNotification(
        'textDocument/publishDiagnostics',
        ({ diagnostics }: { diagnostics: Diagnostic[] }) => resolve(diagnostics),
      ),
    );
    await server.open('a.asl.json', BROKEN);
    assert.deepEqual(errors(await pushed), ['asl/unknown-target']);
  });

  it('takes severities from the settings', async () => {
    await start({ settings: { rules: { 'asl/*': 'off' } } });
    assert.deepEqual(errors(await pull(await server.open('a.asl.json', BROKEN))), []);
  });

  it('lets the project file win over the settings, and reads it again when it changes', async () => {
    const files: Record<string, string> = {
      'orchestration-lens.yaml': 'rules:\n  asl/unknown-target: warning\n',
    };
    await start({ settings: { rules: { 'asl/unknown-target': 'off' } }, files });
    const uri = await server.open('a.asl.json', BROKEN);
    const severity = async (): Promise<number | undefined> =>
      (await pull(uri)).find(({ code }) => code === 'asl/unknown-target')?.severity;
    assert.equal(await severity(), 2);
    files['orchestration-lens.yaml'] = 'rules: {}\n';
    await server.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'memfs:/workspace/orchestration-lens.yaml', type: 2 }],
    });
    assert.equal(await severity(), undefined);
  });

  it('finds nothing in files that the project file leaves alone', async () => {
    const files: Record<string, string> = {
      'orchestration-lens.json': '{"ignore": ["old flows/**", "drafts", "*.tmp.asl.json"]}',
    };
    await start({ files });
    for (const name of ['old%20flows/a.asl.json', 'drafts/.deep/a.asl.json', 'x.tmp.asl.json'])
      assert.deepEqual(await pull(await server.open(name, BROKEN)), [], name);
    for (const name of ['new/drafts/a.asl.json', 'new/x.tmp.asl.json'])
      assert.deepEqual(errors(await pull(await server.open(name, BROKEN))), ['asl/unknown-target'], name);
    files['orchestration-lens.json'] = '{}';
    await server.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'memfs:/workspace/orchestration-lens.json', type: 2 }],
    });
    assert.deepEqual(errors(await pull('memfs:/workspace/x.tmp.asl.json')), ['asl/unknown-target']);
  });

  it('reads the project file of a folder that joins the workspace later, and forgets one that leaves', async () => {
    await start({ files: { 'memfs:/second/orchestration-lens.json': '{"rules": {"asl/*": "off"}}' } });
    const uri = await server.open('../second/a.asl.json', BROKEN);
    assert.equal(uri, 'memfs:/second/a.asl.json');
    const changed = (event: object) =>
      server.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    const second = [{ uri: 'memfs:/second', name: 'second' }];
    assert.deepEqual(errors(await pull(uri)), ['asl/unknown-target']);
    await changed({ added: second, removed: [] });
    assert.deepEqual(errors(await pull(uri)), []);
    await changed({ added: [], removed: second });
    assert.deepEqual(errors(await pull(uri)), ['asl/unknown-target']);
  });

  it('survives a project file that is broken', async () => {
    await start({ files: { 'orchestration-lens.json': '{"rules": [' } });
    assert.deepEqual(errors(await pull(await server.open('a.asl.json', BROKEN))), ['asl/unknown-target']);
  });

  it('answers hover, definition, outline and folding', async () => {
    await start();
    const uri = await server.open('a.asl.json', BROKEN.replace('Sace', 'Save'));
    const at = { textDocument: { uri }, position: { line: 3, character: 40 } };
    const hover = await server.client.sendRequest<Hover>('textDocument/hover', at);
    assert.match((hover.contents as { value: string }).value, /^\*\*Save\*\* · Succeed/);
    const [link] = await server.client.sendRequest<LocationLink[]>('textDocument/definition', at);
    assert.equal(link.targetSelectionRange.start.line, 4);
    const symbols = await server.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['Load', 'Save'],
    );
    const folds = await server.client.sendRequest<unknown[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    assert.deepEqual(folds, [
      { startLine: 0, endLine: 5 },
      { startLine: 2, endLine: 4 },
    ]);
  });

  it('offers fixes as edits of the version in hand', async () => {
    await start();
    const uri = await server.open('a.asl.json', BROKEN);
    const range = { start: { line: 3, character: 40 }, end: { line: 3, character: 40 } };
    const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    assert.equal(actions[0].title, 'Change to "Save"');
    assert.equal(actions[0].isPreferred, true);
    assert.deepEqual(actions[0].edit?.documentChanges?.[0], {
      textDocument: { uri, version: 1 },
      edits: [
        { range: { start: { line: 3, character: 38 }, end: { line: 3, character: 44 } }, newText: '"Save"' },
      ],
    });
    const all = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.deepEqual(
      all.map(({ kind }) => kind),
      ['source.fixAll.orchestrationLens'],
    );
  });

  it('leads from a finding to its note, in the hover and last among the fixes', async () => {
    await start();
    const uri = await server.open('a.asl.json', BROKEN);
    const [found] = await pull(uri);
    const place = { tab: 'notes', anchor: 'step-functions#transitions' };
    const hover = await server.client.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 3, character: 40 },
    });
    assert.ok(
      (hover.contents as { value: string }).value.endsWith(
        `[Read the note “Step Functions: Transitions”](command:orchestrationLens.openGuide?${encodeURIComponent(JSON.stringify([place]))})`,
      ),
    );
    const actions = await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 3, character: 40 }, end: { line: 3, character: 40 } },
      context: { diagnostics: [found] },
    });
    const last = actions[actions.length - 1];
    assert.deepEqual(
      [last.title, last.kind, last.command?.arguments],
      ['Learn why: Step Functions: Transitions', 'quickfix', [place]],
    );
  });

  it('begins the picker with what the file and the workspace show, and still asks for wishes', async () => {
    const files = { 'dags/a.py': 'from airflow import DAG\nDAG("a", schedule=None)\n' };
    await start({ files });
    const shown = (uri?: string): Promise<WorkloadResult> =>
      server.client.sendRequest<WorkloadResult>(WORKLOAD, { uri });
    assert.deepEqual(await shown(), {
      from: 'the workspace',
      answers: { existingAirflow: true },
      words: ['Airflow is in use'],
    });
    const { from, answers } = await shown(await server.open('a.asl.json', BROKEN));
    assert.deepEqual([from, answers], ['a.asl.json', { humanApproval: false, fanOutItems: 0 }]);
    const known = { services: ['glue', 'lambda'], trigger: 'event', source: 's3', needs: ['branching'] };
    const ask = (skipped: readonly string[]): Promise<PickResult> =>
      server.client.sendRequest<PickResult>(PICK, { answers: { ...known, stepCount: 4 }, skipped });
    const asked: string[] = [];
    for (;;) {
      const { question } = await ask(asked);
      if (!question) break;
      asked.push(question.id);
    }
    assert.ok(asked.includes('needs') && !asked.includes('services'), asked.join(', '));
    assert.equal((await ask(asked)).verdict.id, 'step-functions-standard');
  });

  it('gives the page of a rule and the kind of a document', async () => {
    await start();
    const page = await server.client.sendRequest<string>(RULE_PAGE, { rule: 'asl/unknown-target' });
    assert.match(page, /^# asl\/unknown-target/);
    assert.match(page, /^In the guide: Step Functions: Transitions$/m);
    const linked = await server.client.sendRequest<string>(RULE_PAGE, {
      rule: 'asl/unknown-target',
      guide: 'vscode://guide',
    });
    assert.match(linked, /^In the guide: \[Read the note “[^”]+”\]\(vscode:\/\/guide\?%7B%22tab%22/m);
    assert.equal(await server.client.sendRequest(RULE_PAGE, { rule: 'no/rule' }), null);
    const uri = await server.open('a.asl.json', BROKEN);
    assert.deepEqual(await server.client.sendRequest(DOCUMENT_KIND, { uri }), {
      label: 'ASL · JSONPath',
      detail: '2 states',
      note: 'step-functions',
    });
  });
});
