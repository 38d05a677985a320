// Where a JSONPath leads, and what an intrinsic function gives, as far as it is known.
import type { Path } from '../../expressions/jsonpath/tree';
import type { TemplateValue } from '../../expressions/template-value';
import { intrinsicNamed } from '../../spec/intrinsics';
import type { Node } from '../../syntax/tree';
import type { ExpressionCache } from '../expression-cache';
import { fieldOf, itemOf, listOf, ofType, text, type Known } from './data';
import { writtenData } from './written';

/** What paths can begin with. */
export interface Roots {
  readonly input: Known;
  readonly context: Known;
  variable(name: string): Known;
}

/** What a path leads to. */
export function followPath(path: Path, roots: Roots): Known {
  const { data, isMany } = endOf(path, roots);
  return isMany ? listOf(data) : data;
}

/** What a path leads to, and whether to any number of such. */
export function endOf({ root, steps }: Path, roots: Roots): { readonly data: Known; readonly isMany: boolean } {
  let data = root.kind === 'input' ? roots.input : root.kind === 'context' ? roots.context : root.kind === 'variable' ? roots.variable(root.name) : undefined;
  let isMany = false;
  for (const step of steps) {
    switch (step.kind) {
      case 'member':
        data = fieldOf(data, step.name);
        break;
      case 'index':
        data = itemOf(data);
        break;
      case 'indexes':
      case 'slice':
      case 'wildcard':
      case 'filter':
        data = itemOf(data);
        isMany = true;
        break;
      default:
        return { data: undefined, isMany };
    }
  }
  return { data, isMany };
}

/** What the value of a key that ends in `.$` stands for. */
export function templateValue(value: TemplateValue, roots: Roots): Known {
  switch (value.kind) {
    case 'path':
      return followPath(value.path, roots);
    case 'intrinsic': {
      const spec = intrinsicNamed(value.call.name);
      return spec && ofType(spec.returns);
    }
    case 'neither':
      return undefined;
  }
}

/** What a template makes, its paths and functions worked out; and what stands in a literal, which has none. */
export function templateData(node: Node | undefined, roots: Roots | undefined, expressions: ExpressionCache): Known {
  return writtenData(node, {
    text: () => text,
    ...(roots && {
      field: ({ key, value }) =>
        key.value.endsWith('.$') ? [key.value.slice(0, -2), value?.kind === 'string' ? templateValue(expressions.templateValue(value.value).value, roots) : undefined] : undefined,
    }),
  });
}
