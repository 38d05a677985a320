import { member, property, type Node, type ObjectNode, type StringNode } from '../../syntax/tree';
import { defineRule, type Fix, type RuleContext } from '../rule';

export const pathInLiteralField = defineRule({
  code: 'path-in-literal-field',
  severity: 'warning',
  docs: {
    what: 'A path, or an intrinsic function, stands where it is evaluated: in `Parameters` and not in `Result`, in `ErrorPath` and `CausePath` and not in `Error` and `Cause`.',
    why: 'In JSONPath states these fields are taken letter by letter. Step Functions accepts them with a warning (PASS_RESULT_IS_STATIC, NO_PATH).',
    bad: '{ "StartAt": "Note", "States": { "Note": { "Type": "Pass", "Result": { "id.$": "$.id" }, "End": true } } }',
    good: '{ "StartAt": "Note", "States": { "Note": { "Type": "Pass", "Parameters": { "id.$": "$.id" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html',
  },
  on: {
    Pass({ node, queryLanguage }, ctx) {
      const found = queryLanguage === 'JSONPath' ? firstPath(member(node, 'Result')) : undefined;
      if (node && found) {
        ctx.report({ at: found, message: `Nothing in "Result" is evaluated: "${found.value}" is handed on as it is.`, fixes: rename(node, 'Result', 'Parameters') });
      }
    },
    Fail({ node, queryLanguage }, ctx) {
      if (node && queryLanguage === 'JSONPath') {
        checkText(node, 'Error', ctx);
        checkText(node, 'Cause', ctx);
      }
    },
  },
});

function checkText(node: ObjectNode, name: 'Error' | 'Cause', ctx: RuleContext): void {
  const value = member(node, name);
  if (value?.kind === 'string' && isPath(value.value)) {
    ctx.report({ at: value, message: `"${name}" is not evaluated: the failure would read "${value.value}".`, fixes: rename(node, name, `${name}Path`) });
  }
}

/** One is enough: all that stand in the same field are mended at once. */
function firstPath(node: Node | undefined): StringNode | undefined {
  switch (node?.kind) {
    case 'string':
      return isPath(node.value) ? node : undefined;
    case 'array':
      return firstOf(node.items);
    case 'object':
      return firstOf(node.properties.map(({ value }) => value));
    default:
      return undefined;
  }
}

function firstOf(nodes: readonly (Node | undefined)[]): StringNode | undefined {
  for (const node of nodes) {
    const found = firstPath(node);
    if (found) {
      return found;
    }
  }
  return undefined;
}

function isPath(text: string): boolean {
  return /^\$\$?[.[][\w'"*.[\]$-]*$/.test(text) || /^States\.[A-Z]\w*\(.*\)$/s.test(text);
}

function rename(node: ObjectNode, from: string, to: string): Fix[] {
  const field = property(node, from);
  return field && !property(node, to) ? [{ title: `Rename to "${to}"`, edit: (editor) => editor.setString(field.key, to) }] : [];
}
