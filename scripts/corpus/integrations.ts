// What the rules on service integrations say of real definitions: a false alarm, most likely, or advice.
import { AslDocument } from '../../server/src/analysis/document';
import { check } from '../../server/src/rules/check';
import { services } from '../../test/support/services';
import type { Real } from './seeding';

const codes: ReadonlySet<string> = new Set([
  'better-integration',
  'conflicting-arguments',
  'deprecated-argument',
  'missing-argument',
  'missing-lambda-retry',
  'mistyped-argument',
  'unknown-argument',
  'unknown-argument-value',
  'unknown-integration',
  'unknown-integration-pattern',
  'unknown-sdk-integration',
]);

/** Prints how often each rule speaks, by severity. */
export function reportIntegrations(definitions: readonly Real[], verbose: boolean): void {
  const found = new Map<string, string[]>();
  for (const { file, text, notation, workflowType } of definitions) {
    const problems = check(new AslDocument(text, notation, { services, workflowType }), {}, (rule, error) => {
      throw new Error(`rule ${rule.code} threw`, { cause: error });
    });
    for (const { rule, severity, message } of problems) {
      if (codes.has(rule.code)) {
        const kind = `${severity} ${rule.code}`;
        found.set(kind, [...(found.get(kind) ?? []), `${file}: ${message}`]);
      }
    }
  }
  console.log(`\nService integrations in ${String(definitions.length)} valid definitions`);
  for (const [kind, all] of [...found].sort()) {
    console.log(`  ${String(all.length).padStart(4)} ${kind}`);
    if (verbose) {
      console.log(all.map((each) => `      ${each}`).join('\n'));
    }
  }
}
