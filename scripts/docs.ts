// `npm run docs`: writes what is made from the rules' own documentation: docs/rules.md, and the rules' part of the manifest and of the
// schema for stepwise.config.json; docs/services.md from the models of services; and the schema of files with mocks from their grammar. The tests make all of it again and compare.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { levels, workflowChoices } from '../server/src/rules/config';
import { documented, exampleProblem, rulePage } from '../server/src/rules/page';
import type { Rule } from '../server/src/rules/rule';
import { rules } from '../server/src/rules';
import { services } from '../test/support/services';
import { mocksSchema } from './mocks-schema';
import { servicesPage } from './services-page';

const root = join(import.meta.dirname, '..');

/** Every file that is made here, by its path from the repository's root. */
export function generated(): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  Object.assign(manifest.contributes.configuration.properties, settings());
  return {
    'docs/rules.md': page(),
    'docs/services.md': servicesPage(),
    'package.json': asJson(manifest),
    'client/schemas/config.schema.json': asJson(configSchema()),
    'client/schemas/mocks.schema.json': asJson(mocksSchema()),
  };
}

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, object> } };
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function page(): string {
  const rows = documented.map((rule) => `| [${rule.code}](#${rule.code}) | ${rule.severity} | ${awsCode(rule)} | ${rule.docs.what.replaceAll('|', '\\|')} |`);
  const sections = documented.map((rule) => `## ${rule.code}\n\n*${rule.severity}*\n\n${rulePage(rule, services, '###')}`);
  return `<!-- Made by npm run docs from server/src/rules. -->

# Rules

**error**: Step Functions refuses the definition, or the run is bound to fail. **warning**: it can be deployed, but is surely not meant.
**info**: it works, and could be better. **hint**: shown faded in the editor, nowhere else.

The third column is the code with which Step Functions itself refuses the bad example, where it does.

Each severity can be changed, and each rule but \`invalid-syntax\` turned off: [configuration](check.md#configuration).

| rule | severity | AWS | what holds |
| --- | --- | --- | --- |
${rows.join('\n')}

${sections.join('\n\n')}
`;
}

function awsCode(rule: Rule): string {
  const code = exampleProblem(rule, services)?.aws?.code;
  return code === undefined ? '' : `\`${code}\``;
}

/** The settings that name rules. */
function settings(): Record<string, object> {
  return {
    'stepwise.rules': {
      scope: 'resource',
      default: {},
      markdownDescription:
        'How severe each rule is, by its code, or `off`. A rule that is not named keeps its own severity. A `stepwise.config.json` in the folder of the file or above takes the place of this setting.',
      ...levelsSchema(level, ({ what, why }) => `${what}\n\n${why}`),
    },
    'stepwise.workflowType': {
      scope: 'resource',
      default: 'auto',
      markdownDescription:
        'The type of workflow that definitions are deployed as. Some rules go by it, as Express workflows can do less. With `auto` it is what the template around a definition says, if anything. **Stepwise: Choose Workflow Type** sets it for one file.',
      enum: workflowChoices,
    },
    'stepwise.ruleOverrides': {
      scope: 'resource',
      default: [],
      markdownDescription:
        'Other severities, or another `workflowType`, for some files. Later entries win. A glob with a slash is about the path in the workspace folder, one without about the name of the file: `[{ "files": "drafts/**", "rules": { "unreachable-state": "off" } }]`',
      ...overridesSchema(level),
    },
  };
}

function configSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Stepwise',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: { description: 'How severe each rule is, by its code, or "off".', ...levelsSchema(levelByName, ({ what }) => what) },
      workflowType: { description: 'The type of workflow that the definitions are deployed as.', enum: workflowChoices },
      overrides: { description: 'Other severities, or another workflow type, for some files. Later entries win.', ...overridesSchema(levelByName) },
    },
    definitions: { level },
  };
}

/** The editor offers the levels in their own order rather than that of the alphabet. */
const level = { enum: levels, enumSortTexts: levels.map((_, index) => String(index)) };

/** For a schema that has it as a definition; settings can't name any. */
const levelByName = { $ref: '#/definitions/level' };

function levelsSchema(each: object, told: (docs: Rule['docs']) => string): object {
  const properties = rules.map(({ code, severity, docs }) => [code, { ...each, default: severity, markdownDescription: told(docs) }]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

function overridesSchema(each: object): object {
  const glob = { type: 'string', minLength: 1 };
  return {
    type: 'array',
    items: {
      type: 'object',
      required: ['files'],
      additionalProperties: false,
      properties: {
        files: { description: 'A glob or several.', anyOf: [glob, { type: 'array', items: glob, minItems: 1 }] },
        // Completed and checked like the rules above; what each is about is said there.
        rules: { type: 'object', propertyNames: { enum: rules.map(({ code }) => code) }, additionalProperties: each },
        workflowType: { enum: workflowChoices },
      },
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(generated())) {
    writeFileSync(join(root, path), text);
  }
}
