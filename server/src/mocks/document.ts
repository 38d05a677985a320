// One version of a file with mocks, with the state machine that it is for. A snapshot, like any document.
import { TextDocument, type Range } from 'vscode-languageserver-textdocument';
import type { Definition } from '../analysis/definition';
import { ExpressionCache } from '../analysis/expression-cache';
import { sourceMap } from '../expressions/embed';
import { parse } from '../syntax/parse';
import { items, member, type Node, type Notation, type StringNode, type Tree } from '../syntax/tree';
import type { Span } from '../text/span';
import { MockedStates } from './states';

export type MockForm =
  /** `mocks` and `cases`, or rules by state alone. */
  | 'rules'
  /** Answers by state as they were recorded. */
  | 'recorded'
  /** AWS's own `MockConfigFile.json`. */
  | 'aws';

export interface MocksOptions {
  /** The file has the name of AWS's own. */
  readonly isAws?: boolean;
  readonly expressions?: ExpressionCache;
  /** The definitions that lie beside it, by name: of `order.asl.json` `order`. */
  definition?(name: string): Definition | undefined;
}

export class MocksDocument {
  readonly expressions: ExpressionCache;
  private parsed: Tree | undefined;
  private positions: TextDocument | undefined;
  private readonly states = new Map<string, MockedStates | undefined>();

  /** @param name of the state machine: `order` for `order.asl.mocks.yaml` */
  constructor(
    readonly text: string,
    readonly notation: Notation,
    readonly name: string,
    private readonly options: MocksOptions = {},
  ) {
    this.expressions = options.expressions ?? new ExpressionCache();
  }

  get tree(): Tree {
    this.parsed ??= parse(this.text, this.notation);
    return this.parsed;
  }

  get form(): MockForm {
    const { root } = this.tree;
    if (this.options.isAws || member(root, 'StateMachines')) {
      return 'aws';
    }
    const shared = this.shared;
    return shared?.kind === 'object' && shared.properties.some(({ value }) => items(value).some((item) => member(item, 'outcome'))) ? 'recorded' : 'rules';
  }

  /** The rules that all cases share: the file itself where it has neither `mocks` nor `cases`. */
  get shared(): Node | undefined {
    const { root } = this.tree;
    return this.isBare ? root : member(root, 'mocks');
  }

  /** True where the file is but rules by state. */
  get isBare(): boolean {
    const { root } = this.tree;
    return root?.kind === 'object' && root.properties.length > 0 && !root.properties.some(({ key }) => key.value === 'mocks' || key.value === 'cases');
  }

  /** The states of the machine that the file is for, or of another one by its name; `undefined` where there is no such machine, or not all of it can be read. */
  statesOf(machine = this.name): MockedStates | undefined {
    if (!this.states.has(machine)) {
      const definition = this.options.definition?.(machine);
      this.states.set(machine, definition?.machine && new MockedStates(definition));
    }
    return this.states.get(machine);
  }

  /** The same file with another text. */
  with(text: string): MocksDocument {
    return new MocksDocument(text, this.notation, this.name, { ...this.options, expressions: this.expressions });
  }

  /** A span as lines and characters, as the protocol counts them. */
  range({ start, end }: Span): Range {
    this.positions ??= TextDocument.create('', '', 0, this.text);
    return { start: this.positions.positionAt(start), end: this.positions.positionAt(end) };
  }

  offsetAt(position: Range['start']): number {
    this.positions ??= TextDocument.create('', '', 0, this.text);
    return this.positions.offsetAt(position);
  }

  /** A stretch of a string's value as a place in the text. */
  inside({ span, value }: StringNode, within: Span): Span {
    return sourceMap(this.text, span, value, this.notation).spanToSource(within);
  }
}
