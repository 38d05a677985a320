import { suite, test } from 'mocha';
import { checkYaml } from './tokens';

suite('highlighting YAML', () => {
  test('fields of the language, names of states, and keys of the author look different', () =>
    checkYaml(`
StartAt: Train model (XGBoost) # the first
#        ^^^^^^^^^^^^^^^^^^^^^ entity.name.function.reference
#                              ^^^^^^^^^^^ comment.line
States:
  Train model (XGBoost):
# ^^^^^^^^^^^^^^^^^^^^^ entity.name.function.state
    Type: Task
#   ^^^^ variable.language.field
#         ^^^^ constant.language.state-type
    Parameters:
      Type: Task
#     ^^^^ support.type.property-name
#           ^^^^ !constant
      list:
        - States: 1
#         ^^^^^^ support.type.property-name
#                 ^ constant.numeric

      # still inside
      Next: 'a'
#     ^^^^ support.type.property-name
    Next: "B"
#   ^^^^ variable.language.field
#          ^ entity.name.function.reference
  Next:
# ^^^^ entity.name.function.state
    Type: Succeed
#   ^^^^ variable.language.field
Comment: The end
#        ^^^^^^^ comment
#^^^^^^ variable.language.field
`));

  test('a name may hold quotes and number signs', () =>
    checkYaml(`
StartAt: Wait for "enough" of no#1 # why
#        ^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.function.reference
#                                  ^^^^^ comment.line
States:
  Wait for "enough" of no#1:
# ^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.function.state
`));

  test('branches have states of their own', () =>
    checkYaml(`
States:
  P:
    Type: Parallel
    Branches:
      - StartAt: A
#       ^^^^^^^ variable.language.field
#                ^ entity.name.function.reference
        States:
          A:
#         ^ entity.name.function.state
            Type: Pass
            End: true
#                ^^^^ constant.language
    Retry:
    - ErrorEquals: [States.ALL]
#     ^^^^^^^^^^^ variable.language.field
#                   ^^^^^^^^^^ support.class.error
      MaxAttempts: 3
#     ^^^^^^^^^^^ variable.language.field
    Next: Q
#   ^^^^ variable.language.field
  Q: { Type: Fail, "my key": 1 }
# ^ entity.name.function.state
#      ^^^^ variable.language.field
#                  ^^^^^^^^ support.type.property-name
`));

  test('error names, one a line', () =>
    checkYaml(`
Retry:
  - ErrorEquals:
      - Lambda.ServiceException
#       ^^^^^^^^^^^^^^^^^^^^^^^ support.class.error
    IntervalSeconds: 1
#   ^^^^^^^^^^^^^^^ variable.language.field
`));

  test('a resource is taken apart', () =>
    checkYaml(`
Resource: arn:aws:states:::batch:submitJob.sync
#                          ^^^^^ support.class.service
#                                ^^^^^^^^^ support.function.action
#                                         ^^^^^ storage.modifier.pattern
`));

  test('paths and intrinsic functions', () =>
    checkYaml(`
InputPath: $.a.b[0]
#          ^ variable.language
#              ^ variable.other.property
ResultPath: '$.x'
#            ^ variable.language
Parameters:
  name.$: States.Format('job-{}', $$.Execution.Name) # named
# ^^^^ support.type.property-name
#     ^^ variable.language.dynamic
#         ^^^^^^^^^^^^^ support.function.intrinsic
#                            ^^ constant.other.placeholder
#                                 ^^ variable.language.context
#                                    ^^^^^^^^^ support.variable.property
#                                                    ^^^^^^^ comment
  flow: { id.$: $.id, other: x }
#         ^^ support.type.property-name
#               ^ variable.language
#                     ^^^^^ support.type.property-name
  plain: $.not.a.path
#        ^^^^^^^^^^^^ !meta.embedded
`));

  test('JSONata in either quotes', () =>
    checkYaml(String.raw`
Output: '{% $states.result.a & ''x'' %}'
#        ^^ punctuation.section.embedded.begin
#           ^^^^^^^ variable.language.states
#                   ^^^^^^ support.variable.property
#                              ^^^^^ string.quoted.single.jsonata
#                                    ^^ punctuation.section.embedded.end
Condition: "{% $x = 'y' %}"
#              ^^ variable.other.readwrite
#                   ^^^ string.quoted.single.jsonata
Arguments:
  a: "{% $uuid() %}"
#        ^^^^^ support.function
`));

  test('JSONata over several lines', () =>
    checkYaml(`
Arguments:
  InputDataConfig: >-
# ^^^^^^^^^^^^^^^ support.type.property-name
#                  ^ keyword.control.flow
    {%
#   ^^ punctuation.section.embedded.begin
      /* One for each: */
#     ^^^^^^^^^^^^^^^^^^^ comment.block
      [{'name': 'train', 'uri': $dataset.trainUri}]
#       ^^^^^^ string.quoted.single.jsonata
#                               ^^^^^^^^ variable.other.readwrite

      .{'DataSource': $uri}
#       ^^^^^^^^^^^^ string.quoted.single.jsonata
    %}
#   ^^ punctuation.section.embedded.end
  OutputDataConfig:
# ^^^^^^^^^^^^^^^^ support.type.property-name
    S3OutputPath: "{% $a &
#                     ^^ variable.other.readwrite
      $b %}"
#     ^^ variable.other.readwrite
    Other: 1
#   ^^^^^ support.type.property-name
Output: |-
  {% $states.input %}
#    ^^^^^^^ variable.language.states
End: true
#^^ variable.language.field
`));

  test('substitutions', () =>
    checkYaml(`
Resource: \${LambdaArn}
#           ^^^^^^^^^ variable.parameter.substitution
Parameters:
  a: "x-\${Name}"
#         ^^^^ variable.parameter.substitution
`));

  test('comments, documents, tags and anchors', () =>
    checkYaml(`
---
#^^ entity.other.document
# why
# ^^^ comment
Parameters: &base
#           ^^^^^ variable.other.alias
  a: !!str 1
#    ^^^^^ storage.type.tag
`));

  suite('half typed', () => {
    test('an open quote spoils its state, not the next one', () =>
      checkYaml(`
States:
  A:
    Type: Task
    Comment: "never closed
    Next: B
  B:
# ^ entity.name.function.state
    Type: Pass
#         ^^^^ constant.language.state-type
`));

    test('a key without its colon or value costs only itself', () =>
      checkYaml(`
States:
  A:
    Typ
    Resource: x
#   ^^^^^^^^ variable.language.field
    Next:
    Comment: c
#   ^^^^^^^ variable.language.field
  B
  C:
# ^ entity.name.function.state
`));

    test('an expression without its end stops before the next key', () =>
      checkYaml(`
Output: '{% $states.inp
#           ^^^^^^^ variable.language.states
Next: B
#     ^ entity.name.function.reference
`));
  });
});
