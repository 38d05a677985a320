// Amazon States Language in YAML: a grammar of its own for the YAML that state machines are written in.
// Where a block ends is told by indentation: a block's rule remembers the white space before its key (`\1`) and lasts while lines are
// indented further. That keeps half-typed text local: whatever is unfinished, the next state starts afresh.

import {
  containers, dynamicScope, enumerations, everyField, fieldScope, oneOf, paths, payloads, references, scalars, types,
} from './fields.mjs';

const r = String.raw;
const expressions = (part) => ({ include: `source.asl.expressions#${part}` });

const separator = { name: 'punctuation.separator.key-value.mapping.yaml' };
const dash = { name: 'punctuation.definition.block.sequence.item.yaml' };
const stateScope = 'entity.name.function.state.asl';
// Themes tell keys from values best where they know them as JSON's; VS Code's light theme shows other keys in the red of its strings.
const propertyScope = 'support.type.property-name.json.asl';

const doubleQuoted = r`"(?>[^"\\]+|\\.)*"`;
const singleQuoted = r`'(?>[^']+|'')*'`;
const plain = r`[^\s#"'\[\]{},&*!|>%@${'`'}?:-](?>[^:#\s]+|:(?!\s|$)|(?<=\S)#|[ \t]+(?![#\s]|$))*|[-?:](?=\S)(?>[^:#\s]+|:(?!\s|$)|(?<=\S)#|[ \t]+(?![#\s]|$))*`;
const key = r`(?:${doubleQuoted}|${singleQuoted}|(?:${plain}))`;
const known = (names) => r`(?:"${oneOf(names)}"|'${oneOf(names)}'|${oneOf(names)})`;
const colon = r`\s*(:)(?=\s|$)`;
const keyStart = r`(?<![^\s{\[,])`;
const header = r`([|>])([-+]?[1-9]?[-+]?)\s*(#.*)?$`;

// A block opened by a key lasts over deeper lines, over a sequence at the key's own depth, and over lines without content.
const deeper = r`^(?=\1[ \t]+\S|\1-\s|[ \t]*(?:#|$))`;
// After `- key:` the key is two columns further right.
const deeperThanItem = r`^(?=\1[ \t]{3,}\S|[ \t]*(?:#|$))`;

/** A key on a line of its own, and everything indented under it. */
const block = (keys, scope, ...patterns) => [
  {
    begin: r`^([ \t]*)(${keys})${colon}`,
    beginCaptures: { 2: { name: scope }, 3: separator },
    while: deeper,
    patterns,
  },
  {
    begin: r`^([ \t]*)((?:-[ \t]+)+)(${keys})${colon}`,
    beginCaptures: { 2: dash, 3: { name: scope }, 4: separator },
    while: deeperThanItem,
    patterns,
  },
];

/** A block scalar: text over several lines, after `|` or `>`. */
const scalarBlock = (keys, scope, ...patterns) => {
  const captures = (first) => ({
    [first]: { name: scope },
    [first + 1]: separator,
    [first + 2]: { name: 'keyword.control.flow.block-scalar.yaml' },
    [first + 3]: { name: 'storage.modifier.chomping-indicator.yaml' },
    [first + 4]: { name: 'comment.line.number-sign.yaml' },
  });
  return [
    { begin: r`^([ \t]*)(${keys})${colon}\s+${header}`, beginCaptures: captures(2), while: r`^(?=\1[ \t]+\S|[ \t]*$)`, patterns },
    {
      begin: r`^([ \t]*)((?:-[ \t]+)+)(${keys})${colon}\s+${header}`,
      beginCaptures: { 2: dash, ...captures(3) },
      while: r`^(?=\1[ \t]{3,}\S|[ \t]*$)`,
      patterns,
    },
  ];
};

/** A key and its value on one line. The value's own scalar styles are told apart by the patterns. */
const line = (keys, scope, ...patterns) => ({
  begin: r`${keyStart}(${keys})${colon}`,
  beginCaptures: { 1: { name: scope }, 2: separator },
  end: r`$|(?=\s+#)`,
  patterns,
});

