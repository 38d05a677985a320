// Expands snippets/source into the snippet files of both languages, into what the server offers, and into the page that lists it all; and
// templates/source into whole machines. `npm run snippets`; snippets/source/README.md says how one is written.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { itemForm, machineForm, queryLanguages, statesForm } from './snippets/forms.mjs';
import { tags } from './snippets/marks.mjs';
import { json, withDefaults, yaml } from './snippets/print.mjs';
import { useTag, withSnippets } from './snippets/use.mjs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const retriers = parse(read('snippets/source/retriers.yaml'), { customTags: tags() });
const readSource = (path) => parse(read(path), { customTags: [...tags(retriers), useTag] });

/** The groups, a folder each, in the order in which they are offered. */
const groups = { machine: 'State machine', states: 'States', handling: 'Retry, Catch, Choice and branches', sagemaker: 'SageMaker', services: 'AWS services', maps: 'Map and loops' };

const sources = Object.entries(groups).flatMap(([folder, group]) =>
  readdirSync(new URL(`snippets/source/${folder}`, root))
    .map((name) => name.replace('.yaml', ''))
    .sort()
    .map((prefix) => ({ prefix, group, ...readSource(`snippets/source/${folder}/${prefix}.yaml`) })),
);

const kinds = ['machine', 'states', 'retrier', 'catcher', 'choiceRule', 'branch'];
const kindOf = (source) => kinds.find((kind) => kind in source);

/** What a snippet holds in one query language. */
function form(source, language, standsAlone) {
  const kind = kindOf(source);
  if (kind === 'machine') {
    return machineForm(source.machine, language);
  }
  return kind === 'states' ? statesForm(source.states, language, standsAlone, true) : itemForm(kind, source[kind], language);
}

/** Every snippet of one notation, as the text of its file. None has a prefix: VS Code would offer it anywhere, the server knows where. */
function file(print) {
  const snippets = {};
  for (const source of sources) {
    const { prefix, description } = source;
    for (const language of languagesOf(source)) {
      const isDefault = language === 'JSONPath';
      const body = form(source, language, true);
      snippets[isDefault ? prefix : `${prefix} (${language})`] = {
        ...(source.machine ? { isFileTemplate: true } : {}),
        description: isDefault ? description : `${description} In ${language}.`,
        body: source.states ? print.members(body, '') : print.item(body),
      };
    }
  }
  return `${JSON.stringify(snippets, undefined, 2)}\n`;
}

/** The languages in which it differs. */
function languagesOf(source) {
  const [one, other] = queryLanguages.map((language) => JSON.stringify(json.members(form(source, language, true), '')));
  return one === other ? ['JSONPath'] : queryLanguages;
}

/** What the server makes its own of, `server/src/spec/snippets.ts` says what it is. */
function data() {
  const snippets = sources.map((source) => {
    const { prefix, group, name, description } = source;
    const kind = kindOf(source);
    const forms = Object.fromEntries(queryLanguages.map((language) => [language, form(source, language, false)]));
    const names = kind === 'states' ? Object.keys(source.states) : [];
    const spell = (of) => {
      const members = (print) => Object.fromEntries(queryLanguages.map((language) => [language, print.members(of(forms[language]), '')]));
      return { json: members(json), yaml: members(yaml('\t')) };
    };
    return {
      prefix,
      group,
      title: name,
      description,
      holds: kind === 'states' ? 'state' : kind,
      stateName: withDefaults(names[0] ?? source[kind].StartAt ?? ''),
      ...(kind === 'states' && { suffixes: suffixesIn(source.states) }),
      parts: names.length > 0 ? names.map((each) => ({ suffix: suffixOf(each), members: spell((of) => of[each]) })) : [{ suffix: '', members: spell((of) => of) }],
    };
  });
  return `${JSON.stringify(snippets, undefined, 1)}\n`;
}

/** What follows the first stop in the name of a state: every state of a snippet is called after its first one. */
function suffixOf(name) {
  const [, suffix] = /^(?:\$\{1:[^}]*\}|\$1)(.*)$/.exec(name) ?? [];
  if (suffix === undefined) {
    throw new Error(`"${name}" is not called after the first state of its snippet`);
  }
  return suffix;
}

function suffixesIn(states) {
  return Object.entries(states).flatMap(([name, body]) => [
    suffixOf(name),
    ...[...(body.Branches ?? []), ...(body.ItemProcessor ? [body.ItemProcessor] : [])].flatMap((scope) => suffixesIn(scope.States)),
  ]);
}

/** The whole pipelines, in the order in which they are listed. */
const templates = parse(read('templates/source/order.yaml')).flatMap(({ group, names }) => names.map((file) => ({ file, group, ...readSource(`templates/source/${file}.yaml`) })));

/** A template in each form, and the list of all. The forms are in one file, where they are packed best. */
function templateFiles() {
  // What is left of a snippet in it are the escapes.
  const plain = (lines) => lines.map((line) => line.replaceAll('\t', '  ').replace(/\\([\\$}])/g, '$1'));
  const write = (value) => `${JSON.stringify(value, undefined, 1)}\n`;
  const files = templates.map(({ file, machine }) => {
    const texts = queryLanguages.map((language) => {
      const whole = machineForm(withSnippets(machine, sources), language);
      return [language, { json: plain(json.object(whole)), yaml: plain(yaml('  ').object(whole)) }];
    });
    return [`templates/${file}.json`, write(Object.fromEntries(texts))];
  });
  const list = templates.map(({ file, group, icon, name, description }) => ({ file, group, icon, name, description }));
  return { ...Object.fromEntries(files), 'templates/list.json': write(list) };
}

/** The page that lists them. */
function page() {
  const lists = Object.values(groups).map((group) => {
    const rows = sources.filter((each) => each.group === group).map(({ prefix, name, description }) => `| \`${prefix}\` | ${name} | ${description} |`);
    return `## ${group}\n\n| prefix | what it is | what it does |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const pipelines = templates.map(({ name, description }) => `- **${name}**: ${description}`);
  return `${read('snippets/source/page.md')}\n${lists.join('\n')}\n${read('templates/source/page.md')}\n${pipelines.join('\n')}\n`;
}

/** The files to write, by path from the repository's root. */
export const snippets = {
  'snippets/asl-json.code-snippets': file({ members: json.members, item: json.object }),
  // With spaces: a tab would follow the editor's setting, and after `- ` only two columns are right.
  'snippets/asl-yaml.code-snippets': file({ members: yaml('  ').members, item: yaml('  ').object }),
  'server/src/spec/snippets.json': data(),
  'docs/snippets.md': page(),
  ...templateFiles(),
};

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(snippets)) {
    writeFileSync(new URL(path, root), text);
  }
}
