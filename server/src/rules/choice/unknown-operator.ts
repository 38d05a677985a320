import { looksLikeOperator, operatorNames } from '../../spec/choice';
import { toValue, type ObjectNode, type ObjectProperty } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeTo, preferredIfOnly } from '../fixes';
import { defineRule, type Finding } from '../rule';

export const unknownOperator = defineRule({
  code: 'unknown-operator',
  severity: 'error',
  docs: {
    what: 'A choice rule compares by one of the 39 operators that there are.',
    why: 'Step Functions refuses any other (SCHEMA_VALIDATION_FAILED). What differs is `Not` around what equals; text that contains, begins or ends with something is `StringMatches` with `*`.',
    bad: '{ "StartAt": "Done?", "States": { "Done?": { "Type": "Choice", "Choices": [{ "Variable": "$.status", "StringNotEquals": "Completed", "Next": "Wait" }], "Default": "Deploy" }, "Wait": { "Type": "Fail" }, "Deploy": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Done?", "States": { "Done?": { "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.status", "StringEquals": "Completed" }, "Next": "Wait" }], "Default": "Deploy" }, "Wait": { "Type": "Fail" }, "Deploy": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#choice-state',
  },
  on: {
    Test({ part }, ctx) {
      if (part.queryLanguage !== 'JSONPath' || !part.fields.includes(undefined)) {
        return;
      }
      for (const property of part.node.properties) {
        if (looksLikeOperator(property.key.value) && (property.value || ctx.definition.tree.problems.length === 0)) {
          ctx.report({
            at: property.key,
            ...advice(property, part.node),
            aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `Field '${property.key.value}' is not supported` },
          });
        }
      }
    },
  },
});

/** What the patterns of other languages are called, and where the star goes. */
const searches: readonly [name: RegExp, pattern: (text: string) => string][] = [
  [/^String(Contains|Includes)$/i, (text) => `*${text}*`],
  [/^String(Starts|Begins)With$/i, (text) => `${text}*`],
  [/^StringEndsWith$/i, (text) => `*${text}`],
];

function advice(property: ObjectProperty, rule: ObjectNode): Omit<Finding, 'at'> {
  const { key, value } = property;
  const name = key.value;
  const positive = name.replace(/Not/i, '');
  if (/Not/i.test(name) && operatorNames.has(positive)) {
    return {
      message: `There is no "${name}". What differs is "Not" around "${positive}".`,
      fixes: [
        {
          title: `Put "${positive}" in "Not"`,
          preferred: true,
          edit: (editor) => {
            editor.setValue(rule, negated(rule, name, positive));
          },
        },
      ],
    };
  }
  const pattern = searches.find(([search]) => search.test(name))?.[1];
  if (pattern) {
    const text = value?.kind === 'string' ? value : undefined;
    return {
      message: `There is no "${name}". "StringMatches" looks for text, with "*" for whatever stands around it.`,
      fixes: text
        ? [
            {
              title: `Change to "StringMatches": ${JSON.stringify(pattern(text.value))}`,
              preferred: true,
              edit: (editor) => {
                editor.setString(key, 'StringMatches');
                editor.setString(text, pattern(text.value));
              },
            },
          ]
        : [],
    };
  }
  const near = nearest(name, operatorNames);
  return {
    message: `"${name}" is not an operator.${near.length > 0 ? ` Did you mean ${listed(near)}?` : ''}`,
    fixes: preferredIfOnly(near.map((candidate) => changeTo(key, candidate))),
  };
}

/** The rule with its comparison inside `Not`, and with what only the outermost rule may have outside. */
function negated(rule: ObjectNode, name: string, positive: string): Record<string, unknown> {
  const { Variable, [name]: operand, ...rest } = toValue(rule) as Record<string, unknown>;
  return { Not: { Variable, [positive]: operand }, ...rest };
}
