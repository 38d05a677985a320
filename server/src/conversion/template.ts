// Payload templates. Where a template stays by itself, its keys and values are changed where they stand; inside an expression it becomes one.
import { type Node, type ObjectProperty } from '../syntax/tree';
import type { Change } from './change';
import { convertValueText } from './intrinsic';
import { marked, objectOf, operand, quoted, type Jsonata } from './jsonata';
import { Refusals, type Scope } from './scope';

/** Notes what has to change in a template for it to say the same in a JSONata state. */
export function changeTemplate(node: Node, scope: Scope, changes: Change[]): void {
  if (node.kind === 'array') {
    for (const item of node.items) {
      changeTemplate(item, scope, changes);
    }
  } else if (node.kind === 'object') {
    for (const property of node.properties) {
      if (property.key.value.endsWith('.$')) {
        changeValue(property, scope, changes);
      } else if (property.value) {
        changeTemplate(property.value, scope, changes);
      }
    }
  } else {
    changeLiteral(node, changes);
  }
}

/** Notes what has to change in a value that JSONPath takes as it is. */
export function changeLiterals(node: Node, changes: Change[]): void {
  if (node.kind === 'array') {
    node.items.forEach((item) => {
      changeLiterals(item, changes);
    });
  } else if (node.kind === 'object') {
    node.properties.forEach(({ value }) => {
      if (value) {
        changeLiterals(value, changes);
      }
    });
  } else {
    changeLiteral(node, changes);
  }
}

/** The key of a template without its `.$`, and the value as an expression. */
function changeValue({ key, value }: ObjectProperty, scope: Scope, changes: Change[]): void {
  if (value?.kind !== 'string') {
    scope.refusals.add(`The value of "${key.value}" is no path or function that can be read here.`);
    return;
  }
  const expression = convertValueText(value.value, scope);
  changes.push((editor) => {
    editor.setString(key, key.value.slice(0, -2));
    editor.setString(value, marked(expression));
  });
}

/** A text that JSONata would take for an expression. */
function changeLiteral(node: Node, changes: Change[]): void {
  if (node.kind === 'string' && isMarked(node.value)) {
    const expression = operand(quoted(node.value));
    changes.push((editor) => {
      editor.setString(node, marked(expression));
    });
  }
}

function isMarked(text: string): boolean {
  return text.startsWith('{%') || text.endsWith('%}');
}

/** A template as one expression. */
export function templateExpression(node: Node, scope: Scope): Jsonata {
  switch (node.kind) {
    case 'object':
      return objectOf(
        node.properties.map(({ key, value }) => {
          if (!key.value.endsWith('.$')) {
            return [key.value, value ? templateExpression(value, scope).text : 'null'];
          }
          return [key.value.slice(0, -2), value?.kind === 'string' ? convertValueText(value.value, scope).text : scope.refusals.add(`The value of "${key.value}" is no path or function that can be read here.`).text];
        }),
      );
    case 'array':
      return operand(`[${node.items.map((item) => templateExpression(item, scope).text).join(', ')}]`, 'list');
    default:
      return literalExpression(node, scope);
  }
}

/** A value that JSONPath takes as it is, as an expression. */
export function literalExpression(node: Node, scope: Scope): Jsonata {
  switch (node.kind) {
    case 'object':
      return objectOf(node.properties.map(({ key, value }) => [key.value, value ? literalExpression(value, scope).text : 'null']));
    case 'array':
      return operand(`[${node.items.map((item) => literalExpression(item, scope).text).join(', ')}]`, 'list');
    case 'string':
      return operand(quoted(node.value), 'text');
    case 'number':
      return operand(String(node.value), 'number');
    case 'boolean':
      return operand(String(node.value), 'boolean');
    case 'null':
      return operand('null');
    case 'unknown':
      return scope.refusals.add(`What the deployment puts in place of "${node.text}" would stand inside an expression, where its quotes could end a text.`);
  }
}

/** Whether a template has a path that starts from `$`. */
export function readsInput(template: Node | undefined): boolean {
  const refusals = new Refusals();
  if (template) {
    changeTemplate(template, { input: undefined, refusals }, []);
  }
  return refusals.reasons.length > 0;
}
