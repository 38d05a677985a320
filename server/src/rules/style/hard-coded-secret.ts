import type { Node, StringNode } from '../../syntax/tree';
import { defineRule, type RuleContext } from '../rule';

const payloadFields: ReadonlySet<string> = new Set(['Result', 'Parameters', 'Arguments', 'Output', 'Assign', 'ItemSelector', 'BatchInput']);

export const hardCodedSecret = defineRule({
  code: 'hard-coded-secret',
  severity: 'warning',
  docs: {
    what: 'A definition holds no passwords, keys and tokens.',
    why: 'Whoever may look at the machine, its template or the history of a run can read them. AWS Secrets Manager, and the connection of an HTTP task, keep them.',
    bad: '{ "StartAt": "Log in", "States": { "Log in": { "Type": "Pass", "Parameters": { "user": "anna", "password": "correct horse" }, "End": true } } }',
    good: '{ "StartAt": "Log in", "States": { "Log in": { "Type": "Pass", "Parameters": { "user": "anna", "password.$": "$.password" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/security-best-practices.html',
  },
  on: {
    Part({ node }, ctx) {
      for (const { key, value } of node.properties) {
        if (value && payloadFields.has(key.value)) {
          look(value, undefined, ctx);
        }
      }
    },
  },
});

const telling = /^(password|passwd|passphrase|secret ?key|secret ?access ?key|client ?secret|private ?key|api ?key|auth ?token|access ?token|(db|master|user|root|admin) ?(user ?)?password)$/;

/** What all of these names have in them. */
const hint = /pass|secret|key|token/i;

/** Access keys of AWS, tokens of GitHub and Slack, private keys. */
const shapes = /\b(AKIA|ASIA)[A-Z\d]{16}\b|\bgh[pousr]_[A-Za-z\d]{36,}|\bxox[abprs]-[A-Za-z\d-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

function look(node: Node, key: StringNode | undefined, ctx: RuleContext): void {
  switch (node.kind) {
    case 'string':
      if (((key && node.value.length >= 3 && hint.test(key.value) && telling.test(words(key.value))) || mayHaveShape(node.value)) && isLiteral(node.value)) {
        ctx.report({ at: node, message: 'This looks like a secret, and everybody who sees the machine or its runs can read it.' });
      }
      break;
    case 'array':
      for (const item of node.items) {
        look(item, undefined, ctx);
      }
      break;
    case 'object':
      for (const property of node.properties) {
        if (property.value) {
          look(property.value, property.key, ctx);
        }
      }
  }
}

/** Long texts are data; a secret is short, but for a private key, which begins with its name. */
function mayHaveShape(text: string): boolean {
  return shapes.test(text.length > 1000 ? text.slice(0, 200) : text);
}

/** What is evaluated, filled in by the deployment, or points to where the secret is, is none. */
function isLiteral(text: string): boolean {
  return text !== '' && !/^\{%|^\$|\$\{|^States\.|^arn:|\{\{resolve:|^<.*>$|^[*x]+$/.test(text);
}

/** `masterUserPassword`, `master_user_password` and `MasterUserPassword` as the same words. */
function words(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[\s_-]+/g, ' ').toLowerCase();
}
