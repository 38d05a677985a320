// What the user has configured, for each document: asked of the client where it can be asked, else what it has sent.
import { DidChangeConfigurationNotification, type Connection, type InitializeParams } from 'vscode-languageserver';
import { ExampleInput } from '../analysis/data/example';
import type { FieldOrder } from '../features/format';
import type { InlayHintOptions } from '../features/inlay-hints';
import type { InitializationOptions } from '../protocol/explain';
import { settingsSection, type BesideFile, type WrittenSettings } from '../protocol/settings';
import { configFor, readConfig, readConfigFile, type FileConfig, type Read, type RuleConfig } from '../rules/config';
import type { Runtime } from './runtime';

/** What counts for one document: its rules, and what is shown in between its lines. */
export interface DocumentConfig extends FileConfig {
  readonly inlayHints: InlayHintOptions;
  readonly codeLens: { readonly references: boolean };
  readonly format: { readonly fieldOrder: FieldOrder };
  readonly exampleInput: ExampleInput | undefined;
  /** What lies beside the document: the definitions of mocks, the mocks of a definition. */
  readonly beside: readonly BesideFile[];
}

export class Settings {
  private readonly asked = new Map<string, Promise<DocumentConfig>>();
  private readonly told = new Set<string>();
  private folders: string[] = [];
  private canAsk = false;
  private sent: WrittenSettings = {};
  private changed: () => void = () => undefined;

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
  ) {}

  /** Called with what the client says of itself; listens for changes from then on. `ready` is called once the client can be asked. */
  start({ capabilities, workspaceFolders, initializationOptions }: InitializeParams, ready: () => void): void {
    this.canAsk = capabilities.workspace?.configuration ?? false;
    this.folders = (workspaceFolders ?? []).map(({ uri }) => uri);
    this.sent = asObject((initializationOptions as InitializationOptions | undefined)?.settings);

    this.connection.onDidChangeConfiguration(({ settings }) => {
      if (!this.canAsk) {
        this.sent = asObject(asObject(settings)[settingsSection]);
      }
      this.forget();
    });
    this.connection.onInitialized(() => {
      ready();
      if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
        void this.connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
      }
      if (capabilities.workspace?.workspaceFolders) {
        this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = removed.map(({ uri }) => uri);
          this.folders = [...this.folders.filter((folder) => !gone.includes(folder)), ...added.map(({ uri }) => uri)];
          this.forget();
        });
      }
    });
  }

  /** `call` is called when answers given before may be out of date. */
  onDidChange(call: () => void): void {
    this.changed = call;
  }

  /** What is configured for one document. Never rejects: without an answer every rule is as it is. */
  of(uri: string): Promise<DocumentConfig> {
    let config = this.asked.get(uri);
    if (!config) {
      config = this.ask(uri);
      this.asked.set(uri, config);
    }
    return config;
  }

  /** A document that was closed needs no memory. */
  close(uri: string): void {
    this.asked.delete(uri);
  }

  private async ask(uri: string): Promise<DocumentConfig> {
    let written = this.sent;
    if (this.canAsk) {
      try {
        written = asObject(await this.connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection }));
      } catch (error) {
        this.runtime.log(`settings: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const config = this.configOf(written, uri);
    const { value } = readConfig({ workflowType: written.chosenWorkflowType });
    const rules = value.workflowType === undefined ? config : { ...configFor(value, ''), levels: config.levels };
    return { ...rules, ...shownIn(written), exampleInput: this.exampleOf(written), beside: written.beside ?? [] };
  }

  private exampleOf({ exampleInput }: WrittenSettings): ExampleInput | undefined {
    const example = exampleInput && ExampleInput.read(exampleInput.text);
    if (exampleInput && !example) {
      this.connection.console.log(`${exampleInput.uri} is not used as an example of the input: it is no JSON.`);
    }
    return example;
  }

  private configOf(written: WrittenSettings, uri: string): FileConfig {
    const { configFile, rules, workflowType, ruleOverrides: overrides } = written;
    if (configFile) {
      return this.understood(configFile.uri, readConfigFile(configFile.text), uri, configFile.uri.replace(/\/[^/]*$/, ''));
    }
    const names = { rules: 'stepwise.rules', workflowType: 'stepwise.workflowType', overrides: 'stepwise.ruleOverrides' };
    const folder = this.folders.filter((each) => isIn(uri, each)).sort((one, other) => other.length - one.length)[0];
    return this.understood('Settings', readConfig({ rules, workflowType, overrides }, names), uri, folder);
  }

  private understood(where: string, { value, problems }: Read<RuleConfig>, uri: string, folder: string | undefined): FileConfig {
    for (const problem of problems.map((each) => `${where}: ${each}`).filter((each) => !this.told.has(each))) {
      this.told.add(problem);
      this.connection.console.warn(problem);
    }
    return configFor(value, pathIn(uri, folder));
  }

  private forget(): void {
    this.asked.clear();
    this.told.clear();
    this.changed();
  }
}

/** What is shown in between, and how text is laid out. What is none of the values that a setting has is as it is without the setting. */
function shownIn(written: WrittenSettings): Pick<DocumentConfig, 'inlayHints' | 'codeLens' | 'format'> {
  const valueOf = (setting: string): unknown => {
    const [group = '', name = ''] = setting.split('.');
    return asObject((written as Record<string, unknown>)[group])[name];
  };
  const isOn = (setting: string, otherwise: boolean): boolean => {
    const value = valueOf(setting);
    return typeof value === 'boolean' ? value : otherwise;
  };
  return {
    inlayHints: {
      farTransitions: isOn('inlayHints.farTransitions', false),
      queryLanguage: isOn('inlayHints.queryLanguage', false),
      retrySchedules: isOn('inlayHints.retrySchedules', true),
    },
    codeLens: { references: isOn('codeLens.references', false) },
    format: { fieldOrder: valueOf('format.fieldOrder') === 'canonical' ? 'canonical' : 'keep' },
  };
}

function asObject(value: unknown): WrittenSettings & Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isIn(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** A document's path relative to a folder, or whole where there is none, as globs compare it. */
function pathIn(uri: string, folder: string | undefined): string {
  const path = folder !== undefined && isIn(uri, folder) ? uri.slice(folder.length) : uri.replace(/^[\w+.-]+:(\/\/[^/]*)?/, '').replace(/[?#].*$/, '');
  const relative = path.replace(/^\/+/, '');
  try {
    return decodeURIComponent(relative);
  } catch {
    // A lone `%`: the address was never encoded.
    return relative;
  }
}
