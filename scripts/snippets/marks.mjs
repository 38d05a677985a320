// What a source says beyond plain YAML: its tags, as values.

/** A tab stop whose value is a number. */
export class NumberStop {
  constructor(text) {
    this.text = text;
  }
}

/** A value written differently in each query language. */
export class Each {
  constructor(forms) {
    this.forms = forms;
  }
}

/** The state's last member, which is also the snippet's last stop. */
export const end = Symbol('end');

const random = { JSONPath: 'States.UUID()', JSONata: '$uuid()' };
// Some names have room for 32 characters: a whole UUID does not fit, its last part does.
const shortRandom = { JSONPath: `States.ArrayGetItem(States.StringSplit(States.UUID(), '-'), 4)`, JSONata: `$split($uuid(), '-')[4]` };

const withRandom = (prefix, { JSONPath, JSONata }) => new Each({ JSONPath: `States.Format('${prefix}-{}', ${JSONPath})`, JSONata: `'${prefix}-' & ${JSONata}` });

/** The tags of a source, with the retriers that `!retry` names. */
export const tags = (retriers = {}) => [
  { tag: '!number', resolve: (text) => new NumberStop(text) },
  { tag: '!each', collection: 'map', resolve: (map) => new Each(map.toJSON()) },
  { tag: '!unique', resolve: (prefix) => withRandom(prefix, random) },
  { tag: '!short', resolve: (prefix) => withRandom(prefix, shortRandom) },
  {
    tag: '!retry',
    resolve: (name, fail) => {
      const retrier = retriers[name];
      return retrier ? [retrier] : fail(`there is no retrier "${name}"`);
    },
  },
];
