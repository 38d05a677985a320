// One service, as its file says it.
import { formatVersion, type ServiceData, type ServiceDocs, type TypeIndex } from './format';
import { readPlaces } from './places';
import { Shape, type Spelling } from './shape';

/** What a task can call. */
export interface ServiceAction {
  readonly input: Shape;
  readonly output: Shape;
  /** What a task answers that waits for the end of the job; `undefined` where that is not known. */
  readonly endOutput: Shape | undefined;
  /** The names of its errors, as `ErrorEquals` takes them. */
  readonly errors: readonly string[];
  readonly docs: string | undefined;
  readonly deprecated: boolean;
}

export class Service {
  readonly #shapes: Record<Spelling, Map<TypeIndex, Shape>> = { sdk: new Map(), optimized: new Map() };
  readonly #actions: Record<Spelling, Map<string, ServiceAction>> = { sdk: new Map(), optimized: new Map() };
  #docs: Docs | undefined;

  private constructor(
    readonly data: ServiceData,
    private readonly docsText: string,
  ) {}

  /**
   * @param text of a service's file
   * @throws an Error that says what is wrong with the file
   */
  static parse(text: string): Service {
    const lineEnd = text.indexOf('\n');
    const data = JSON.parse(lineEnd < 0 ? text : text.slice(0, lineEnd)) as Partial<ServiceData> | null;
    if (data?.format !== formatVersion) {
      throw new Error('it was written for another version of Stepwise');
    }
    if (!Array.isArray(data.types) || typeof data.actions !== 'object') {
      throw new Error('it has no types or no actions');
    }
    return new Service(data as ServiceData, lineEnd < 0 ? '' : text.slice(lineEnd + 1));
  }

  /** The package that it was read from: `@aws-sdk/client-sagemaker 3.1142.0`. */
  get source(): string {
    return this.data.source.replace(/(?<=.)@/, ' ');
  }

  /** True where the service may have grown since it was read. */
  get isOld(): boolean {
    return this.data.frozen === true;
  }

  get actionNames(): readonly string[] {
    return Object.keys(this.data.actions);
  }

  /** True for an action that there is, but that Step Functions can't call. */
  isUnsupported(action: string): boolean {
    return this.data.unsupported?.includes(action) ?? false;
  }

  /** @param name of an action in an AWS SDK integration: `createTrainingJob` */
  action(name: string): ServiceAction | undefined {
    return this.#once('sdk', name, () => {
      const { actions, errors, prefix } = this.data;
      const data = Object.hasOwn(actions, name) ? actions[name] : undefined;
      return data && this.#make(name, 'sdk', data[0], data[1], undefined, [...data[2].map((index) => `${prefix}.${errors[index] ?? ''}`), `${prefix}.${prefix}Exception`]);
    });
  }

  /** @param title of an optimized integration: `sagemaker:createTrainingJob` */
  optimized(title: string): ServiceAction | undefined {
    return this.#once('optimized', title, () => {
      const all = this.data.optimized ?? {};
      const data = Object.hasOwn(all, title) ? all[title] : undefined;
      return data && this.#make(title, 'optimized', data[0], data[1], data[2], data[3]);
    });
  }

  shape(index: TypeIndex, spelling: Spelling): Shape {
    let shape = this.#shapes[spelling].get(index);
    if (!shape) {
      shape = new Shape(this, index, spelling);
      this.#shapes[spelling].set(index, shape);
    }
    return shape;
  }

  get docs(): Docs {
    const { actions, optimized = {} } = this.data;
    this.#docs ??= new Docs(this.docsText, [...Object.keys(actions), ...Object.keys(optimized)]);
    return this.#docs;
  }

  #once(spelling: Spelling, name: string, make: () => ServiceAction | undefined): ServiceAction | undefined {
    const known = this.#actions[spelling].get(name);
    const action = known ?? make();
    if (!known && action) {
      this.#actions[spelling].set(name, action);
    }
    return action;
  }

  #make(name: string, spelling: Spelling, input: TypeIndex, output: TypeIndex, end: TypeIndex | undefined, errors: readonly string[]): ServiceAction {
    const docs = (): string | undefined => this.docs.action(name);
    const endShape = end === undefined ? undefined : this.shape(end, spelling);
    return {
      input: this.shape(input, spelling),
      output: this.shape(output, spelling),
      endOutput: endShape?.kind === 'none' ? undefined : endShape,
      errors,
      deprecated: this.data.deprecated?.includes(name) ?? false,
      get docs() {
        return docs();
      },
    };
  }
}

/** The lines about a service, read when somebody looks at one. A damaged file costs the lines and no more. */
export class Docs {
  private readonly lines: readonly string[];
  private readonly places: readonly (readonly (number | undefined)[])[];

  /** @param actions the names of the actions and then of the optimized ones, in the order of the service's data */
  constructor(
    text: string,
    private readonly actions: readonly string[],
  ) {
    const { lines, places } = readDocs(text);
    this.lines = lines;
    this.places = readPlaces(places);
  }

  /** @param name of an action, or `service:action` of an optimized one, which mostly does the same as the API's */
  action(name: string): string | undefined {
    const places = this.places.at(-1);
    const found = [name, name.slice(name.indexOf(':') + 1)].map((each) => places?.[this.actions.indexOf(each)]).find((place) => place !== undefined);
    return this.lines[found ?? -1];
  }

  member(type: TypeIndex, place: number): string | undefined {
    return this.lines[this.places[type]?.[place] ?? -1];
  }
}

function readDocs(text: string): ServiceDocs {
  try {
    const { lines, places } = JSON.parse(text) as Partial<ServiceDocs>;
    return { lines: lines ?? [], places: places ?? [] };
  } catch {
    return { lines: [], places: [] };
  }
}
