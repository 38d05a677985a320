// Expands snippets/source into the snippet files of both languages, and into what the server offers. `npm run snippets`;
// snippets/source/README.md says how one is written.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const source = new URL('../snippets/source/', import.meta.url);
const queryLanguages = ['JSONPath', 'JSONata'];

/** A tab stop whose value is a number. */
class NumberStop {
  constructor(text) {
    this.text = text;
  }
}

/** A value written differently in each query language. */
class Each {
  constructor(forms) {
    this.forms = forms;
  }
}

/** The state's last member, which is also the snippet's last stop. */
const end = Symbol('end');

const customTags = [
  { tag: '!number', resolve: (text) => new NumberStop(text) },
  { tag: '!each', collection: 'map', resolve: (map) => new Each(map.toJSON()) },
];

const sources = readdirSync(source)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ prefix: name.replace('.yaml', ''), ...parse(readFileSync(new URL(name, source), 'utf8'), { customTags }) }));

/** Every snippet of one notation, as the text of its file. None has a prefix: VS Code would offer it anywhere, the server knows where. */
function file(print) {
  const snippets = {};
  for (const { prefix, description, ...snippet } of sources) {
    for (const language of queryLanguages) {
      const isDefault = language === 'JSONPath';
      snippets[isDefault ? prefix : `${prefix} (${language})`] = {
        ...(snippet.machine ? { isFileTemplate: true } : {}),
        description: isDefault ? description : `${description} In ${language}.`,
        body: snippet.machine
          ? print.machine(machine(snippet.machine, language))
          : print.state(snippet.state, state(snippet.body, language, true)),
      };
    }
  }
  return `${JSON.stringify(snippets, undefined, 2)}\n`;
}

/** What the server makes its own of, `server/src/spec/snippets.ts` says what it is. */
function data() {
  const snippets = sources.map(({ prefix, name, description, ...snippet }) => {
    const of = (print) => Object.fromEntries(queryLanguages.map((language) => [
      language,
      print.members(snippet.machine ? machine(snippet.machine, language) : state(snippet.body, language, false), ''),
    ]));
    const [, stateName] = /\$\{\d+:([^}]*)\}/.exec(snippet.machine?.StartAt ?? snippet.state);
    return { prefix, title: name, description, holds: snippet.machine ? 'machine' : 'state', stateName, members: { json: of(json), yaml: of(yaml('\t')) } };
  });
  return `${JSON.stringify(snippets, undefined, 2)}\n`;
}

function machine({ Comment, States, ...rest }, language) {
  const states = Object.entries(States).map(([name, body]) => [name, state(body, language, false)]);
  return { Comment, ...(language === 'JSONata' ? { QueryLanguage: language } : {}), ...rest, States: Object.fromEntries(states) };
}

/** The body of a state in one query language. A state that may land in a machine of the other one says which is its own. */
function state({ Type, ...body }, language, standsAlone) {
  const fields = { Type, ...(standsAlone && language === 'JSONata' ? { QueryLanguage: language } : {}) };
  for (const [key, value] of Object.entries(body)) {
    if (language === 'JSONPath') {
      fields[key] = evaluated(value, language);
    } else if (key === 'ResultPath') {
      fields.Output = `{% $merge([$states.input, {'${value.replace('$.', '')}': $states.result}]) %}`;
    } else {
      fields[key === 'Parameters' ? 'Arguments' : key] = evaluated(value, language);
    }
  }
  return { ...fields, [end]: true };
}

/** A value with each `!each` in it put in the form of one query language. */
function evaluated(value, language) {
  if (Array.isArray(value)) {
    return value.map((it) => evaluated(it, language));
  }
  if (value === null || typeof value !== 'object' || value instanceof NumberStop) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => {
      if (!(it instanceof Each)) {
        return [key, evaluated(it, language)];
      }
      return language === 'JSONPath' ? [`${key}.$`, it.forms.JSONPath] : [key, `{% ${it.forms.JSONata} %}`];
    }),
  );
}

const placeholder = /\$\{(\d+):([^}]*)\}|\$\{(\d+)\|([^|]*)\|\}|\$(\d+)/g;

