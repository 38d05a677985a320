// All services, each read when somebody asks for it.
import index from '../../data/services.json';
import type { DocsPlace } from './docs-place';
import type { ServiceIndex } from './format';
import { Service, type ServiceAction } from './service';

/** Gives the text of a service's file: at once where there are files, later where it has to come from somewhere. */
export type ReadService = (name: string) => string | Promise<string>;

const services: ServiceIndex = index as ServiceIndex;

/** So many services are kept while nobody waits for an answer; those that were asked for longest ago go first. */
const mostKept = 32;

export class Catalog {
  readonly #kept = new Map<string, Service>();
  /** Those whose file can't be read: nobody asks for it again. */
  readonly #failed = new Set<string>();
  readonly #coming = new Map<string, Promise<void>>();
  /** How often somebody was told nothing of a service that is still coming. */
  #missed = 0;
  /** How many answers are being completed. */
  #completing = 0;

  /**
   * @param read gives the text of a service's file, or throws
   * @param failed is told, once for each service, of a file that can't be used
   */
  constructor(
    private readonly read: ReadService,
    private readonly failed: (name: string, reason: string) => void = () => undefined,
  ) {}

  /** One in which nothing is. */
  static empty(): Catalog {
    return new Catalog(() => {
      throw new Error('there are no services here');
    });
  }

  /** True while a service that was asked for has not come yet: what is said meanwhile is not all. */
  get isWaiting(): boolean {
    return this.#coming.size > 0;
  }

  /** A service by the name that AWS SDK integrations have for it; `undefined` where it is not known, or still coming. */
  get(name: string): Service | undefined {
    const kept = this.#kept.get(name);
    if (kept) {
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept;
    }
    if (!hasModel(name) || this.#failed.has(name)) {
      return undefined;
    }
    if (!this.#coming.has(name)) {
      this.#fetch(name);
    }
    if (this.#coming.has(name)) {
      this.#missed++;
    }
    return this.#kept.get(name);
  }

  /** The action of an optimized integration, by `service:action`. */
  optimized(title: string): { readonly service: Service; readonly action: ServiceAction } | undefined {
    const name = modelOfOptimized(title);
    const service = name === undefined ? undefined : this.get(name);
    const action = service?.optimized(title);
    return service && action && { service, action };
  }

  /** The line that stands there; `undefined` where there is none. */
  docs({ service: name, action, member }: DocsPlace): string | undefined {
    const docs = this.get(name)?.docs;
    return action === undefined ? member && docs?.member(...member) : docs?.action(action);
  }

  /**
   * Asks until nothing is missing any more: a service that is asked for while it is not there yet is waited for. Meanwhile none goes, however
   * many there are: each comes once or fails, so there is an end to it.
   *
   * @param ask is called again when the services have come that it did not get
   */
  async complete<T>(ask: () => T | Promise<T>): Promise<T> {
    this.#completing++;
    try {
      for (;;) {
        const missed = this.#missed;
        const answer = await ask();
        if (this.#missed === missed) {
          return answer;
        }
        await Promise.all(this.#coming.values());
      }
    } finally {
      this.#completing--;
      this.#clear();
    }
  }

  #fetch(name: string): void {
    try {
      const text = this.read(name);
      if (typeof text === 'string') {
        this.#keep(name, text);
      } else {
        this.#coming.set(name, this.#receive(name, text));
      }
    } catch (error) {
      this.#fail(name, error);
    }
  }

  async #receive(name: string, text: Promise<string>): Promise<void> {
    try {
      this.#keep(name, await text);
    } catch (error) {
      this.#fail(name, error);
    } finally {
      this.#coming.delete(name);
    }
  }

  #keep(name: string, text: string): void {
    this.#kept.set(name, Service.parse(text));
    this.#clear();
  }

  #clear(): void {
    for (const oldest of this.#kept.keys()) {
      if (this.#completing > 0 || this.#kept.size <= mostKept) {
        return;
      }
      this.#kept.delete(oldest);
    }
  }

  #fail(name: string, error: unknown): void {
    this.#failed.add(name);
    this.failed(name, error instanceof Error ? error.message : String(error));
  }
}

/** The names that AWS SDK integrations have for services, in the order of the alphabet. */
export const sdkServices: readonly string[] = Object.keys(services.services);

const known: ReadonlySet<string> = new Set(sdkServices);

export function isSdkService(name: string): boolean {
  return known.has(name);
}

/** The right name of a service that is often called by another: `logs` is `cloudwatchlogs`. */
export function rightName(name: string): string | undefined {
  return Object.hasOwn(services.mistaken, name) ? services.mistaken[name] : undefined;
}

/** The service whose file has an optimized integration's shapes. */
export function modelOfOptimized(title: string): string | undefined {
  return Object.hasOwn(services.optimized, title) ? services.optimized[title] : undefined;
}

/** All optimized integrations, by `service:action`. */
export const optimizedTitles: readonly string[] = Object.keys(services.optimized);

const optimizedBySdk: ReadonlyMap<string, string> = new Map(optimizedTitles.map((title) => [`${services.optimized[title] ?? ''}:${title.slice(title.indexOf(':') + 1)}`, title]));

/** The optimized integration, as `service:action`, of what an AWS SDK integration calls. */
export function optimizedFor(service: string, action: string): string | undefined {
  return optimizedBySdk.get(`${service}:${action}`);
}

function hasModel(name: string): boolean {
  return name === 'http' || (Object.hasOwn(services.services, name) && services.services[name] === 1);
}
