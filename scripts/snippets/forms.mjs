// A state of a source is written in JSONPath. Here it is said in each query language: exactly what the sources use, and an error for the rest.
import { Each, NumberStop, end } from './marks.mjs';

export const queryLanguages = ['JSONPath', 'JSONata'];

/** A machine in one query language. */
export function machineForm({ Comment, States, ...rest }, language) {
  return { ...(Comment && { Comment }), ...(language === 'JSONata' && { QueryLanguage: language }), ...rest, States: statesForm(States, language, false, true) };
}

/** States in one query language. Those that may land in a machine of the other one say which is their own. */
export function statesForm(states, language, standAlone, leadOn = false) {
  return Object.fromEntries(Object.entries(states).map(([name, body]) => [name, stateForm(body, language, standAlone, leadOn)]));
}

/** A part of a state that an item of a list is: a retrier, a catcher, a rule, a branch. */
export function itemForm(kind, item, language) {
  return { retrier: (it) => it, catcher: catcherForm, choiceRule: ruleForm, branch: scopeForm }[kind](item, language);
}

const renamed = {
  ItemsPath: 'Items',
  SecondsPath: 'Seconds',
  TimestampPath: 'Timestamp',
  TimeoutSecondsPath: 'TimeoutSeconds',
  MaxConcurrencyPath: 'MaxConcurrency',
  ErrorPath: 'Error',
  CausePath: 'Cause',
};

function stateForm({ Type, ...body }, language, standAlone, leadOn) {
  const fields = { Type, ...(standAlone && language === 'JSONata' ? { QueryLanguage: language } : {}) };
  for (const [key, value] of Object.entries(body)) {
    Object.assign(fields, field(Type, key, value, body, language, standAlone));
  }
  const isWayOut = leadOn && !['Choice', 'Succeed', 'Fail'].includes(Type) && !('Next' in body) && !('End' in body);
  return isWayOut ? { ...fields, [end]: true } : fields;
}

function field(type, key, value, body, language, standAlone) {
  switch (key) {
    case 'Choices':
      return { [key]: value.map((each) => ruleForm(each, language)) };
    case 'Catch':
      return { [key]: value.map((each) => catcherForm(each, language)) };
    case 'Branches':
      return { [key]: value.map((each) => scopeForm(each, language, standAlone)) };
    case 'ItemProcessor':
      return { [key]: scopeForm(value, language, standAlone) };
  }
  if (language === 'JSONPath') {
    return { [key]: payload(value, language) };
  }
  switch (key) {
    case 'ItemReader':
    case 'ResultWriter': {
      const { Parameters, ...rest } = value;
      return { [key]: { ...rest, Arguments: payload(Parameters, language, '$states.input') } };
    }
    case 'Result':
    case 'Parameters':
    case 'ResultSelector': {
      const isResult = key === 'ResultSelector';
      const of = isResult ? '$states.result' : '$states.input';
      if (!isResult && type !== 'Pass') {
        return { Arguments: payload(value, language, of) };
      }
      return 'ResultPath' in body ? {} : { Output: payload(value, language, of) };
    }
    case 'ResultPath':
      return { Output: `{% ${value === null ? '$states.input' : added(value, addedBy(type, body))} %}` };
    case 'Assign':
      return { Assign: payload(value, language, ['Task', 'Map', 'Parallel'].includes(type) ? '$states.result' : '$states.input') };
  }
  const name = renamed[key];
  return name ? { [name]: `{% ${path(value, '$states.input')} %}` } : { [key]: payload(value, language, '$states.input') };
}

/** What a state adds to its input, as JSONata. */
function addedBy(type, { Parameters, Result, ResultSelector }) {
  if (ResultSelector !== undefined) {
    return literal(ResultSelector, '$states.result');
  }
  return type === 'Pass' ? literal(Result ?? Parameters, '$states.input') : '$states.result';
}

