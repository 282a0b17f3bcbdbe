import type { Connection } from 'vscode-languageserver';
import { parse } from 'yaml';
import { READ_FILE, SETTINGS_SECTION, type ServerSettings } from '../protocol/requests';
import { CONFIG_FILES, DEFAULT_CONFIG, readConfig, type RuleConfig } from '../rules/config';
import { ignoring } from '../rules/ignored';
import { rules } from '../rules/registry.generated';

const RULE_IDS = new Set(rules.map(({ id }) => id));

/**
 * What holds for a document: the project file of its workspace folder, over the editor's settings.
 * Read once and kept until something changes.
 */
export class Settings {
  readonly #connection: Connection;
  readonly #folders: readonly string[];
  readonly #canAsk: boolean;
  #byFolder = new Map<string, Promise<RuleConfig>>();

  constructor(connection: Connection, folders: readonly string[], canAsk: boolean) {
    this.#connection = connection;
    this.#folders = folders;
    this.#canAsk = canAsk;
  }

  /** Settings or a project file have changed. */
  forget(): void {
    this.#byFolder.clear();
  }

  /** True for a file that the project file leaves alone. */
  async ignores(uri: string): Promise<boolean> {
    const { ignore } = await this.for(uri);
    if (ignore.length === 0) return false;
    return ignoring(ignore)(decodeURIComponent(uri.slice(this.#folderOf(uri).length + 1)));
  }

  for(uri: string): Promise<RuleConfig> {
    const folder = this.#folderOf(uri);
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const config = this.#read(folder);
    this.#byFolder.set(folder, config);
    return config;
  }

  /** The innermost folder of the workspace that a file is in; empty for a file outside of it. */
  #folderOf(uri: string): string {
    const around = this.#folders.filter((candidate) => uri.startsWith(`${candidate}/`));
    return around.sort((a, b) => b.length - a.length)[0] ?? '';
  }

  async #read(folder: string): Promise<RuleConfig> {
    const editor = await this.#editorSettings(folder);
    const project = folder === '' ? undefined : await this.#projectFile(folder);
    if (!project) return editor;
    return {
      rules: { ...editor.rules, ...project.rules },
      machineType:
        project.machineType === DEFAULT_CONFIG.machineType ? editor.machineType : project.machineType,
      ignore: project.ignore,
    };
  }

  async #editorSettings(folder: string): Promise<RuleConfig> {
    if (!this.#canAsk) return DEFAULT_CONFIG;
    const scopeUri = folder === '' ? undefined : folder;
    const settings = (await this.#connection.workspace.getConfiguration({
      scopeUri,
      section: SETTINGS_SECTION,
    })) as ServerSettings | null;
    const { config, problems } = readConfig(
      { rules: settings?.rules ?? {}, machineType: settings?.machineType ?? 'STANDARD' },
      RULE_IDS,
    );
    for (const problem of problems) this.#connection.console.warn(`Settings: ${problem}`);
    return config;
  }

  async #projectFile(folder: string): Promise<RuleConfig | undefined> {
    for (const name of CONFIG_FILES) {
      const text = await this.#connection
        .sendRequest<string | null>(READ_FILE, { uri: `${folder}/${name}` })
        .catch(() => null);
      if (text === null) continue;
      try {
        const { config, problems } = readConfig(parse(text, { logLevel: 'error' }), RULE_IDS);
        for (const problem of problems) this.#connection.console.warn(`${name}: ${problem}`);
        return config;
      } catch (error) {
        this.#connection.console.warn(
          `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
    return undefined;
  }
}
