// The variables that a scope of states has: its own, and to read also those of the scopes around it.
import type { Json, JsonObject } from '../expressions/value';

export class Scope {
  private readonly own = new Map<string, Json>();

  constructor(
    /** `undefined` for a run of its own: a child of a distributed Map sees nothing of what is around. */
    private readonly outer: Scope | undefined,
    /** Of the item that is worked on, where the scope is that of a Map's processor. */
    readonly item: MapItem | undefined = outer?.item,
  ) {}

  get(name: string): Json | undefined {
    return this.own.get(name) ?? this.outer?.get(name);
  }

  assign(values: JsonObject): void {
    for (const [name, value] of Object.entries(values)) {
      this.own.set(name, value);
    }
  }

  /** Gives a variable another value where it is, be it around this scope; false where there is none of that name. */
  change(name: string, value: Json): boolean {
    if (this.own.has(name)) {
      this.own.set(name, value);
      return true;
    }
    return this.outer?.change(name, value) ?? false;
  }

  /** All that can be read here, by name. */
  all(): Map<string, Json> {
    return this.outer ? new Map([...this.outer.all(), ...this.own]) : this.own;
  }
}

/** As the context object has it. */
export interface MapItem {
  readonly Index: number;
  readonly Value: Json;
  readonly Key?: string;
  readonly Source?: string;
}
