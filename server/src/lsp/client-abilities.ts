// What a client said it can take. Features answer in full; here an answer is cut down to what this client knows.
import {
  CompletionItemKind,
  DiagnosticTag,
  InsertTextMode,
  MarkupKind,
  SymbolKind,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type MarkupContent,
  type Range,
  type SymbolInformation,
} from 'vscode-languageserver';
import { withDefaults } from './item-defaults';

export class ClientAbilities {
  private readonly about: NonNullable<ClientCapabilities['textDocument']>;

  constructor(private readonly capabilities: ClientCapabilities) {
    this.about = capabilities.textDocument ?? {};
  }

  /** Whether the client says that it asks for diagnostics by itself. */
  get pullsDiagnostics(): boolean {
    return this.about.diagnostic !== undefined;
  }

  /** Whether the client can be told to ask for them again. */
  get refreshesDiagnostics(): boolean {
    return this.capabilities.workspace?.diagnostics?.refreshSupport ?? false;
  }

  get workspaceFolders(): boolean {
    return this.capabilities.workspace?.workspaceFolders ?? false;
  }

  get snippets(): boolean {
    return this.about.completion?.completionItem?.snippetSupport ?? false;
  }

  /** Whether the client asks for an item's documentation once somebody looks at it. */
  get resolvesDocs(): boolean {
    return this.about.completion?.completionItem?.resolveSupport?.properties.includes('documentation') ?? false;
  }

