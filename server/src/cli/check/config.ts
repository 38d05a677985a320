// The configuration that counts for a file: the one that was named, or the nearest one in the file's folder or above.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { configFileName, configFor, defaultConfig, readConfigFile, type FileConfig, type RuleConfig } from '../../rules/config';

interface ConfigFile {
  readonly config: RuleConfig;
  /** Where its globs are read from. */
  readonly folder: string;
}

export class ConfigFiles {
  private readonly nearest = new Map<string, ConfigFile | undefined>();
  private readonly named: ConfigFile | undefined;

  constructor(
    cwd: string,
    named: string | undefined,
    private readonly trouble: (message: string) => void,
  ) {
    if (named !== undefined) {
      const file = resolve(cwd, named);
      this.named = this.read(file);
      if (!this.named) {
        trouble(`${named} does not exist, and is to be the configuration (--config).`);
      }
    }
  }

  of(file: string): FileConfig {
    const found = this.named ?? this.above(dirname(file));
    return found ? configFor(found.config, relative(found.folder, file).replaceAll('\\', '/')) : configFor(defaultConfig, file);
  }

  private above(folder: string): ConfigFile | undefined {
    if (this.nearest.has(folder)) {
      return this.nearest.get(folder);
    }
    const parent = dirname(folder);
    const found = this.read(join(folder, configFileName)) ?? (parent === folder ? undefined : this.above(parent));
    this.nearest.set(folder, found);
    return found;
  }

  private read(file: string): ConfigFile | undefined {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') {
        this.trouble(`${file} can't be read: ${message}`);
      }
      return undefined;
    }
    const { value, problems } = readConfigFile(text);
    for (const problem of problems) {
      this.trouble(`${file}: ${problem}`);
    }
    return { config: value, folder: dirname(file) };
  }
}
