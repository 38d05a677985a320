// JSONata, JSONPath and intrinsic functions: what both notations embed.
// Everything is flat (no nested brackets), so that a half-typed expression cannot derail what follows it.

const r = String.raw;

const jsonataFunctions = [
  'sum', 'max', 'min', 'average', 'string', 'length', 'substring', 'substringBefore', 'substringAfter', 'lowercase', 'uppercase', 'trim',
  'pad', 'match', 'contains', 'replace', 'split', 'join', 'formatNumber', 'formatBase', 'formatInteger', 'parseInteger', 'number', 'floor',
  'ceil', 'round', 'abs', 'sqrt', 'power', 'random', 'boolean', 'not', 'map', 'zip', 'filter', 'single', 'reduce', 'sift', 'keys', 'lookup',
  'append', 'exists', 'spread', 'merge', 'reverse', 'each', 'error', 'assert', 'type', 'sort', 'shuffle', 'distinct', 'base64encode',
  'base64decode', 'encodeUrlComponent', 'encodeUrl', 'decodeUrlComponent', 'decodeUrl', 'eval', 'toMillis', 'fromMillis', 'clone', 'now',
  'millis', 'partition', 'range', 'hash', 'uuid', 'parse',
].join('|');

const intrinsicFunctions = [
  'Array', 'ArrayPartition', 'ArrayContains', 'ArrayRange', 'ArrayGetItem', 'ArrayLength', 'ArrayUnique', 'Base64Encode', 'Base64Decode',
  'Hash', 'JsonMerge', 'StringToJson', 'JsonToString', 'MathRandom', 'MathAdd', 'StringSplit', 'UUID', 'Format',
].join('|');

/** A JSONata string between two delimiters, with the escapes it may hold. */
const jsonataString = (delimiter, kind) => ({
  name: `string.quoted.${kind}.jsonata`,
  begin: delimiter,
  end: delimiter,
  beginCaptures: { 0: { name: 'punctuation.definition.string.begin.jsonata' } },
  endCaptures: { 0: { name: 'punctuation.definition.string.end.jsonata' } },
  // In JSON the backslash of an escape is itself escaped.
  patterns: [{ name: 'constant.character.escape.jsonata', match: r`\\\\\\"|\\\\u\h{4}|\\\\.|\\u\h{4}|\\[^"]` }, { include: '#substitution' }],
});

