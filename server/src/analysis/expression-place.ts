// What is being typed inside a path or an expression, and what is known of the value before it.
import type { JsonataSite, PathSite, Site } from '../model/sites';
import { visitSites } from '../model/sites';
import type { Node, StringNode } from '../syntax/tree';
import type { Span } from '../text/span';
import { contextData, fieldsOf, isList, itemOf, type Field, type Known } from './data/data';
import { expressionData } from './data/jsonata';
import { endOf } from './data/paths';
import type { Definition } from './definition';
import { givenCall, type GivenCall } from './given-arguments';

export type ExpressionPlace =
  /** Behind a dot: the fields of what stands before it. */
  | { readonly at: 'field'; readonly site: Site; readonly typed: Typed; readonly fields: ReadonlyMap<string, Field> }
  /** Behind a `$`, or where one can begin. */
  | { readonly at: 'name'; readonly site: Site; readonly typed: Typed; readonly hasDollar: boolean }
  /** In a text or a comment, behind a value: no name begins here. */
  | { readonly at: 'nowhere' };

/** What is typed already, and where it stands in the string's value. */
export interface Typed {
  readonly text: string;
  readonly within: Span;
  readonly node: StringNode;
  /** The parentheses right behind it; `undefined` where there are none. */
  readonly given: GivenCall | undefined;
}

/** The place of a cursor in a string that is evaluated; `undefined` in any other. */
export function expressionPlaceAt(definition: Definition, node: Node | undefined, offset: number): ExpressionPlace | undefined {
  const evaluated = evaluatedAt(definition, node, offset);
  if (!evaluated) {
    return undefined;
  }
  const { site, at, before } = evaluated;
  const rest = /^\w*/.exec(site.node.value.slice(at))?.[0].length ?? 0;
  const given = givenCall(site.node.value.slice(at + rest));
  const typed = (text: string): Typed => ({ text, node: site.node, given, within: { start: at - text.length, end: at + rest } });
  return site.form === 'jsonata' ? inJsonata(definition, site, before, typed) : inPath(definition, site, before, typed);
}

/** A string that is evaluated, with what stands in it before a cursor. */
export interface Evaluated {
  readonly site: Site;
  /** The cursor's place in the string's value. */
  readonly at: number;
  readonly before: string;
}

export function evaluatedAt(definition: Definition, node: Node | undefined, offset: number): Evaluated | undefined {
  const site = node?.kind === 'string' ? siteOf(definition, node) : undefined;
  if (!site || node?.kind !== 'string') {
    return undefined;
  }
  const at = definition.sourceOf(node.span, node.value).toValue(offset);
  return { site, at, before: node.value.slice(0, at) };
}

function siteOf(definition: Definition, node: StringNode): Site | undefined {
  const part = definition.partAround(node);
  let found: Site | undefined;
  if (part && !part.languageInDoubt) {
    visitSites(part, {
      site: (site) => {
        found = site.node === node ? site : found;
      },
      literal: () => undefined,
      object: () => undefined,
    });
  }
  return found;
}

/** What is further away than this many characters is not looked for. */
const longestChain = 1000;

/** A chain of names from a variable on, with indexes, and what is being typed behind its last dot. */
const jsonataChain = /(\$(?:\$|[A-Za-z_]\w*)?(?:\[[^[\]]*\]|\.(?:\w+|`[^`]*`))*)\.(\w*)$/;

function inJsonata(definition: Definition, site: JsonataSite, before: string, typed: (text: string) => Typed): ExpressionPlace {
  if (!before.startsWith('{%') || isInText(before.slice(2))) {
    return nowhere;
  }
  const chain = jsonataChain.exec(before.slice(-longestChain));
  if (chain) {
    const [, path = '', text = ''] = chain;
    return { at: 'field', site, typed: typed(text), fields: fieldsOfEach(expressionData(`{%${path}%}`, definition.data.jsonataRootsAt(site), definition.expressions)) };
  }
  const [, dollar = '', text = ''] = /(\$?)(\w*)$/.exec(before) ?? [];
  // A word without a dollar is the name of a field, or a number; behind a value comes an operator.
  const front = before.slice(0, before.length - text.length - dollar.length);
  const isElsewhere = (text !== '' && dollar === '') || (/[\w)\]`"'}.]\s*$/.test(front) && !/[\w)\]`"'}]\s+(?:and|or|in)\s+$/.test(front));
  return isElsewhere ? nowhere : { at: 'name', site, typed: typed(dollar + text), hasDollar: dollar !== '' };
}

const nowhere: ExpressionPlace = { at: 'nowhere' };

/** Of a list, the fields of its items: JSONata looks a name up in each. */
function fieldsOfEach(data: Known): ReadonlyMap<string, Field> {
  return fieldsOf(isList(data) ? itemOf(data) : data);
}

/** True inside quotes or a comment. */
function isInText(expression: string): boolean {
  const rest = expression.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\/\*[^]*?\*\//g, '');
  return /["'`]|\/\*/.test(rest);
}

const pathChain = /(\$(?:\$|[A-Za-z_]\w*)?(?:\[[^[\]]*\]|\.[^.[\](),\s'"]+)*)\.([\w-]*)$/;

function inPath(definition: Definition, site: PathSite, before: string, typed: (text: string) => Typed): ExpressionPlace {
  const chain = pathChain.exec(before.slice(-longestChain));
  if (chain) {
    const [, path = '', text = ''] = chain;
    const [read] = definition.expressions.path(path).paths;
    const roots = definition.data.rootsAt(site);
    return !read ? nowhere : { at: 'field', site, typed: typed(text), fields: fieldsOf(path === '$$' ? (roots.context ?? contextData(undefined)) : endOf(read, roots).data) };
  }
  const isTemplate = site.use === 'template' || site.use === 'text-path';
  const name = (isTemplate ? /(?:^|[(,]\s*)(\$?[\w.]*)$/ : /^(\$?\w*)$/).exec(before);
  const [, text] = name ?? [];
  return text === undefined ? nowhere : { at: 'name', site, typed: typed(text), hasDollar: text.startsWith('$') };
}
