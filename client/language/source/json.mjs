// Amazon States Language in JSON.
// Three contexts: ASL's own objects, the object under `States` (its keys name states), and payloads (their keys are the author's).
// A member ends at a comma, a closing bracket, or where the next key begins, so a forgotten comma costs nothing.
// Strings are matched line by line with their expressions captured inside: a quote that is not there yet cannot color the next line.

import { containers, dynamicScope, enumerations, fieldScope, oneOf, paths, payloads, references, scalars, types } from './fields.mjs';

const r = String.raw;
const expressions = (part) => ({ include: `source.asl.expressions#${part}` });

const text = r`(?>[^"\\]+|\\.)*`;
const memberEnd = r`(?=[,}\]]|"${text}"\s*:)`;

const quotes = (scope) => ({
  begin: { name: `punctuation.definition.${scope}.begin.asl` },
  end: { name: `punctuation.definition.${scope}.end.asl` },
});

/** A member whose key is one of `names`, and what its value is made of. */
const field = (names, ...value) => ({
  begin: r`((")${oneOf(names)}("))\s*(:)`,
  beginCaptures: {
    1: { name: `string.quoted.double.asl ${fieldScope}` },
    2: quotes('field').begin,
    3: quotes('field').end,
    4: { name: 'punctuation.separator.dictionary.key-value.asl' },
  },
  end: memberEnd,
  patterns: value,
});

/** A whole string on one line whose text is `content`, colored by `patterns`; an unclosed one ends with its line. */
const whole = (content, scope, ...patterns) => ({
  match: r`(")(${content})(?:(")|$)`,
  name: 'string.quoted.double.asl',
  captures: {
    1: quotes('string').begin,
    2: { ...(scope ? { name: scope } : {}), patterns: [...patterns, { include: '#escapes' }] },
    3: quotes('string').end,
  },
});

const object = (...members) => ({
  begin: r`\{`,
  end: r`\}`,
  beginCaptures: { 0: { name: 'punctuation.definition.dictionary.begin.asl' } },
  endCaptures: { 0: { name: 'punctuation.definition.dictionary.end.asl' } },
  patterns: [{ include: '#comments' }, ...members, { name: 'punctuation.separator.dictionary.pair.asl', match: ',' }],
});

const array = (...elements) => ({
  begin: r`\[`,
  end: r`\]`,
  beginCaptures: { 0: { name: 'punctuation.definition.array.begin.asl' } },
  endCaptures: { 0: { name: 'punctuation.definition.array.end.asl' } },
  patterns: [...elements, { name: 'punctuation.separator.array.asl', match: ',' }],
});

// The keys of the author, under the name that themes know from JSON.
const propertyScope = 'string.quoted.double.asl support.type.property-name.json.asl';

const value = [{ include: '#scalar' }];

export default {
  name: 'Amazon States Language',
  scopeName: 'source.asl',
  patterns: [{ include: '#own' }],
  repository: {
    own: { patterns: [{ include: '#ownObject' }, { include: '#ownArray' }, ...value] },
    ownArray: array({ include: '#own' }),
    ownObject: object(
      field(['States'], { include: '#states' }, ...value),
      field(references, whole(text, 'entity.name.function.reference.asl', expressions('substitution')), ...value),
      field(['Type'], whole(oneOf(types), 'constant.language.state-type.asl support.type.state-type.asl'), ...value),
      field(enumerations, { include: '#embedded' }, whole(r`[\w.]+`, 'constant.language.asl'), ...value),
      field(['Resource'], ...value),
      field(['Comment'], whole(text, 'comment.block.documentation.asl'), ...value),
      field(['ErrorEquals'], array(whole(text, 'support.class.error.asl', expressions('substitution')), ...value), ...value),
      field(paths, { include: '#dynamic' }, ...value),
      field(payloads, { include: '#payload' }),
      field(containers, { include: '#own' }),
      field(scalars, { include: '#payload' }),
      { include: '#userMember' },
      ...value,
    ),
    states: object({ include: '#state' }, ...value),
    state: {
      begin: r`((")${text}("))\s*(:)`,
      beginCaptures: {
        1: { name: 'string.quoted.double.asl entity.name.function.state.asl' },
        2: quotes('state').begin,
        3: quotes('state').end,
        4: { name: 'punctuation.separator.dictionary.key-value.asl' },
      },
      end: memberEnd,
      patterns: [{ include: '#own' }],
    },
    payload: { patterns: [{ include: '#payloadObject' }, { include: '#payloadArray' }, ...value] },
    payloadArray: array({ include: '#payload' }),
    payloadObject: object({ include: '#dynamicMember' }, { include: '#userMember' }, ...value),
    userMember: {
      begin: r`((")${text}("))\s*(:)`,
      beginCaptures: {
        1: { name: propertyScope },
        2: quotes('property').begin,
        3: quotes('property').end,
        4: { name: 'punctuation.separator.dictionary.key-value.asl' },
      },
      end: memberEnd,
      patterns: [{ include: '#payload' }],
    },
    dynamicMember: {
      comment: 'A key that ends in `.$` has a path or an intrinsic function as its value.',
      begin: r`((")(?:[^"\\]|\\.)*?(\.\$)("))\s*(:)`,
      beginCaptures: {
        1: { name: propertyScope },
        2: quotes('property').begin,
        3: { name: dynamicScope },
        4: quotes('property').end,
        5: { name: 'punctuation.separator.dictionary.key-value.asl' },
      },
      end: memberEnd,
      patterns: [{ include: '#dynamic' }, ...value],
    },
    dynamic: {
      patterns: [
        whole(r`States\.${text}`, 'meta.embedded.inline.intrinsic.asl', expressions('intrinsic')),
        whole(r`\$(?!\{)${text}`, 'meta.embedded.inline.path.asl', expressions('path')),
      ],
    },
    scalar: {
      patterns: [
        { include: '#comments' },
        { name: 'constant.language.asl', match: r`\b(?:true|false|null)\b` },
        { name: 'constant.numeric.asl', match: r`-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b` },
        { include: '#embedded' },
        whole(text, '', expressions('arn'), expressions('substitution')),
        // Outside of strings too: a template may fill in a number. (It is also this line that makes the loader fetch the other
        // grammar: it does not look for includes inside captures.)
        expressions('substitution'),
      ],
    },
    embedded: {
      comment: 'JSONata; what follows its end is plain text, as it is for the service.',
      match: r`(")(\{%)((?>[^"\\%]+|\\.|%(?!\}))*)(%\})?(${text})(?:(")|$)`,
      name: 'string.quoted.double.asl',
      captures: {
        1: quotes('string').begin,
        2: { name: 'punctuation.section.embedded.begin.asl' },
        3: {
          name: 'meta.embedded.inline.jsonata',
          patterns: [{ name: 'constant.character.escape.asl', match: r`\\[nrt]` }, expressions('jsonata')],
        },
        4: { name: 'punctuation.section.embedded.end.asl' },
        6: quotes('string').end,
      },
    },
    escapes: {
      patterns: [
        { name: 'constant.character.escape.asl', match: r`\\(?:["\\/bfnrt]|u\h{4})` },
        { name: 'invalid.illegal.unrecognized-string-escape.asl', match: r`\\.` },
      ],
    },
    comments: {
      comment: 'The service refuses comments; they are colored so that one sees what they are.',
      patterns: [
        { name: 'comment.line.double-slash.asl', match: '//.*$' },
        { name: 'comment.block.asl', begin: r`/\*`, end: r`\*/` },
      ],
    },
  },
};
