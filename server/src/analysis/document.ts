import { TextDocument, type Range } from 'vscode-languageserver-textdocument';
import { hostsIn, looksLikeTemplate, type Host } from '../model/hosts';
import type { WorkflowType } from '../spec/workflow-types';
import { Catalog } from '../services/catalog';
import { parse } from '../syntax/parse';
import { reparse } from '../syntax/reparse';
import type { Notation, SyntaxProblem, Tree } from '../syntax/tree';
import { touches, type Span } from '../text/span';
import type { CleanStates } from './clean-states';
import type { ExampleInput } from './data/example';
import { Definition } from './definition';
import { ExpressionCache } from './expression-cache';

/** What a text does not say of itself. */
export interface DocumentOptions {
  /** The type that the definition is deployed with, where it is known. */
  readonly workflowType?: WorkflowType;
  /** The file may be anything at all: only the machines of a template in it are ours, and the rest is not even looked at. */
  readonly onlyTemplates?: true;
  /** Nobody is typing in it any more, so that nothing will come where nothing is. */
  readonly isFinished?: true;
  /** What was read for other versions and files; a document without one keeps its own. */
  readonly expressions?: ExpressionCache;
  /** What runs may be started with, where somebody has an example of it. */
  readonly exampleInput?: ExampleInput;
  /** What tasks can call; without it nothing is known of any service. */
  readonly services?: Catalog;
}

/**
 * One version of one file: a definition, or a template that has some. A snapshot: it never changes, and each part is computed when it is
 * first asked for.
 *
 * @param before the version before, most of which is taken over
 */
export class AslDocument {
  private parsed: Tree | undefined;
  /** The last version without problems, while this one has some: most of the next one may be taken over from there. */
  private sound: AslDocument | undefined;
  private found: readonly Definition[] | undefined;
  private positions: TextDocument | undefined;
  private template: boolean | undefined;
  readonly expressions: ExpressionCache;
  readonly services: Catalog;
  /** The states that were found in order: in the version before, until the rules have run here. */
  clean: CleanStates | undefined;

  constructor(
    readonly text: string,
    readonly notation: Notation,
    readonly options: DocumentOptions = {},
    private before?: AslDocument,
  ) {
    this.expressions = options.expressions ?? new ExpressionCache();
    this.services = options.services ?? Catalog.empty();
    this.clean = before?.clean;
  }

  get tree(): Tree {
    if (!this.parsed) {
      this.parsed = this.reparsed() ?? parse(this.text, this.notation, this.isTemplate, this.sound?.parsed);
      this.sound = this.parsed.problems.length > 0 ? this.sound : undefined;
    }
    return this.parsed;
  }

  /** Made of the tree of the version before that had no problems, which reads its text anew should anybody still ask it. */
  private reparsed(): Tree | undefined {
    const { before } = this;
    this.before = undefined;
    const sound = before?.parsed && before.parsed.problems.length > 0 ? before.sound : before;
    if (!sound?.parsed || sound.isTemplate || this.isTemplate) {
      return undefined;
    }
    const tree = reparse(sound.parsed, this.text);
    if (tree) {
      sound.parsed = undefined;
    }
    sound.found = undefined;
    this.sound = tree ? undefined : sound;
    return tree;
  }

  /** The state machines, in the order of the text. A file of our own that is no template is one, even while nothing is in it yet. */
  get definitions(): readonly Definition[] {
    this.found ??= this.hosts().map((host) => new Definition(this, host));
    return this.found;
  }

  /** True where the text holds nothing yet, or only the first letters of something that is no definition. */
  get isNothingYet(): boolean {
    return /^[\w-]*$/.test(this.text.trim());
  }

  /** What is wrong with the notation: of the whole file where it is ours, else inside the definitions. */
  get problems(): readonly SyntaxProblem[] {
    const inside = this.definitions.flatMap(({ tree }) => (tree.embedding || this.options.onlyTemplates ? tree.problems : []));
    return this.options.onlyTemplates ? inside : [...this.tree.problems, ...inside];
  }

  /** The definition that a cursor is in, or below in YAML, where the last line of a block is only just being typed. */
  definitionAt(offset: number): Definition | undefined {
    const candidate = this.definitions.findLast(({ host }) => host.span.start <= offset);
    if (!candidate || touches(candidate.host.span, offset)) {
      return candidate;
    }
    return /^\s*[\w.$-]*$/.test(this.text.slice(candidate.host.span.end, offset)) ? candidate : undefined;
  }

  /** A span as lines and characters, both from zero, the characters in UTF-16 code units as the protocol counts them. */
  range(span: Span): Range {
    this.positions ??= TextDocument.create('', '', 0, this.text);
    return { start: this.positions.positionAt(span.start), end: this.positions.positionAt(span.end) };
  }

  /** Looked for in the whole text, so only once. */
  get isTemplate(): boolean {
    this.template ??= looksLikeTemplate(this.text);
    return this.template;
  }

  private hosts(): readonly Host[] {
    const hosts = this.isTemplate ? hostsIn(this.tree) : [];
    if (hosts.length > 0 || this.options.onlyTemplates) {
      return hosts;
    }
    return [{ tree: this.tree, span: { start: 0, end: this.text.length }, resource: undefined }];
  }
}
