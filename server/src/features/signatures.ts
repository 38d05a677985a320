import { MarkupKind, type ParameterInformation, type SignatureHelp } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { evaluatedAt } from '../analysis/expression-place';
import { placeAt } from '../analysis/query';
import { callBefore } from '../expressions/call-before';
import { intrinsicNamed, type IntrinsicSpec } from '../spec/intrinsics';
import { jsonataFunctionNamed, type JsonataFunctionSpec } from '../spec/jsonata-functions';

/** What the function takes whose arguments are being typed: an intrinsic function, or one of JSONata's. */
export function signatureHelp(document: AslDocument, offset: number): SignatureHelp | undefined {
  const definition = document.definitionAt(offset);
  const place = definition && placeAt(definition, offset);
  const node = place?.at === 'value' ? place.value : place?.at === 'item' ? place.node : undefined;
  const evaluated = definition && evaluatedAt(definition, node, offset);
  const call = evaluated && callBefore(evaluated.site.form === 'jsonata' ? evaluated.before.replace(/^\{%/, '  ') : evaluated.before);
  if (!call) {
    return undefined;
  }
  const { name, argument } = call;
  const spec = evaluated.site.form === 'jsonata' ? jsonataFunctionNamed(name.slice(1)) : intrinsicNamed(name);
  if (!spec) {
    return undefined;
  }
  const { parameters } = spec;
  const last = parameters.length - 1;
  const active = parameters[last]?.variadic ? Math.min(argument, last) : argument;
  return { signatures: [signature(name, spec)], activeSignature: 0, activeParameter: active };
}

function signature(name: string, { parameters, docs, returns }: IntrinsicSpec | JsonataFunctionSpec): SignatureHelp['signatures'][number] {
  const shown = parameters.map((each) => ({ label: `${each.variadic ? '…' : ''}${each.name}${each.optional ? '?' : ''}: ${'type' in each ? each.type : each.types.join(' | ')}`, docs: 'docs' in each ? each.docs : undefined }));
  return {
    label: `${name}(${shown.map(({ label }) => label).join(', ')}): ${returns}`,
    documentation: { kind: MarkupKind.Markdown, value: docs },
    parameters: shown.map(({ label, docs: about }): ParameterInformation => ({ label, ...(about !== undefined && { documentation: { kind: MarkupKind.Markdown, value: about } }) })),
  };
}