  /** Whether the client can be told to leave the indentation of lines alone. */
  get insertsAsIs(): boolean {
    return this.about.completion?.completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) ?? false;
  }

  /** Whether changes to the workspace may have tab stops. */
  get snippetEdits(): boolean {
    const { documentChanges, snippetEditSupport } = this.capabilities.workspace?.workspaceEdit ?? {};
    return documentChanges === true && snippetEditSupport === true;
  }

  get codeActionLiterals(): boolean {
    return this.about.codeAction?.codeActionLiteralSupport !== undefined;
  }

  /** Whether the client asks for an action's edit once it is chosen. */
  get resolvesEdits(): boolean {
    const { dataSupport, resolveSupport } = this.about.codeAction ?? {};
    return dataSupport === true && (resolveSupport?.properties.includes('edit') ?? false);
  }

  /** The actions without those that can't be chosen, where the client would show them like any other. */
  actions(actions: readonly CodeAction[]): CodeAction[] {
    return actions.filter(({ disabled }) => !disabled || this.about.codeAction?.disabledSupport === true);
  }

  /** Whether an edit can make a file. */
  get makesFiles(): boolean {
    const { documentChanges, resourceOperations } = this.capabilities.workspace?.workspaceEdit ?? {};
    return (documentChanges ?? false) && (resourceOperations?.includes('create') ?? false);
  }

  /** Whether the client can be told later that a kind of layout is there. */
  registers(feature: 'formatting' | 'rangeFormatting' | 'onTypeFormatting'): boolean {
    return this.about[feature]?.dynamicRegistration ?? false;
  }

  get outline(): boolean {
    return this.about.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
  }

  /** Whether the client has heard of a kind of request: one that has not never asks. */
  knows(feature: 'callHierarchy' | 'codeLens' | 'documentLink' | 'foldingRange' | 'inlayHint' | 'selectionRange' | 'semanticTokens'): boolean {
    return this.about[feature] !== undefined;
  }

  /** Whether the client can be told that answers of a kind are out of date. */
  refreshes(feature: 'codeLens' | 'inlayHint'): boolean {
    return this.capabilities.workspace?.[feature]?.refreshSupport ?? false;
  }

  /** So many ranges can be folded in one document. */
  get mostFoldingRanges(): number | undefined {
    return this.about.foldingRange?.rangeLimit;
  }

  links(links: readonly DocumentLink[]): DocumentLink[] {
    return links.map(({ tooltip, ...rest }) => ({ ...rest, ...(tooltip !== undefined && this.about.documentLink?.tooltipSupport && { tooltip }) }));
  }

  /** Whether the client asks what can be renamed before it asks for a name. */
  get preparesRename(): boolean {
    return this.about.rename?.prepareSupport ?? false;
  }

  /** The way to places of the same document, with what is underlined at the cursor where the client can take that. */
  definition(uri: string, origin: Range, targets: readonly Range[]): Location | Location[] | LocationLink[] {
    if (this.about.definition?.linkSupport) {
      return targets.map((range) => ({ originSelectionRange: origin, targetUri: uri, targetRange: range, targetSelectionRange: range }));
    }
    const [first, ...more] = targets.map((range) => ({ uri, range }));
    return first && more.length === 0 ? first : targets.map((range) => ({ uri, range }));
  }

  diagnostic({ relatedInformation, codeDescription, tags, ...rest }: Diagnostic): Diagnostic {
    const { publishDiagnostics: pushed, diagnostic: pulled } = this.about;
    const known: readonly DiagnosticTag[] = (pulled?.tagSupport ?? pushed?.tagSupport)?.valueSet ?? [];
    const shown = tags?.filter((tag) => known.includes(tag)) ?? [];
    return {
      ...rest,
      ...(relatedInformation && (pulled?.relatedInformation ?? pushed?.relatedInformation) && { relatedInformation }),
      ...(codeDescription && (pulled?.codeDescriptionSupport ?? pushed?.codeDescriptionSupport) && { codeDescription }),
      ...(shown.length > 0 && { tags: shown }),
    };
  }

  hover(hover: Hover): Hover {
    const { contents } = hover;
    return isMarkup(contents) ? { ...hover, contents: inFormat(contents, this.about.hover?.contentFormat) } : hover;
  }

  completion({ items, ...list }: CompletionList): CompletionList {
    const { completionItemKind: kinds, completionItem: item, completionList } = this.about.completion ?? {};
    // Without a list of its own a client knows what the first version of the protocol had.
    const knows = (kind: CompletionItemKind): boolean => kinds?.valueSet?.includes(kind) ?? kind <= CompletionItemKind.Reference;
    const cut = {
      ...list,
      items: items.map(
        ({ kind, documentation, tags, labelDetails, ...rest }): CompletionItem => ({
          ...(labelDetails && (item?.labelDetailsSupport ? { labelDetails } : labelDetails.description !== undefined && { detail: labelDetails.description })),
          ...rest,
          ...(kind !== undefined && { kind: knows(kind) ? kind : CompletionItemKind.Value }),
          ...(documentation !== undefined && { documentation: isMarkup(documentation) ? inFormat(documentation, item?.documentationFormat) : documentation }),
          ...(tags && item?.tagSupport && { tags }),
        }),
      ),
    };
    return withDefaults(cut, completionList?.itemDefaults ?? []);
  }

  completionItem(item: CompletionItem): CompletionItem {
    const { documentation } = item;
    return isMarkup(documentation) ? { ...item, documentation: inFormat(documentation, this.about.completion?.completionItem?.documentationFormat) } : item;
  }

  /** The symbols with kinds that the client has. */
  symbols<S extends DocumentSymbol | SymbolInformation>(symbols: readonly S[]): S[] {
    return this.withKinds(symbols, this.about.documentSymbol?.symbolKind?.valueSet);
  }

  workspaceSymbols(symbols: readonly SymbolInformation[]): SymbolInformation[] {
    return this.withKinds(symbols, this.capabilities.workspace?.symbol?.symbolKind?.valueSet);
  }

  private withKinds<S extends DocumentSymbol | SymbolInformation>(symbols: readonly S[], known: readonly SymbolKind[] | undefined): S[] {
    return symbols.map((symbol) => ({
      ...symbol,
      kind: known?.includes(symbol.kind) ?? symbol.kind <= SymbolKind.Array ? symbol.kind : SymbolKind.Field,
      ...('children' in symbol && { children: this.withKinds(symbol.children, known) }),
    }));
  }
}

function isMarkup(contents: unknown): contents is MarkupContent {
  return typeof contents === 'object' && contents !== null && 'kind' in contents;
}

function inFormat(contents: MarkupContent, formats: readonly MarkupKind[] | undefined): MarkupContent {
  return formats?.includes(MarkupKind.Markdown) === false && contents.kind === MarkupKind.Markdown
    ? { kind: MarkupKind.PlainText, value: contents.value.replace(/\*\*|`|\\(?=[^A-Za-z0-9\s])/g, '') }
    : contents;
}
