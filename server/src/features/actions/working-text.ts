// The text that a refactoring works on. A definition whose letters are written as escapes is taken out of its string first, and line breaks
// are one character.
import { AslDocument } from '../../analysis/document';
import type { Definition } from '../../analysis/definition';
import { changesBetween } from '../../text/difference';
import { applyChanges } from '../../text/edit';
import type { Span } from '../../text/span';

export interface Working {
  readonly definition: Definition;
  readonly span: Span;
  /** The whole text of the document, for a new text that the definition stands in. */
  toDocument(text: string): string;
}

/** The definition at a place, as refactorings see it; `undefined` where nothing can be changed, or too little can be read. */
export function workingText(document: AslDocument, span: Span): Working | undefined {
  const { text, notation, options } = document;
  if (text.includes('\r\n')) {
    const plain = (offset: number): number => offset - (text.slice(0, offset).match(/\r\n/g)?.length ?? 0);
    const inner = workingText(new AslDocument(text.replaceAll('\r\n', '\n'), notation, { ...options, services: document.services }), { start: plain(span.start), end: plain(span.end) });
    return inner && { ...inner, toDocument: (changed) => inner.toDocument(changed).replaceAll('\n', '\r\n') };
  }
  const definition = document.definitionAt(span.start);
  const embedding = definition?.tree.embedding;
  if (!definition || definition.tree.isOpen || (embedding && !embedding.spell)) {
    return undefined;
  }
  if (!embedding || !definition.isEscaped) {
    return { definition, span, toDocument: (changed) => changed };
  }
  const workflowType = definition.machine && definition.workflowType(definition.machine);
  const [taken] = new AslDocument(embedding.text, 'json', { services: document.services, ...(workflowType && { workflowType }) }).definitions;
  return taken && {
    definition: taken,
    span: { start: embedding.toValue(span.start), end: embedding.toValue(span.end) },
    toDocument: (changed) =>
      applyChanges(
        text,
        changesBetween(embedding.text, changed).map((change) => ({ span: embedding.spanToSource(change.span), newText: embedding.spell?.(change.newText) ?? change.newText })),
      ),
  };
}
