// Every text that a state evaluates, those that a deployment completes among them: what is written there names variables all the same.
import type { Path } from '../expressions/jsonpath/tree';
import type { References } from '../expressions/jsonata/references';
import type { Part } from '../model/parts';
import { visitSites } from '../model/sites';
import { placeholdersIn } from '../syntax/placeholders';
import type { Node, StringNode, UnknownNode } from '../syntax/tree';
import type { Definition } from './definition';

/** One text, and how it is read. */
export interface EvaluatedText {
  readonly form: 'jsonata' | 'path' | 'template';
  readonly node: StringNode | UnknownNode;
  /** As long as the value, with letters in place of what a deployment fills in. */
  readonly text: string;
  readonly part: Part;
}

/** Visits the texts of one part; parts inside are left to themselves. */
export function visitEvaluated(part: Part, visit: (text: EvaluatedText) => void): void {
  visitSites(part, {
    site: (site) => {
      const { node } = site;
      visit({ form: site.form === 'jsonata' ? 'jsonata' : site.use === 'template' || site.use === 'text-path' ? 'template' : 'path', node, text: node.value, part });
    },
    literal: () => undefined,
    object: () => undefined,
  });
  for (const [index, { key, value }] of part.node.properties.entries()) {
    const field = part.fields[index];
    if (value && field && !field.of) {
      visitIncomplete(value, key.value, (node, name) => {
        if (part.queryLanguage === 'JSONata') {
          if (field.jsonata && node.text.startsWith('{%')) {
            visit({ form: 'jsonata', node, text: masked(node.text), part });
          }
        } else if (field.path && (field.path !== 'template' || name.endsWith('.$'))) {
          visit({ form: field.path === 'template' || field.path === 'text-path' ? 'template' : 'path', node, text: masked(node.text), part });
        }
      });
    }
  }
}

/** The evaluated text that a node is; `undefined` for one that is taken as it is. */
export function evaluatedAt(definition: Definition, node: Node): EvaluatedText | undefined {
  const part = definition.partAround(node);
  let found: EvaluatedText | undefined;
  if (part) {
    visitEvaluated(part, (text) => {
      found = text.node === node ? text : found;
    });
  }
  return found;
}

/** The paths of a text that is none of JSONata's. */
export function pathsOf({ expressions }: Definition, { form, text }: EvaluatedText): readonly Path[] {
  return (form === 'template' ? expressions.templateValue(text) : expressions.path(text)).paths;
}

/** What a text of JSONata's refers to. */
export function referencesIn({ expressions }: Definition, { text }: EvaluatedText): References {
  return expressions.jsonata(text).references;
}

function visitIncomplete(node: Node, key: string, visit: (node: UnknownNode, key: string) => void): void {
  if (node.kind === 'unknown') {
    visit(node, key);
  } else if (node.kind === 'array') {
    for (const item of node.items) {
      visitIncomplete(item, '', visit);
    }
  } else if (node.kind === 'object') {
    for (const property of node.properties) {
      if (property.value) {
        visitIncomplete(property.value, property.key.value, visit);
      }
    }
  }
}

function masked(text: string): string {
  let result = text;
  for (const { span } of placeholdersIn(text)) {
    result = result.slice(0, span.start) + 'x'.repeat(span.end - span.start) + result.slice(span.end);
  }
  return result;
}
