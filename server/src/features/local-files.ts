// What a document says that may be a file beside it: paths in texts and comments, the files and the code that a template names, and its functions
// where a task calls them. Whether there is such a file is for the client to say: what is none gets no link.
// Sources: AWS SAM developer guide, "AWS::Serverless::Function", "AWS::Serverless::StateMachine".
import type { DocumentLink } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { member, type Node, type ObjectProperty } from '../syntax/tree';
import type { Span } from '../text/span';

/** A place in the text, and the paths that it may mean, the likeliest first. */
export interface FileMention {
  readonly span: Span;
  readonly paths: readonly string[];
}

/** More of them are not looked for: each path is a question to a file system. */
const mostMentions = 200;

/** A path with a folder, or a name that ends as files do; not a part of an address, an ARN or an expression. */
const path = /(?<=^|[\s"'(,=[]|file:\/\/)(?:\.{0,2}\/)?(?:[\w@.-]+\/)*[\w@-][\w@.-]*\.[A-Za-z]\w{0,5}(?=$|[\s"'),:;\]]|\.\s)/g;
/** Names without a folder that are files rather than fields: `$.a` has a dot too. */
const fileName = /\.(?:py|sh|js|mjs|cjs|ts|sql|r|ipynb|jar|java|scala|go|rb|json|jsonc|ya?ml|csv|toml|md|txt|asl)$/i;

/** Everything in a document that may be a file, in the order of the text. */
export function fileMentions(document: AslDocument): FileMention[] {
  const found = [...document.definitions.flatMap(({ host: { span } }) => pathsIn(document.text, span)), ...(document.isTemplate ? inTemplate(document) : [])];
  return found.sort((one, other) => one.span.start - other.span.start).slice(0, mostMentions);
}

/** @param found for each path its address, where there is such a file */
export function fileLinks(document: AslDocument, mentions: readonly FileMention[], found: (path: string) => string | undefined): DocumentLink[] {
  return mentions.flatMap(({ span, paths }) => {
    const name = paths.find((each) => found(each) !== undefined);
    const target = name === undefined ? undefined : found(name);
    return name === undefined || target === undefined ? [] : [{ range: document.range(span), target, tooltip: `Open ${name.replace(/^(?:\.\/)+/, '')}` }];
  });
}

function pathsIn(text: string, { start, end }: Span): FileMention[] {
  return [...text.slice(start, end).matchAll(path)].flatMap(({ 0: name, index }) => (name.includes('/') || fileName.test(name) ? [{ span: { start: start + index, end: start + index + name.length }, paths: [name] }] : []));
}

/** What the resources of a template are made of. */
function inTemplate(document: AslDocument): FileMention[] {
  const { root } = document.tree;
  const resources = member(root, 'Resources') ?? member(member(root, 'resources'), 'Resources');
  const folder = textOf(member(member(member(root, 'Globals'), 'Function'), 'CodeUri'));
  return resources?.kind === 'object' ? resources.properties.flatMap((resource) => ofResource(document, resource, folder)) : [];
}

function ofResource({ text }: AslDocument, { key, value }: ObjectProperty, usualFolder: string | undefined): FileMention[] {
  const type = textOf(member(value, 'Type'));
  const properties = member(value, 'Properties');
  const inFile = ['DefinitionUri', 'TemplateURL', 'Location', 'Code', 'CodeUri', 'ContentUri'].flatMap((name) => mentionOf(member(properties, name), (each) => [each]));
  const handler = member(properties, 'Handler');
  if (type !== 'AWS::Serverless::Function' && type !== 'AWS::Lambda::Function') {
    return inFile;
  }
  const code = member(properties, type === 'AWS::Serverless::Function' ? 'CodeUri' : 'Code');
  const folder = code ? textOf(code) : usualFolder;
  const files = folder === undefined ? [] : handlerFiles(folder, textOf(handler) ?? '');
  if (files.length === 0) {
    return inFile;
  }
  const calls = [...text.matchAll(new RegExp(String.raw`(?<=\$\{|!GetAtt\s+["']?|!Ref\s+["']?|"(?:Fn::GetAtt|Ref)"\s*:\s*(?:\[\s*)?")${escaped(key.value)}(?=[.}"'\s,]|$)`, 'g'))];
  return [
    // The folder itself can't be shown; the file in it that is called can.
    ...mentionOf(code, (each) => [...files, each]),
    ...mentionOf(handler, () => files),
    ...inFile.filter(({ span }) => span.start !== spanOf(code)?.start),
    ...calls.map(({ 0: name, index }) => ({ span: { start: index, end: index + name.length }, paths: files })),
  ];
}

/** `src` and `app.main.handler` are `src/app/main.py`, or `src/app.main.js`, by the language. */
function handlerFiles(folder: string, handler: string): string[] {
  const [, place = '', name = ''] = /^((?:[\w.-]+\/)*)([\w.-]+)\.[\w]+$/.exec(handler) ?? [];
  const base = `${folder === '.' || folder === '' ? '' : `${folder.replace(/\/$/, '')}/`}${place}`;
  return name === '' ? [] : [`${base}${name.replaceAll('.', '/')}.py`, ...['js', 'mjs', 'cjs', 'ts', 'mts', 'rb'].map((ending) => `${base}${name}.${ending}`)];
}

function mentionOf(node: Node | undefined, paths: (text: string) => string[]): FileMention[] {
  const text = textOf(node);
  const span = spanOf(node);
  return text === undefined || text === '' || text.includes('://') || text.length > longestPath || !span ? [] : [{ span, paths: paths(text) }];
}

const longestPath = 500;

/** Without quotes. */
function spanOf(node: Node | undefined): Span | undefined {
  const text = textOf(node);
  return !node || text === undefined ? undefined : node.span.end - node.span.start === text.length + 2 ? { start: node.span.start + 1, end: node.span.end - 1 } : node.span;
}

function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'string' && !node.value.includes('\n') ? node.value : undefined;
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
