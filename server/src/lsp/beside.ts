// Files that belong together: a definition and its mocks. What is open is read as it stands in the editor, the rest as the client has sent it.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { AslDocument } from '../analysis/document';
import { MocksDocument } from '../mocks/document';
import { definitionsBeside, isAwsMockFile, isMockFile, machineName, mocksBeside } from '../mocks/names';
import { awsMockFile } from '../spec/mocks';
import type { Notation } from '../syntax/tree';
import { notationOf, type Documents } from './documents';
import type { DocumentConfig } from './settings';

/** So many closed definitions keep their analysis. */
const mostKept = 8;

export interface BesideDefinition {
  readonly uri: string;
  readonly document: AslDocument;
}

export class Beside {
  /** Of closed files, by their text. */
  private readonly kept = new Map<string, AslDocument>();

  constructor(private readonly documents: Documents) {}

  mocks(uri: string, text: TextDocument, config: DocumentConfig): MocksDocument {
    return this.make(uri, text.getText(), notationOf(text), config);
  }

  /** The files with mocks of a definition. */
  mocksOf(uri: string, config: DocumentConfig): { readonly uri: string; readonly mocks: MocksDocument }[] {
    const candidates = [...mocksBeside(uri), `${folderOf(uri)}/${awsMockFile}`];
    const open = candidates.filter((each) => this.documents.texts.get(each));
    const closed = config.beside.filter((each) => isMockFile(each.uri) && !open.includes(each.uri));
    return [
      ...open.flatMap((each) => {
        const text = this.documents.texts.get(each);
        return text ? [{ uri: each, mocks: this.mocks(each, text, config) }] : [];
      }),
      ...closed.map((each) => ({ uri: each.uri, mocks: this.read(each.uri, each.text, config) })),
    ];
  }

  /** A file with mocks that may not be open. */
  read(uri: string, text: string, config: DocumentConfig): MocksDocument {
    return this.make(uri, text, uri.endsWith('.json') ? 'json' : 'yaml', config);
  }

  /** Whether an open file with mocks is about a document. */
  hasOpenMocks(uri: string): boolean {
    const folder = folderOf(uri);
    return mocksBeside(uri).some((each) => this.documents.texts.get(each)) || (mocksBeside(uri).length > 0 && this.documents.texts.keys().some((each) => isAwsMockFile(each) && folderOf(each) === folder));
  }

  /** The definition that a file with mocks is about, by the name of its machine. */
  definition(mocks: string, name: string, config: DocumentConfig): BesideDefinition | undefined {
    const candidates = isAwsMockFile(mocks) ? [`${folderOf(mocks)}/${name}.asl.mocks.json`].flatMap(definitionsBeside) : definitionsBeside(mocks);
    const open = candidates.find((each) => this.documents.texts.get(each));
    const document = open && this.documents.peek(open, { ...config, exampleInput: undefined });
    if (open && document) {
      return { uri: open, document };
    }
    const closed = config.beside.find((each) => !isMockFile(each.uri) && candidates.includes(each.uri));
    return closed && { uri: closed.uri, document: this.closed(closed.text, closed.uri) };
  }

  private make(uri: string, text: string, notation: Notation, config: DocumentConfig): MocksDocument {
    const { expressions } = this.documents;
    return new MocksDocument(text, notation, isAwsMockFile(uri) ? '' : machineName(uri), {
      isAws: isAwsMockFile(uri),
      expressions,
      definition: (name) => {
        const [only, ...more] = this.definition(uri, name, config)?.document.definitions ?? [];
        return more.length > 0 ? undefined : only;
      },
    });
  }

  private closed(text: string, uri: string): AslDocument {
    const { services, expressions } = this.documents;
    const notation = /\.ya?ml$/i.test(uri) ? 'yaml' : 'json';
    const key = `${notation}\n${text}`;
    const document = this.kept.get(key) ?? new AslDocument(text, notation, { services, expressions });
    this.kept.delete(key);
    this.kept.set(key, document);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) {
        break;
      }
      this.kept.delete(oldest);
    }
    return document;
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
