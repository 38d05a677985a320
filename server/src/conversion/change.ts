// What is changed in a document by a conversion.
import type { TreeEditor } from '../syntax/editor';
import type { Node, ObjectNode, ObjectProperty } from '../syntax/tree';

export type Change = (editor: TreeEditor) => void;

/** A field that an object gets. */
export interface NewField {
  readonly name: string;
  readonly value: unknown;
}

/** What becomes of the fields of one object. New ones take the places of those that go. */
export class FieldChanges {
  private readonly gone: ObjectProperty[] = [];
  private readonly added: NewField[] = [];

  constructor(private readonly object: ObjectNode) {}

  remove(...properties: readonly (ObjectProperty | undefined)[]): void {
    this.gone.push(...properties.filter((each) => each !== undefined));
  }

  add(name: string, value: unknown): void {
    this.added.push({ name, value });
  }

  apply(editor: TreeEditor): void {
    const places = this.object.properties.filter((each): each is ObjectProperty & { value: Node } => this.gone.includes(each) && each.value !== undefined);
    const filled = new Set<ObjectProperty>();
    const last = this.object.properties.at(-1);
    for (const { name, value } of this.added) {
      const free = places.filter((each) => !filled.has(each));
      const place = (name === 'Output' ? free.find(({ key }) => afterwards.has(key.value)) : undefined) ?? free[0];
      if (place) {
        editor.setString(place.key, name);
        editor.setValue(place.value, value);
        filled.add(place);
      } else if (last) {
        editor.insertAfter(last, name, value);
      }
    }
    editor.removeAll(this.object, this.gone.filter((each) => !filled.has(each)));
  }

  /** The field goes right behind another one where nothing would then be in the way. */
  addAfter(property: ObjectProperty, name: string, value: unknown): Change {
    const behind = this.object.properties.slice(this.object.properties.indexOf(property) + 1);
    const spare = this.gone.length - this.added.length;
    if (behind.length > 0 && spare > 0 && behind.every((each) => this.gone.includes(each))) {
      this.add(name, value);
      return () => undefined;
    }
    return (editor) => {
      editor.insertAfter(property, name, value);
    };
  }
}

/** Fields whose place the output takes. */
const afterwards: ReadonlySet<string> = new Set(['Result', 'ResultSelector', 'ResultPath', 'OutputPath']);
