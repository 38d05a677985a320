// The functions of either language, the likeliest for a place first.
import type { Typed } from '../../analysis/expression-place';
import type { Definition } from '../../analysis/definition';
import { intrinsicArguments, jsonataArguments } from '../../analysis/given-arguments';
import { wantedIntrinsic, wantedType } from '../../analysis/wanted-type';
import type { JsonataSite, PathSite } from '../../model/sites';
import { arityOf, intrinsics, type IntrinsicSpec } from '../../spec/intrinsics';
import { jsonataArity, jsonataFunctions, type JsonataFunctionSpec } from '../../spec/jsonata-functions';
import { usualFunctions, usualIntrinsics, usualTests } from '../../spec/usual-order';
import type { StringNode } from '../../syntax/tree';
import { likeliest, type Ranked } from './function-rank';
import { wordsOf } from './name-words';

/** The functions of JSONata that Step Functions has. */
export function likeliestJsonata(definition: Definition, site: JsonataSite, { within, given }: Typed): JsonataFunctionSpec[] {
  const { value } = site.node;
  const before = value.slice('{%'.length, within.start);
  const behind = (given?.behind ?? value.slice(within.end)).replace(/%\}$/, '');
  const isHandedOn = /~>\s*$/.test(before);
  return likeliest(offered, (spec) => rankedOf(spec, isHandedOn), {
    given: given && jsonataArguments(definition, site, given),
    wanted: wantedType(definition, site, before, behind),
    share: sharesIn(definition, /\$([A-Za-z]\w*)\(/g),
    words: wordsOfKey(site.node),
    usual: site.field.name === 'Condition' ? tests : usualFunctions,
  });
}

/** The intrinsic functions. */
export function likeliestIntrinsics(definition: Definition, site: PathSite, { within, given }: Typed): IntrinsicSpec[] {
  return likeliest(intrinsics, (spec: IntrinsicSpec) => ({ ...arityOf(spec), name: spec.name, returns: typeName(spec.returns), parameters: spec.parameters.map(({ type, values }) => ({ types: [typeName(type)], ...(values && { values }) })) }), {
    given: given && intrinsicArguments(definition, site, given),
    wanted: wantedIntrinsic(site, site.node.value.slice(0, within.start)),
    share: sharesIn(definition, /\b(States\.[A-Za-z0-9]+)\(/g),
    words: wordsOfKey(site.node),
    usual: usualIntrinsics,
  });
}

const offered = jsonataFunctions.filter(({ refused }) => refused === undefined);
const tests = [...usualTests, ...usualFunctions.filter((name) => !usualTests.includes(name))];

/** @param isHandedOn true behind `~>`, which gives the first argument */
function rankedOf(spec: JsonataFunctionSpec, isHandedOn: boolean): Ranked {
  const { least, most } = jsonataArity(spec);
  const by = isHandedOn ? 1 : 0;
  const parameters = spec.parameters.map(({ types, optional = false }) => ({ optional, types: types.includes('function') && spec.group === 'text' ? types.map((type) => (type === 'function' ? 'pattern' : type)) : types }));
  return { name: spec.name, least: Math.max(0, least - by), most: most - by, returns: spec.returns, parameters: parameters.slice(by) };
}

function typeName(type: IntrinsicSpec['returns']): string {
  return type === 'integer' ? 'number' : type;
}

/** @param pattern finds each call, with the function's name as its first group */
function sharesIn({ text, host }: Definition, pattern: RegExp): (name: string) => number {
  const counts = new Map<string, number>();
  let all = 0;
  for (const [, name = ''] of text.slice(host.span.start, host.span.end).matchAll(pattern)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    all++;
  }
  return (name) => (counts.get(name) ?? 0) / Math.max(all, fewCalls);
}

/** Fewer calls than this tell little of what an author is used to. */
const fewCalls = 4;

function wordsOfKey(node: StringNode): ReadonlySet<string> {
  return new Set(node.parent?.kind === 'property' ? wordsOf(node.parent.key.value) : []);
}