/** Text with placeholders as a snippet's text; `write` spells what is text in the notation at hand. */
function snippetText(text, write = (it) => it) {
  let result = '';
  let last = 0;
  const literal = (it) => write(it).replace(/[\\$]/g, '\\$&');
  for (const match of text.matchAll(placeholder)) {
    const [whole, stop, standard, choice, options, mirror] = match;
    result += literal(text.slice(last, match.index));
    last = match.index + whole.length;
    if (stop) {
      result += `\${${stop}:${write(standard).replace(/[\\$}]/g, '\\$&')}}`;
    } else if (choice) {
      result += `\${${choice}|${write(options).replace(/[\\$}]/g, '\\$&')}|}`;
    } else {
      result += `$${mirror}`;
    }
  }
  return result + literal(text.slice(last));
}

/** The text with every placeholder replaced by its default. */
const withDefaults = (text) => text.replace(placeholder, (_, stop, standard, choice, options) => standard ?? options?.split(',')[0] ?? 'mirror');

const json = {
  machine: (body) => json.value(body, ''),
  state: (name, body) => [`${json.key(name)}: {`, ...json.members(body, '\t'), '}'],
  key: (name) => `"${snippetText(name, json.escape)}"`,
  escape: (text) => JSON.stringify(text).slice(1, -1),

  members(fields, indent) {
    const members = Object.entries(fields).map(([key, value]) => {
      const [first, ...rest] = json.value(value, indent);
      return [`${indent}${json.key(key)}: ${first}`, ...rest];
    });
    if (fields[end]) {
      members.push([`${indent}\${0:"End": true}`]);
    }
    return members.flatMap((lines, index) => (index < members.length - 1 ? [...lines.slice(0, -1), `${lines.at(-1)},`] : lines));
  },

  /** The lines of a value; the first stands after its key. */
  value(value, indent) {
    const deeper = `${indent}\t`;
    if (value instanceof NumberStop) {
      return [snippetText(value.text)];
    }
    if (typeof value === 'string') {
      return [json.key(value)];
    }
    if (Array.isArray(value)) {
      const items = value.map((it) => json.value(it, deeper));
      const lines = items.flatMap(([first, ...rest], index) => {
        const item = [`${deeper}${first}`, ...rest];
        return index < items.length - 1 ? [...item.slice(0, -1), `${item.at(-1)},`] : item;
      });
      return ['[', ...lines, `${indent}]`];
    }
    if (typeof value === 'object') {
      return ['{', ...json.members(value, deeper), `${indent}}`];
    }
    return [String(value)];
  },
};

/** @param unit what one level is indented by; what stands beside a dash is two columns further right whatever it is */
function yaml(unit) {
  const print = {
    machine: (body) => print.members(body, ''),
    state: (name, body) => [`${scalar(name)}:`, ...print.members(body, unit)],

    members(fields, indent) {
      const lines = Object.entries(fields).flatMap(([key, value]) => print.entry(`${indent}${scalar(key)}:`, value, indent));
      return fields[end] ? [...lines, `${indent}\${0:End: true}`] : lines;
    },

    entry(before, value, indent) {
      const deeper = `${indent}${unit}`;
      if (Array.isArray(value)) {
        return [before, ...value.flatMap((it) => print.item(it, deeper))];
      }
      if (typeof value === 'object' && !(value instanceof NumberStop)) {
        return [before, ...print.members(value, deeper)];
      }
      return [`${before} ${scalar(value)}`];
    },

    /** An item of a sequence: its first line stands after the dash, the others two columns further right. */
    item(value, indent) {
      if (typeof value !== 'object') {
        return [`${indent}- ${scalar(value)}`];
      }
      return print.members(value, `${indent}  `).map((line, index) => (index === 0 ? line.replace(`${indent}  `, `${indent}- `) : line));
    },
  };
  return print;
}

/** Plain where YAML reads it back as the same text, else in quotes. */
function scalar(value) {
  if (value instanceof NumberStop) {
    return snippetText(value.text);
  }
  if (typeof value !== 'string') {
    return String(value);
  }
  if (isPlain(withDefaults(value))) {
    return snippetText(value);
  }
  return value.includes(`'`) ? `"${snippetText(value, json.escape)}"` : `'${snippetText(value)}'`;
}

function isPlain(text) {
  try {
    return parse(`a: ${text}`).a === text;
  } catch {
    return false;
  }
}

/** The files to write, by path from the repository's root. */
export const snippets = {
  'snippets/asl-json.code-snippets': file(json),
  // With spaces: a tab would follow the editor's setting, and after `- ` only two columns are right.
  'snippets/asl-yaml.code-snippets': file(yaml('  ')),
  'server/src/spec/snippets.json': data(),
};

if (process.argv[1] === import.meta.filename) {
  for (const [path, text] of Object.entries(snippets)) {
    writeFileSync(new URL(`../${path}`, import.meta.url), text);
  }
}
