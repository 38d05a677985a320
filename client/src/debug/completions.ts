// What can be typed next in the debug console.
import type { DebugProtocol } from '@vscode/debugprotocol';
import { intrinsics } from '../../../server/src/spec/intrinsics';
import { jsonataFunctions } from '../../../server/src/spec/jsonata-functions';
import { isObject } from '../../../server/src/expressions/value';
import type { Visit } from '../../../server/src/simulator/visit';
import { commands } from './console';
import { evaluate } from './evaluate';

/** @param column of the cursor, from zero */
export async function complete(text: string, column: number, visit: Visit | undefined): Promise<DebugProtocol.CompletionItem[]> {
  const before = text.slice(0, column);
  if (/^\s*\.\w*$/.test(before)) {
    const start = before.indexOf('.');
    return commands.map(({ name, what }) => ({ label: name, detail: what, type: 'keyword', start, length: before.length - start }));
  }
  if (!visit) {
    return [];
  }
  const [, path, typed = ''] = /([$\w][\w$.[\]'"`]*)\.([\w$]*)$/.exec(before) ?? [];
  if (path !== undefined) {
    return path === 'States' ? functions(before, `States.${typed}`, visit) : membersOf(path, typed, before, visit);
  }
  const [word = ''] = /[$\w]+$/.exec(before) ?? [];
  const variables = [...visit.scope.all().keys()].map((name) => item(`$${name}`, word, before, 'variable'));
  return [...variables, ...(visit.isJsonata ? ['$states'] : ['$', '$$', '$states']).map((name) => item(name, word, before, 'variable')), ...functions(before, word, visit)];
}

async function membersOf(path: string, typed: string, before: string, visit: Visit): Promise<DebugProtocol.CompletionItem[]> {
  const { value } = await evaluate(path, visit);
  return isObject(value) ? Object.keys(value).map((name) => item(/^\w+$/.test(name) || !visit.isJsonata ? name : `\`${name}\``, typed, before, 'property')) : [];
}

function functions(before: string, typed: string, visit: Visit): DebugProtocol.CompletionItem[] {
  return visit.isJsonata ? jsonataFunctions.map(({ name }) => ({ ...item(name, typed, before, 'function'), text: `${name}(` })) : intrinsics.map(({ name }) => ({ ...item(name, typed, before, 'function'), text: `${name}(` }));
}

function item(label: string, typed: string, before: string, type: DebugProtocol.CompletionItemType): DebugProtocol.CompletionItem {
  return { label, type, start: before.length - typed.length, length: typed.length };
}