/** A scalar in any style on one line whose text is `content`. */
const whole = (content, scope, ...patterns) => ({
  patterns: [
    {
      match: r`(")(${content})(")(?=\s*(?:$|[,}\]#]))`,
      name: 'string.quoted.double.asl',
      captures: { 2: { name: scope, patterns } },
    },
    {
      match: r`(')(${content})(')(?=\s*(?:$|[,}\]#]))`,
      name: 'string.quoted.single.asl',
      captures: { 2: { name: scope, patterns } },
    },
    {
      match: r`(?<=\s)(?!['"])(${content})(?=\s*(?:$|\s#))`,
      captures: { 1: { name: scope, patterns } },
    },
  ],
});

const value = { include: '#value' };

export default {
  name: 'Amazon States Language (YAML)',
  scopeName: 'source.asl.yaml',
  patterns: [{ include: '#own' }],
  repository: {
    own: {
      patterns: [
        { include: '#trivia' },
        ...block(known(['States']), fieldScope, { include: '#states' }),
        ...scalarBlock(known(['Comment']), fieldScope, { name: 'comment.block.documentation.asl', match: '.+' }),
        ...scalarBlock(known([...payloads, ...scalars]), fieldScope, { include: '#blockText' }),
        ...scalarBlock(key, propertyScope, { include: '#blockText' }),
        ...block(known(payloads), fieldScope, { include: '#payload' }),
        ...block(known(['ErrorEquals']), fieldScope, { include: '#errors' }),
        { include: '#item' },
        line(known(references), fieldScope, whole(r`[^\s"'#](?:(?!\s#).)*?`, 'entity.name.function.reference.asl', expressions('substitution'))),
        line(known(['Type']), fieldScope, whole(oneOf(types), 'constant.language.state-type.asl support.type.state-type.asl'), value),
        line(known(enumerations), fieldScope, whole(r`[\w.]+`, 'constant.language.asl'), value),
        line(known(['Resource']), fieldScope, value),
        line(
          known(['Comment']),
          fieldScope,
          { name: 'comment.block.documentation.asl', match: r`(?<=\s)(?!["'])\S(?:(?!\s+#).)*` },
          { name: 'comment.block.documentation.asl', match: `${doubleQuoted}|${singleQuoted}` },
          value,
        ),
        line(known(paths), fieldScope, { include: '#dynamic' }, value),
        line(known([...containers, 'States', ...payloads, 'ErrorEquals']), fieldScope, value),
        line(known(scalars), fieldScope, value),
        line(key, propertyScope, value),
        value,
      ],
    },
    states: {
      patterns: [
        { include: '#trivia' },
        ...block(key, stateScope, { include: '#own' }).slice(0, 1),
        value,
      ],
    },
    payload: {
      patterns: [
        { include: '#trivia' },
        ...scalarBlock(key, propertyScope, { include: '#blockText' }),
        { include: '#ownBlockText' },
        { include: '#item' },
        { include: '#dynamicKey' },
        line(key, propertyScope, value),
        value,
      ],
    },
    errors: {
      patterns: [
        { include: '#trivia' },
        { include: '#item' },
        { name: 'support.class.error.asl', match: r`[\w.$]+[\w.]*` },
        { include: '#punctuation' },
      ],
    },
    dynamicKey: {
      comment: 'A key that ends in `.$` has a path or an intrinsic function as its value.',
      begin: r`${keyStart}(["']?)((?>[^\s"':.]+|\.(?!\$)|[ \t]+(?=[^\s:]))*)(\.\$)(["']?)${colon}`,
      beginCaptures: {
        2: { name: propertyScope },
        3: { name: dynamicScope },
        5: separator,
      },
      end: r`$|(?=\s+#)`,
      patterns: [{ include: '#dynamic' }, value],
    },
    dynamic: {
      patterns: [
        {
          match: r`(")(?:(States\.(?>[^"\\]+|\\.)*)|(\$(?!\{)(?>[^"\\]+|\\.)*))(?:(")|$)`,
          name: 'string.quoted.double.asl',
          captures: {
            2: { name: 'meta.embedded.inline.intrinsic.asl', patterns: [expressions('intrinsic')] },
            3: { name: 'meta.embedded.inline.path.asl', patterns: [expressions('path')] },
          },
        },
        {
          match: r`(')(?:(States\.(?>[^']+|'')*)|(\$(?!\{)(?>[^']+|'')*))(?:(')|$)`,
          name: 'string.quoted.single.asl',
          captures: {
            2: { name: 'meta.embedded.inline.intrinsic.asl', patterns: [expressions('intrinsic')] },
            3: { name: 'meta.embedded.inline.path.asl', patterns: [expressions('path')] },
          },
        },
        {
          match: r`(?<=\s)(?:(States\.(?:(?!\s+#).)*)|(\$(?!\{)(?:(?!\s+#).)*))`,
          captures: {
            1: { name: 'meta.embedded.inline.intrinsic.asl', patterns: [expressions('intrinsic')] },
            2: { name: 'meta.embedded.inline.path.asl', patterns: [expressions('path')] },
          },
        },
      ],
    },
    item: { match: r`(?:^|\G)[ \t]*(-)(?=\s)|(?<=\s)(-)(?=\s)`, captures: { 1: dash, 2: dash } },
    ownBlockText: {
      comment: 'A block scalar that is an item of a sequence, or the whole value of the payload.',
      begin: r`^([ \t]*)(-)\s+${header}`,
      beginCaptures: {
        2: dash,
        3: { name: 'keyword.control.flow.block-scalar.yaml' },
        4: { name: 'storage.modifier.chomping-indicator.yaml' },
        5: { name: 'comment.line.number-sign.yaml' },
      },
      while: r`^(?=\1[ \t]+\S|[ \t]*$)`,
      patterns: [{ include: '#blockText' }],
    },
    blockText: {
      patterns: [
        {
          begin: r`\{%`,
          end: r`%\}`,
          beginCaptures: { 0: { name: 'punctuation.section.embedded.begin.asl' } },
          endCaptures: { 0: { name: 'punctuation.section.embedded.end.asl' } },
          contentName: 'meta.embedded.block.jsonata',
          patterns: [expressions('jsonata')],
        },
        expressions('substitution'),
        { name: 'string.unquoted.block.asl', match: r`(?>[^{$]+|\{(?!%)|\$(?!\{))+` },
      ],
    },
    value: {
      patterns: [
        { include: '#trivia' },
        { include: '#embedded' },
        {
          name: 'string.quoted.double.asl',
          begin: '"',
          end: '"',
          beginCaptures: { 0: { name: 'punctuation.definition.string.begin.yaml' } },
          endCaptures: { 0: { name: 'punctuation.definition.string.end.yaml' } },
          patterns: [{ name: 'constant.character.escape.yaml', match: r`\\.` }, expressions('arn'), expressions('substitution')],
        },
        {
          name: 'string.quoted.single.asl',
          begin: `'`,
          end: `'(?!')`,
          beginCaptures: { 0: { name: 'punctuation.definition.string.begin.yaml' } },
          endCaptures: { 0: { name: 'punctuation.definition.string.end.yaml' } },
          patterns: [{ name: 'constant.character.escape.yaml', match: `''` }, expressions('arn'), expressions('substitution')],
        },
        { include: '#flow' },
        { match: r`(?<=[\s,\[])([&*][^\s,\[\]{}]+)`, name: 'variable.other.alias.yaml' },
        { match: r`(?<=[\s,\[])!\S*`, name: 'storage.type.tag.yaml' },
        { match: r`(?<![^\s,\[{])(?:true|false|null|~)(?=\s*(?:$|\s#|[,}\]]))`, name: 'constant.language.yaml' },
        { match: r`(?<![^\s,\[{])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=\s*(?:$|\s#|[,}\]]))`, name: 'constant.numeric.yaml' },
        {
          match: r`(?<![^\s,\[{])(?:${plain})`,
          name: 'string.unquoted.plain.asl',
          captures: { 0: { patterns: [expressions('arn'), expressions('substitution')] } },
        },
        { include: '#punctuation' },
      ],
    },
    flow: {
      patterns: [
        {
          begin: r`\{`,
          end: r`\}`,
          beginCaptures: { 0: { name: 'punctuation.definition.mapping.begin.yaml' } },
          endCaptures: { 0: { name: 'punctuation.definition.mapping.end.yaml' } },
          patterns: [{ include: '#flowMember' }, { include: '#flowValue' }],
        },
        {
          begin: r`\[`,
          end: r`\]`,
          beginCaptures: { 0: { name: 'punctuation.definition.sequence.begin.yaml' } },
          endCaptures: { 0: { name: 'punctuation.definition.sequence.end.yaml' } },
          patterns: [{ include: '#flowMember' }, { include: '#flowValue' }],
        },
      ],
    },
    flowMember: {
      patterns: [
        {
          match: r`(?<![^\s{\[,])([^\s"'#,\[\]{}:]+)(\.\$)(:)\s+(?:(States\.[^}\]]*)|(\$[^,}\s]*))`,
          captures: {
            1: { name: propertyScope },
            2: { name: dynamicScope },
            3: separator,
            4: { name: 'meta.embedded.inline.intrinsic.asl', patterns: [expressions('intrinsic')] },
            5: { name: 'meta.embedded.inline.path.asl', patterns: [expressions('path')] },
          },
        },
        { match: r`(?<![^\s{\[,])(${known(everyField)})\s*(:)(?=\s|$)`, captures: { 1: { name: fieldScope }, 2: separator } },
        {
          match: r`(${doubleQuoted}|${singleQuoted}|[^\s"'#,\[\]{}:][^"'#,\[\]{}:]*)\s*(:)(?=\s|$)`,
          captures: { 1: { name: propertyScope }, 2: separator },
        },
      ],
    },
    flowValue: {
      patterns: [
        { include: '#trivia' },
        { include: '#embedded' },
        { name: 'string.quoted.double.asl', match: doubleQuoted },
        { name: 'string.quoted.single.asl', match: singleQuoted },
        { include: '#flow' },
        { name: 'constant.language.yaml', match: r`(?<![^\s,\[{])(?:true|false|null|~)(?=\s*(?:$|[,}\]]))` },
        { name: 'constant.numeric.yaml', match: r`(?<![^\s,\[{])-?\d+(?:\.\d+)?(?=\s*(?:$|[,}\]]))` },
        { include: '#punctuation' },
        {
          match: r`[^\s,\[\]{}"'#][^,\[\]{}"'#]*`,
          name: 'string.unquoted.plain.asl',
          captures: { 0: { patterns: [expressions('arn')] } },
        },
      ],
    },
    embedded: {
      patterns: [
        {
          match: r`(")(\{%)((?>[^"\\%]+|\\.|%(?!\}))*)(?:(%\})((?>[^"\\]+|\\.)*)(?:(")|$)|("))`,
          name: 'string.quoted.double.asl',
          captures: {
            2: { name: 'punctuation.section.embedded.begin.asl' },
            3: { name: 'meta.embedded.inline.jsonata', patterns: [expressions('jsonata')] },
            4: { name: 'punctuation.section.embedded.end.asl' },
          },
        },
        {
          match: r`(')(\{%)((?>[^'%]+|''|%(?!\}))*)(?:(%\})((?>[^']+|'')*)(?:(')|$)|('))`,
          name: 'string.quoted.single.asl',
          captures: {
            2: { name: 'punctuation.section.embedded.begin.asl' },
            3: { name: 'meta.embedded.inline.jsonata', patterns: [expressions('jsonataInSingleQuotes')] },
            4: { name: 'punctuation.section.embedded.end.asl' },
          },
        },
        {
          comment: 'Over several lines: colored up to its end or to a line with a key of its own.',
          begin: r`(["'])(\{%)`,
          end: r`(%\})\1|^(?=\s*[\w.$]+:(?:\s|$))`,
          name: 'string.quoted.multiline.asl',
          beginCaptures: { 2: { name: 'punctuation.section.embedded.begin.asl' } },
          endCaptures: { 1: { name: 'punctuation.section.embedded.end.asl' } },
          contentName: 'meta.embedded.block.jsonata',
          patterns: [expressions('jsonata')],
        },
      ],
    },
    trivia: {
      patterns: [
        { match: r`(?<!\S)(#).*$`, name: 'comment.line.number-sign.yaml', captures: { 1: { name: 'punctuation.definition.comment.yaml' } } },
        { match: r`^(?:---|\.\.\.)(?=\s|$)`, name: 'entity.other.document.begin.yaml' },
        { match: r`^%\S.*$`, name: 'keyword.other.directive.yaml' },
      ],
    },
    punctuation: {
      patterns: [
        { name: 'punctuation.separator.yaml', match: r`,|:(?=\s|$)` },
        { name: 'punctuation.definition.brackets.yaml', match: r`[\[\]{}]` },
      ],
    },
  },
};
