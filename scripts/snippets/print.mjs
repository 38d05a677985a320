// Spells an object with placeholders in it as the lines of a snippet, in JSON and in YAML.
import { parse } from 'yaml';
import { NumberStop, end } from './marks.mjs';

/** A tab stop, a choice, or a stop that comes again. */
export const placeholder = /\$\{(\d+):([^}]*)\}|\$\{(\d+)\|([^|]*)\|\}|\$(\d+)/g;

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
export const withDefaults = (text) => text.replace(placeholder, (_, stop, standard, choice, options) => standard ?? options?.split(',')[0] ?? 'mirror');

/** Lines of JSON. A tab at the start of a line is one level. */
export const json = {
  object: (body) => json.value(body, ''),
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
    if (value !== null && typeof value === 'object' && Object.keys(value).length === 0 && !value[end]) {
      return [Array.isArray(value) ? '[]' : '{}'];
    }
    if (Array.isArray(value)) {
      const items = value.map((it) => json.value(it, deeper));
      const lines = items.flatMap(([first, ...rest], index) => {
        const item = [`${deeper}${first}`, ...rest];
        return index < items.length - 1 ? [...item.slice(0, -1), `${item.at(-1)},`] : item;
      });
      return ['[', ...lines, `${indent}]`];
    }
    if (value !== null && typeof value === 'object') {
      return ['{', ...json.members(value, deeper), `${indent}}`];
    }
    return [String(value)];
  },
};

/**
 * Lines of YAML.
 *
 * @param unit what one level is indented by; what stands beside a dash is two columns further right whatever it is
 */
export function yaml(unit) {
  const print = {
    object: (body) => print.members(body, ''),

    members(fields, indent) {
      const lines = Object.entries(fields).flatMap(([key, value]) => print.entry(`${indent}${scalar(key)}:`, value, indent));
      return fields[end] ? [...lines, `${indent}\${0:End: true}`] : lines;
    },

    entry(before, value, indent) {
      const deeper = `${indent}${unit}`;
      if (value !== null && typeof value === 'object' && Object.keys(value).length === 0 && !value[end]) {
        return [`${before} ${Array.isArray(value) ? '[]' : '{}'}`];
      }
      if (Array.isArray(value)) {
        return [before, ...value.flatMap((it) => print.item(it, deeper))];
      }
      if (value !== null && typeof value === 'object' && !(value instanceof NumberStop)) {
        return [before, ...print.members(value, deeper)];
      }
      return [`${before} ${scalar(value)}`];
    },

    /** An item of a sequence: its first line stands after the dash, the others two columns further right. */
    item(value, indent) {
      if (typeof value !== 'object' || value instanceof NumberStop) {
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
