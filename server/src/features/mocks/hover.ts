// What a key of a file with mocks is for, and what the state is that it names.
import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { MocksDocument } from '../../mocks/document';
import { stateMentions } from '../../mocks/mentions';
import { roleOf } from '../../mocks/role';
import { pathOf } from '../../mocks/states';
import type { State } from '../../model/machine';
import { mockField } from '../../spec/mocks';
import type { Node, ObjectProperty } from '../../syntax/tree';
import { member } from '../../syntax/tree';
import { code, escape } from '../../text/markdown';
import { touches } from '../../text/span';
import { typeOf } from '../../services/type-name';
import { shapeAt } from './completion';

export function mockHover(document: MocksDocument, offset: number): Hover | undefined {
  const mention = stateMentions(document).find(({ node }) => touches(node.span, offset));
  if (mention) {
    return { range: document.range(mention.node.span), contents: { kind: MarkupKind.Markdown, value: mention.states.map(describe).join('\n\n---\n\n') } };
  }
  const property = document.tree.root && keyAt(document.tree.root, offset);
  const value = property && describeKey(document, property);
  return property && value !== undefined ? { range: document.range(property.key.span), contents: { kind: MarkupKind.Markdown, value } } : undefined;
}

function describe(state: State): string {
  const resource = member(state.node, 'Resource');
  const comment = member(state.node, 'Comment');
  return [
    `**${escape(pathOf(state))}** · ${state.type ?? 'no type yet'}`,
    ...(comment?.kind === 'string' ? [escape(comment.value)] : []),
    ...(resource?.kind === 'string' ? [code(resource.value)] : []),
  ].join('\n\n');
}

function describeKey(document: MocksDocument, { key, parent }: ObjectProperty): string | undefined {
  const role = roleOf(document, parent);
  if (role?.is === 'object') {
    const field = mockField(role.object, key.value);
    return field && `**${field.name}**\n\n${field.docs}`;
  }
  const shape = role?.is === 'answer' ? shapeAt(document.statesOf(), role.state, role.path) : undefined;
  const field = shape?.kind === 'structure' || shape?.kind === 'union' ? shape.member(key.value) : undefined;
  if (!shape || !field) {
    return undefined;
  }
  const docs = shape.docsOf(field);
  return [`**${escape(field.name)}** · ${code(typeOf(field.shape))}`, ...(docs === undefined ? [] : [docs])].join('\n\n');
}

/** The property whose key is under the cursor. */
function keyAt(node: Node, offset: number): ObjectProperty | undefined {
  const inside = node.kind === 'object' ? node.properties : [];
  for (const property of inside) {
    if (touches(property.key.span, offset)) {
      return property;
    }
    const found = property.value && touches(property.value.span, offset) ? keyAt(property.value, offset) : undefined;
    if (found) {
      return found;
    }
  }
  for (const item of node.kind === 'array' ? node.items : []) {
    const found = touches(item.span, offset) ? keyAt(item, offset) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}
