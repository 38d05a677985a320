// What stands under a cursor inside a path or an expression: a function, a variable, the data that a path leads to.
import { expressionData } from '../../analysis/data/jsonata';
import { fieldsOf, nameOf, type Known } from '../../analysis/data/data';
import { followPath } from '../../analysis/data/paths';
import type { Definition } from '../../analysis/definition';
import { evaluatedAt } from '../../analysis/expression-place';
import type { Place } from '../../analysis/query';
import type { Site } from '../../model/sites';
import { intrinsicNamed, intrinsicSignature } from '../../spec/intrinsics';
import { jsonataFunctionNamed, jsonataSignature } from '../../spec/jsonata-functions';
import { code, escape } from '../../text/markdown';
import type { Span } from '../../text/span';
import { enumerated } from '../../text/words';
import type { Described } from './calls';
import { fieldsSentence } from './data-words';

/** So many states are named. */
const mostNames = 12;

/** What is known of the name under the cursor; `undefined` outside expressions, and where nothing is known. */
export function describeExpression(definition: Definition, place: Place, offset: number): Described | undefined {
  const evaluated = evaluatedAt(definition, place.at === 'value' ? place.value : place.at === 'item' ? place.node : undefined, offset);
  if (!evaluated) {
    return undefined;
  }
  const { site, at, before } = evaluated;
  const chain = chainAround(site.node.value, at, before);
  const text = chain && describeChain(definition, site, chain.text, site.node.value.slice(chain.within.end));
  return text === undefined || !chain ? undefined : { span: definition.inside(site.node, chain.within).span, text };
}

/** What is further away than this many characters is not looked at. */
const longestChain = 1000;

/** From the start of a chain of names to the end of the one under the cursor. */
function chainAround(value: string, at: number, before: string): { readonly text: string; readonly within: Span } | undefined {
  const start = /(?:\$\$?|[A-Za-z_])(?:[\w$-]|\.(?=[\w$`'])|\[[^[\]]*\]|`[^`]*`)*\.?$/.exec(before.slice(-longestChain));
  const rest = /^[\w$]*/.exec(value.slice(at))?.[0] ?? '';
  const text = (start?.[0] ?? '') + rest;
  const from = at - (start?.[0].length ?? 0);
  return text === '' || text.endsWith('.') ? undefined : { text, within: { start: from, end: at + rest.length } };
}

function describeChain(definition: Definition, site: Site, chain: string, after: string): string | undefined {
  const isCall = /^\s*\(/.test(after);
  if (site.form === 'path') {
    const spec = intrinsicNamed(chain);
    return spec ? [code(intrinsicSignature(spec)), spec.docs, ...(spec.limits === undefined ? [] : [spec.limits]), `In JSONata: ${code(spec.jsonata)}`].join('\n\n') : chain.startsWith('$') ? describeData(definition, site, chain) : undefined;
  }
  const spec = isCall && chain.startsWith('$') ? jsonataFunctionNamed(chain.slice(1)) : undefined;
  if (spec) {
    return [code(jsonataSignature(spec)), spec.docs, ...(spec.refused === undefined ? [] : [`Step Functions does not have it. ${spec.refused}`])].join('\n\n');
  }
  return chain.startsWith('$') ? describeData(definition, site, chain) : undefined;
}

function describeData(definition: Definition, site: Site, chain: string): string | undefined {
  const data = dataOf(definition, site, chain);
  const [assigned, docs] = [assignersOf(definition, site, chain), docsOf(definition, site, chain)];
  if (!data && assigned === undefined && docs === undefined) {
    return undefined;
  }
  const type = nameOf(data);
  return [`${code(chain)}${type === undefined ? '' : ` · ${type}`}`, docs, assigned, fieldsSentence(data)].filter((text) => text !== undefined).join('\n\n');
}

function dataOf(definition: Definition, site: Site, chain: string): Known {
  if (site.form === 'jsonata') {
    return expressionData(`{%${chain}%}`, definition.data.jsonataRootsAt(site), definition.expressions);
  }
  const [path] = definition.expressions.path(chain).paths;
  return path && followPath(path, definition.data.rootsAt(site));
}

/** What is known of a member whatever is in it, such as those of the context object. */
function docsOf(definition: Definition, site: Site, chain: string): string | undefined {
  const [, holder, name] = /^(.+)\.([\w$]+)$/.exec(chain) ?? [];
  return holder === undefined || name === undefined ? undefined : fieldsOf(dataOf(definition, site, holder)).get(name)?.docs;
}

/** Where a variable gets its value, for the variable itself. */
function assignersOf(definition: Definition, { part }: Site, chain: string): string | undefined {
  const name = /^\$([A-Za-z_]\w*)$/.exec(chain)?.[1];
  const scope = name === undefined || name === 'states' ? undefined : definition.variables.scopeOf(name, part.machine);
  if (name === undefined || !scope) {
    return undefined;
  }
  const states = [...new Set(definition.variables.in(scope).filter((assignment) => assignment.name === name).map(({ state }) => escape(state.name)))];
  return `Assigned in ${enumerated(states.slice(0, mostNames))}.`;
}