export default {
  name: 'Amazon States Language: expressions',
  scopeName: 'source.asl.expressions',
  patterns: [{ include: '#jsonata' }],
  repository: {
    jsonata: {
      patterns: [
        { name: 'comment.block.jsonata', begin: r`/\*`, end: r`\*/` },
        { include: '#substitution' },
        jsonataString(r`\\"`, 'double'),
        jsonataString('"', 'double'),
        jsonataString(`'`, 'single'),
        {
          name: 'string.regexp.jsonata',
          match: r`(?<=[(,=~>\[:?])\s*/(?![*\s/])(?:[^/\\]|\\.)+/[im]*`,
        },
        { name: 'variable.other.property.quoted.jsonata', match: '`[^`]*`?' },
        { name: 'storage.type.function.jsonata', match: r`\bfunction\b(?=\s*\()|λ` },
        {
          match: r`(\$states)\b(?:(\.)(input|result|errorOutput|context)\b)?`,
          captures: {
            1: { name: 'variable.language.states.jsonata' },
            2: { name: 'punctuation.accessor.jsonata' },
            3: { name: 'support.variable.property.jsonata' },
          },
        },
        { name: 'support.function.jsonata', match: r`\$(?:${jsonataFunctions})\b(?=\s*\()` },
        { name: 'entity.name.function.jsonata', match: r`\$[\p{L}_][\p{L}\p{N}_]*(?=\s*\()` },
        // A built-in handed on as a value, as in `$map(items, $string)`.
        { name: 'variable.other.readwrite.jsonata', match: r`\$[\p{L}_][\p{L}\p{N}_]*` },
        { name: 'variable.language.jsonata', match: r`\$\$?` },
        { name: 'constant.numeric.jsonata', match: r`(?<![\p{L}\p{N}_])\d+(?:\.\d+)?(?:[eE][+-]?\d+)?` },
        { name: 'constant.language.jsonata', match: r`(?<![.\p{L}\p{N}_])(?:true|false|null)(?![\p{L}\p{N}_])` },
        { name: 'keyword.operator.expression.jsonata', match: r`(?<![.\p{L}\p{N}_])(?:and|or|in)(?![\p{L}\p{N}_])` },
        { name: 'variable.other.property.jsonata', match: r`[\p{L}_][\p{L}\p{N}_]*` },
        { name: 'keyword.operator.assignment.jsonata', match: ':=' },
        { name: 'keyword.operator.chain.jsonata', match: '~>' },
        { name: 'keyword.operator.range.jsonata', match: r`\.\.` },
        { name: 'keyword.operator.comparison.jsonata', match: '!=|<=|>=|[=<>]' },
        { name: 'keyword.operator.ternary.jsonata', match: r`\?\?|\?:|\?` },
        { name: 'keyword.operator.arithmetic.jsonata', match: r`\*\*|[-+*/%&^@#|]` },
        { name: 'punctuation.accessor.jsonata', match: r`\.` },
        { name: 'punctuation.separator.jsonata', match: '[,;:]' },
        { name: 'punctuation.section.brackets.jsonata', match: r`[()\[\]{}]` },
      ],
    },
    // Inside a YAML scalar in single quotes every quote of the expression is doubled.
    jsonataInSingleQuotes: {
      patterns: [
        {
          name: 'string.quoted.single.jsonata',
          begin: `''`,
          end: `''`,
          beginCaptures: { 0: { name: 'punctuation.definition.string.begin.jsonata' } },
          endCaptures: { 0: { name: 'punctuation.definition.string.end.jsonata' } },
          patterns: [{ name: 'constant.character.escape.jsonata', match: r`\\(?:u\h{4}|.)` }],
        },
        { include: '#jsonata' },
      ],
    },
    intrinsic: {
      patterns: [
        { include: '#substitution' },
        {
          match: r`\b(?:(States\.(?:${intrinsicFunctions}))|(States\.\w*))\b(?=\s*\()`,
          captures: { 1: { name: 'support.function.intrinsic.asl' }, 2: { name: 'entity.name.function.intrinsic.asl' } },
        },
        {
          name: 'string.quoted.single.asl',
          begin: `'`,
          end: `'`,
          beginCaptures: { 0: { name: 'punctuation.definition.string.begin.asl' } },
          endCaptures: { 0: { name: 'punctuation.definition.string.end.asl' } },
          patterns: [
            { name: 'constant.character.escape.asl', match: r`\\\\(?:\\\\|['{}])|\\(?:u\h{4}|.)` },
            { name: 'constant.other.placeholder.asl', match: r`\{\}` },
            { include: '#substitution' },
          ],
        },
        { include: '#path' },
      ],
    },
    path: {
      patterns: [
        { include: '#substitution' },
        {
          name: 'string.quoted.single.asl',
          begin: `'`,
          end: `'`,
          patterns: [{ name: 'constant.character.escape.asl', match: r`\\.` }],
        },
        {
          match: r`(\$\$)(?:(\.)(Execution|StateMachine|State|Task|Map)\b)?`,
          captures: {
            1: { name: 'variable.language.context.asl' },
            2: { name: 'punctuation.accessor.asl' },
            3: { name: 'support.variable.property.asl' },
          },
        },
        { name: 'variable.other.readwrite.asl', match: r`\$[\p{L}_][\p{L}\p{N}_]*` },
        { name: 'variable.language.asl', match: r`\$|@` },
        { name: 'constant.numeric.asl', match: r`(?<![\p{L}\p{N}_])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?` },
        { name: 'constant.language.asl', match: r`(?<![.\p{L}\p{N}_])(?:true|false|null)(?![\p{L}\p{N}_])` },
        { name: 'support.function.path.asl', match: r`(?<=\.)(?:length|min|max|avg|sum|stddev|keys|size)(?=\(\))` },
        { name: 'variable.other.property.asl', match: r`[\p{L}_][\p{L}\p{N}_-]*` },
        { name: 'keyword.operator.wildcard.asl', match: r`\.\.|\*` },
        { name: 'keyword.operator.filter.asl', match: r`[=!<>]=?|=~|&&|\|\||[?!:]` },
        { name: 'punctuation.accessor.asl', match: r`\.` },
        { name: 'punctuation.separator.asl', match: ',' },
        { name: 'punctuation.section.brackets.asl', match: r`[()\[\]]` },
      ],
    },
    // What a deployment fills in: `${Token}`.
    substitution: {
      match: r`(\$\{)([^}"']*)(\}?)`,
      name: 'meta.template.expression.asl',
      captures: {
        1: { name: 'punctuation.definition.template-expression.begin.asl' },
        2: { name: 'variable.parameter.substitution.asl' },
        3: { name: 'punctuation.definition.template-expression.end.asl' },
      },
    },
    arn: {
      patterns: [
        {
          comment: 'A service integration: service, action and pattern.',
          match: r`\b(arn:(?:aws[\w-]*|\$\{[^}"]*\}):states:::)(aws-sdk:)?([\w-]+)(:)([\w]+)(\.sync(?::2)?|\.waitForTaskToken)?`,
          captures: {
            1: { name: 'meta.arn.asl', patterns: [{ include: '#substitution' }] },
            2: { name: 'support.class.service.asl' },
            3: { name: 'support.class.service.asl' },
            4: { name: 'meta.arn.asl' },
            5: { name: 'support.function.action.asl' },
            6: { name: 'storage.modifier.pattern.asl' },
          },
        },
        {
          match: r`\b(arn):([\w-]*):([\w-]*):([\w-]*):(\d*)(?=:)`,
          name: 'meta.arn.asl',
          captures: { 3: { name: 'support.class.service.asl' }, 5: { name: 'constant.numeric.account.asl' } },
        },
      ],
    },
  },
};
