// The states of a snippet inside a template: `!use` names the snippet, fills its stops and says where it leads.
import { Each, NumberStop } from './marks.mjs';
import { placeholder } from './print.mjs';

/** What stands in place of a state in a template, until the snippets are at hand. */
export class Use {
  constructor({ snippet, stops = {}, done, failed, ...fields }) {
    Object.assign(this, { snippet, stops, done, failed, fields });
  }
}

export const useTag = { tag: '!use', collection: 'map', resolve: (map) => new Use(map.toJSON()) };

/** A machine with the states of the snippets that it uses, under its own names. */
export function withSnippets({ States, ...rest }, sources) {
  return { ...rest, States: Object.fromEntries(Object.entries(States).flatMap(([name, state]) => statesOf(name, state, sources))) };
}

function statesOf(name, state, sources) {
  if (!(state instanceof Use)) {
    const { Branches, ItemProcessor } = state;
    const inner = {
      ...(Branches && { Branches: Branches.map((each) => withSnippets(each, sources)) }),
      ...(ItemProcessor && { ItemProcessor: withSnippets(ItemProcessor, sources) }),
    };
    return [[name, { ...state, ...inner }]];
  }
  const { snippet, stops, done, failed, fields } = state;
  const { states } = sources.find(({ prefix }) => prefix === snippet);
  const values = new Map(Object.entries({ ...defaultsIn(states), ...stops, 1: name }));
  const filled = Object.entries(fill(states, values));
  // Where the template says what comes after, the states that only end the snippet are not needed.
  const replaced = new Map([...(done ? [[`${name} (done)`, done]] : []), ...(failed ? [[`${name} (failed)`, failed]] : [])]);
  return filled
    .filter(([each]) => !replaced.has(each))
    .map(([each, body], index) => {
      const isWayOut = done && !('Next' in body) && ['Task', 'Pass'].includes(body.Type);
      const caught = fields.Catch && body.Type === 'Task' ? { Catch: fields.Catch } : {};
      return [each, { ...redirected(body, replaced), ...(index === 0 ? fields : caught), ...(isWayOut && { Next: done }) }];
    });
}

function redirected(value, replaced) {
  return map(value, (text) => replaced.get(text) ?? text);
}

function fill(value, values) {
  const text = (it) => it.replace(placeholder, (_, stop, _standard, choice, _options, mirror) => values.get(stop ?? choice ?? mirror));
  return map(value, text);
}

function map(value, text) {
  if (value instanceof NumberStop) {
    return Number(text(value.text));
  }
  if (value instanceof Each) {
    return new Each(Object.fromEntries(Object.entries(value.forms).map(([language, it]) => [language, text(it)])));
  }
  if (typeof value === 'string') {
    return text(value);
  }
  if (Array.isArray(value)) {
    return value.map((it) => map(it, text));
  }
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, it]) => [text(key), map(it, text)])) : value;
}

function defaultsIn(states) {
  const defaults = {};
  map(states, (it) => {
    for (const [, stop, standard, choice, options] of it.matchAll(placeholder)) {
      if (stop ?? choice) {
        defaults[stop ?? choice] = standard ?? options.split(',')[0];
      }
    }
    return it;
  });
  return defaults;
}
