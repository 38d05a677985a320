// What stands in the fields that Step Functions evaluates, read.
import type { Part } from '../model/parts';
import { visitSites, type Literal, type PayloadObject, type Site } from '../model/sites';
import type { ExpressionCache } from './expression-cache';
import type { JsonataUse, PathExpression } from './expressions';

export interface Payload {
  readonly paths: readonly PathExpression[];
  readonly jsonata: readonly JsonataUse[];
  /** The strings among them that are taken as they are. */
  readonly literals: readonly Literal[];
  readonly objects: readonly PayloadObject[];
}

/** What stands in the evaluated fields of these parts, in their order. */
export function payloadOf(parts: readonly Part[], expressions: ExpressionCache): Payload {
  const payload = { paths: [] as PathExpression[], jsonata: [] as JsonataUse[], literals: [] as Literal[], objects: [] as PayloadObject[] };
  const visitor = {
    site: (site: Site) => {
      if (site.form === 'path') {
        const { value, problems, paths } = site.use === 'template' || site.use === 'text-path' ? expressions.templateValue(site.node.value) : expressions.path(site.node.value);
        payload.paths.push({ site, value, problems, paths });
      } else {
        payload.jsonata.push({ site, expression: expressions.jsonata(site.node.value) });
      }
    },
    literal: (literal: Literal) => void payload.literals.push(literal),
    object: (object: PayloadObject) => void payload.objects.push(object),
  };
  for (const part of parts) {
    visitSites(part, visitor);
  }
  return payload;
}