function added(resultPath, what) {
  if (!/^\$\.[^.[]+$/.test(resultPath)) {
    throw new Error(`${resultPath}: only a field of the input itself has a form in JSONata`);
  }
  return `$merge([$states.input, {'${resultPath.slice(2)}': ${what}}])`;
}

function scopeForm({ States, ...rest }, language, standAlone = false) {
  return { ...rest, States: statesForm(States, language, standAlone) };
}

function catcherForm(catcher, language) {
  if (language === 'JSONPath') {
    return payload(catcher, language);
  }
  const { ErrorEquals, ResultPath, Assign, Next } = catcher;
  return {
    ErrorEquals,
    ...(ResultPath && { Output: `{% ${added(ResultPath, '$states.errorOutput')} %}` }),
    ...(Assign && { Assign: payload(Assign, language, '$states.errorOutput') }),
    Next,
  };
}

/** A rule may bring its JSONata with it, as `Condition`, where its JSONPath has no simple form. */
function ruleForm({ Condition, Next, Assign, ...test }, language) {
  const rest = { ...(Assign && { Assign: payload(Assign, language, '$states.input') }), Next };
  return language === 'JSONPath' ? { ...test, ...rest } : { Condition: `{% ${Condition ?? condition(test)} %}`, ...rest };
}

const signs = { Equals: '=', LessThan: '<', LessThanEquals: '<=', GreaterThan: '>', GreaterThanEquals: '>=' };

function condition({ Variable, And, Or, Not, ...operation }) {
  if (And ?? Or) {
    const parts = (And ?? Or).map((each) => (each.Or ? `(${condition(each)})` : condition(each)));
    return parts.join(And ? ' and ' : ' or ');
  }
  if (Not) {
    return `$not(${condition(Not)})`;
  }
  const left = path(Variable, '$states.input');
  const [[operator, value]] = Object.entries(operation);
  if (operator === 'IsPresent') {
    return value ? `$exists(${left})` : `$not($exists(${left}))`;
  }
  const [, kind, comparison, isPath] = /^(String|Numeric|Boolean|Timestamp)(.+?)(Path)?$/.exec(operator) ?? [];
  const sign = signs[comparison];
  if (!sign) {
    throw new Error(`${operator} has no form in JSONata here: write a Condition beside it`);
  }
  const right = isPath ? path(value, '$states.input') : literal(value, '');
  return kind === 'Timestamp' ? `$toMillis(${left}) ${sign} $toMillis(${right})` : `${left} ${sign} ${right}`;
}

/** A value with what is evaluated in it put in the form of one query language. */
function payload(value, language, of) {
  if (Array.isArray(value)) {
    return value.map((it) => payload(it, language, of));
  }
  if (value === null || typeof value !== 'object' || value instanceof NumberStop) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => {
      if (it instanceof Each) {
        return language === 'JSONPath' ? [`${key}.$`, it.forms.JSONPath] : [key, `{% ${it.forms.JSONata} %}`];
      }
      return language === 'JSONata' && key.endsWith('.$') ? [key.slice(0, -2), `{% ${path(it, of)} %}`] : [key, payload(it, language, of)];
    }),
  );
}

/** A value as JSONata writes it. */
function literal(value, of) {
  if (value instanceof NumberStop) {
    return value.text;
  }
  if (typeof value === 'string') {
    return `'${value.replaceAll("'", "\\'")}'`;
  }
  if (Array.isArray(value)) {
    return `[${value.map((it) => literal(it, of)).join(', ')}]`;
  }
  if (value === null || typeof value !== 'object') {
    return String(value);
  }
  const members = Object.entries(value).map(([key, it]) => {
    const isEvaluated = key.endsWith('.$');
    return `'${isEvaluated ? key.slice(0, -2) : key}': ${it instanceof Each ? it.forms.JSONata : isEvaluated ? path(it, of) : literal(it, of)}`;
  });
  return `{${members.join(', ')}}`;
}

// A dollar sign before a number is a variable that is called as a stop says.
const plainPath = /^\$(\$(?!\d)|\$\d+|[A-Za-z]\w*)?((\.[\w]+|\.\$\{\d+:[\w.]+\}|\.\$\d+|\[\d+\])*)$/;

/** A path, or a call of States.Format, as JSONata, with what `$` stands for. */
function path(text, of) {
  const [, root, steps] = plainPath.exec(text) ?? [];
  if (steps !== undefined) {
    return `${root === '$' ? '$states.context' : root ? `$${root}` : of}${steps}`;
  }
  const [, format, given] = /^States\.Format\('([^'\\]*)', ([^']*)\)$/.exec(text) ?? [];
  if (format === undefined) {
    throw new Error(`${text} has no form in JSONata here: use !each`);
  }
  const values = given.split(', ').map((each) => (each === 'States.UUID()' ? '$uuid()' : path(each, of)));
  const parts = format.split('{}').flatMap((part, index) => [...(index > 0 ? [values[index - 1]] : []), ...(part ? [`'${part}'`] : [])]);
  return parts.length === 1 ? `$string(${parts[0]})` : parts.join(' & ');
}
