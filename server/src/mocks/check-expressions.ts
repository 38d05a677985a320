// The JSONata in a rule: it can be read, and it reads only what rules can see.
import { delimiterProblem, isJsonata } from '../expressions/jsonata/parse';
import { mockVariables } from '../spec/mocks';
import type { Node, StringNode } from '../syntax/tree';
import type { Span } from '../text/span';
import { listed } from '../text/words';
import type { MocksDocument } from './document';
import type { Report } from './problem';

/** Checks each expression in a value, at whatever depth. */
export function checkExpressions(document: MocksDocument, value: Node, report: Report): void {
  switch (value.kind) {
    case 'string':
      checkText(document, value, report);
      break;
    case 'array':
      value.items.forEach((item) => {
        checkExpressions(document, item, report);
      });
      break;
    case 'object':
      for (const { value: inner } of value.properties) {
        if (inner) {
          checkExpressions(document, inner, report);
        }
      }
  }
}

const seen = listed(Object.keys(mockVariables).map((name) => `$${name}`), 'and').replaceAll('"', '');

function checkText(document: MocksDocument, node: StringNode, report: Report): void {
  const tell = (within: Span, message: string, severity: 'error' | 'warning' = 'error'): void => {
    report({ code: 'mock-expression', severity, span: document.inside(node, within), message });
  };
  const marks = delimiterProblem(node.value);
  if (marks) {
    tell(marks.span, marks.message, 'warning');
  }
  if (!isJsonata(node.value)) {
    return;
  }
  const { problems, references, callProblems } = document.expressions.jsonata(node.value);
  for (const { span, message } of [...problems, ...callProblems]) {
    tell(span, message);
  }
  for (const { node: variable, boundBy, called } of references.variables) {
    if (boundBy === undefined && !called && !Object.hasOwn(mockVariables, variable.name)) {
      tell(variable.span, `$${variable.name} is not known in a mock. Expressions here see ${seen}.`);
    }
  }
  for (const { span, text } of references.contextReads) {
    tell(span, `${text} is read from nothing. Expressions in mocks see ${seen}.`);
  }
}
