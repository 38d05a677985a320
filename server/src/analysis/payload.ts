// What stands in the fields that Step Functions evaluates, read.
import type { Part } from '../model/parts';
import { visitSites, type Literal, type PayloadObject } from '../model/sites';
import type { ExpressionCache } from './expression-cache';
import type { JsonataUse, PathExpression } from './expressions';

export interface PayloadVisitor {
  path(path: PathExpression): void;
  jsonata(use: JsonataUse): void;
  /** A string among them that is taken as it is. */
  literal(literal: Literal): void;
  object(object: PayloadObject): void;
}

/** Visits what stands in the evaluated fields of one part. */
export function visitPayload(part: Part, expressions: ExpressionCache, visitor: PayloadVisitor): void {
  visitSites(part, {
    site(site) {
      if (site.form === 'jsonata') {
        visitor.jsonata({ site, expression: expressions.jsonata(site.node.value) });
      } else {
        const { value, problems, paths } = site.use === 'template' || site.use === 'text-path' ? expressions.templateValue(site.node.value) : expressions.path(site.node.value);
        visitor.path({ site, value, problems, paths });
      }
    },
    literal: visitor.literal,
    object: visitor.object,
  });
}
