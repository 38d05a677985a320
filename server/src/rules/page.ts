// A rule's documentation as Markdown: for the rules page, "Explain Rule", and the help in `stepwise check`'s reports.
import { AslDocument } from '../analysis/document';
import type { Catalog } from '../services/catalog';
import type { Node } from '../syntax/tree';
import { check, type Problem } from './check';
import { documentOf, isLarge, type Example } from './example';
import { rules } from './index';
import type { Rule } from './rule';
import { invalidSyntax } from './syntax';

/** Every code that a problem can have, with its documentation, sorted. */
export const documented: readonly Rule[] = [...rules, invalidSyntax].sort((one, other) => (one.code < other.code ? -1 : 1));

/** The rule of that code. */
export function ruleOf(code: string): Rule | undefined {
  return documented.find((rule) => rule.code === code);
}

/** What the rule finds in its own bad example; nothing where that is too large to be made each time. */
export function exampleProblem(rule: Rule, services: Catalog): Problem | undefined {
  const { bad } = rule.docs;
  return isLarge(bad) ? undefined : check(documentOf(bad, { services }), {}, () => undefined).find((problem) => problem.rule.code === rule.code);
}

/** The page's body, for which the bad example is checked once more: what, why, a bad and a good example, the source. `heading` is the Markdown sign for the examples' headings. */
export function rulePage(rule: Rule, services: Catalog, heading = '##'): string {
  const { what, why, bad, good, source } = rule.docs;
  const problem = exampleProblem(rule, services);
  return [
    what,
    why,
    `${heading} What it finds`,
    shown(bad),
    ...(problem ? [`> ${literal(problem.message)}`] : []),
    ...(problem?.aws ? [awsSays(problem.aws)] : []),
    `${heading} As it should be`,
    shown(good),
    `Source: <${source}>`,
  ].join('\n\n');
}

/** The service's own code and words, as a sentence of Markdown. */
export function awsSays({ code, message }: NonNullable<Problem['aws']>): string {
  return `Step Functions says \`${code}\`${message ? `: ${literal(message)}` : '.'}`;
}

/** Text that must not become markup. */
export function literal(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|~]/g, '\\$&').replaceAll('\n', ' ');
}

function shown(example: Example): string {
  if (typeof example === 'string') {
    return `\`\`\`json\n${layout(example)}\n\`\`\``;
  }
  return isLarge(example) ? example.told : `\`\`\`yaml\n${example.yaml.trimEnd()}\n\`\`\``;
}

/** How long a line of an example gets before it is broken. */
const width = 80;

/** An example laid out for reading. One that is broken on purpose, or laid out by hand, stays as it is. */
function layout(text: string): string {
  const { root, problems } = new AslDocument(text, 'json').tree;
  return root && problems.length === 0 && !text.includes('\n') ? lines(root, text, '', 0) : text;
}

/** Tree by tree and not through `JSON.parse`, which would drop a key that is there twice. */
function lines(node: Node, text: string, indent: string, used: number): string {
  const flat = text.slice(node.span.start, node.span.end);
  const parts =
    node.kind === 'object'
      ? node.properties.map(({ key, value }) => {
          const name = `${text.slice(key.span.start, key.span.end)}: `;
          return value ? name + lines(value, text, `${indent}  `, name.length) : name;
        })
      : node.kind === 'array'
        ? node.items.map((item) => lines(item, text, `${indent}  `, 0))
        : [];
  if (parts.length === 0 || (indent !== '' && indent.length + used + flat.length < width)) {
    return flat;
  }
  const [open, close] = node.kind === 'object' ? '{}' : '[]';
  return `${open ?? ''}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close ?? ''}`;
}
