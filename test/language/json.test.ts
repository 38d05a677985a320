import { suite, test } from 'mocha';
import { checkJson } from './tokens';

suite('highlighting JSON', () => {
  test('fields of the language, names of states, and keys of the author look different', () =>
    checkJson(String.raw`
{ "StartAt": "Train model (XGBoost)",
//^^^^^^^^^ variable.language.field
//           ^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double
//            ^^^^^^^^^^^^^^^^^^^^^ entity.name.function.reference
  "States": {
    "Train model (XGBoost)": {
//  ^^^^^^^^^^^^^^^^^^^^^^^ entity.name.function.state
      "Type": "Task",
//             ^^^^ constant.language.state-type
      "Parameters": {
        "Type": "Task",
//      ^^^^^^ support.type.property-name
//      ^^^^^^ !keyword
//               ^^^^ !constant
        "States": { "A": 1 }
//      ^^^^^^^^ support.type.property-name
//                  ^^^ support.type.property-name
      },
      "Next": "B"
//             ^ entity.name.function.reference
    },
    "Next": { "Type": "Succeed" }
//  ^^^^^^ entity.name.function.state
  }
}`));

  test('branches and item processors have states of their own', () =>
    checkJson(`
{ "States": { "P": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Wait" } } }] },
//                                                                                  ^^^ entity.name.function.state
              "M": { "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" }, "States": { "B": {} } } } } }
//            ^^^ entity.name.function.state
//                                                                    ^^^^^^ constant.language
//                                                                                           ^^^ entity.name.function.state
`));

  test('a resource is taken apart', () =>
    checkJson(`
{ "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync" }
//                              ^^^^^^^^^ support.class.service
//                                        ^^^^^^^^^^^^^^^^^ support.function.action
//                                                         ^^^^^ storage.modifier.pattern
{ "Resource": "arn:aws:states:::aws-sdk:sagemaker:describeTrainingJob" }
//                                      ^^^^^^^^^ support.class.service
//                                                ^^^^^^^^^^^^^^^^^^^ support.function.action
{ "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f" }
//                     ^^^^^^ support.class.service
//                                      ^^^^^^^^^^^^ constant.numeric.account
`));

  test('paths where the field holds one', () =>
    checkJson(String.raw`
{ "InputPath": "$.a.b[0]", "ResultPath": null,
//              ^ variable.language
//                ^ variable.other.property
//                    ^ constant.numeric
//                                       ^^^^ constant.language
  "Variable": "$$.Task.Token",
//             ^^ variable.language.context
//                ^^^^ support.variable.property
//                     ^^^^^ variable.other.property
  "Comment": "$.not.a.path",
//            ^^^^^^^^^^^^ comment
//            ^^^^^^^^^^^^ !variable
  "Parameters": { "b.$": "$orders[?(@.id == 'x')]", "c": "$.plain" } }
//                  ^^ variable.language.dynamic
//                        ^^^^^^^ variable.other.readwrite
//                                  ^ variable.language
//                                           ^ string.quoted.single
//                                                        ^^^^^^^ !meta.embedded
`));

  test('intrinsic functions, nested', () =>
    checkJson(String.raw`
{ "Parameters": { "a.$": "States.Format('it\\'s {}', States.ArrayGetItem($.list, 4))" } }
//                        ^^^^^^^^^^^^^ support.function.intrinsic
//                                      ^ string.quoted.single
//                                         ^^^ constant.character.escape
//                                              ^^ constant.other.placeholder
//                                                   ^^^^^^^^^^^^^^^^^^^ support.function.intrinsic
//                                                                         ^^^^ variable.other.property
//                                                                               ^ constant.numeric
{ "Parameters": { "a.$": "States.Unheard($.a)" } }
//                        ^^^^^^^^^^^^^^ entity.name.function.intrinsic
`));

  test('JSONata', () =>
    checkJson(String.raw`
{ "Output": "{% $states.input.a & \"x\\\"y\" & 'z' /* why */ %}" }
//           ^^ punctuation.section.embedded.begin
//              ^^^^^^^ variable.language.states
//                      ^^^^^ support.variable.property
//                            ^ variable.other.property
//                              ^ keyword.operator
//                                ^^ string.quoted.double.jsonata
//                                   ^^^^ constant.character.escape
//                                             ^^^ string.quoted.single.jsonata
//                                                 ^^^^^^^^^ comment.block
//                                                           ^^ punctuation.section.embedded.end
{ "Condition": "{% $count(items[price > 1.5 and ok = true]) in [1..3] %}" }
//                                    ^ keyword.operator.comparison
//                                      ^^^ constant.numeric
//                                          ^^^ keyword.operator.expression
//                                                   ^^^^ constant.language
//                                                          ^^ keyword.operator.expression
//                                                               ^^ keyword.operator.range
{ "Output": "{% ($f := function($x) { $map($x, $string) }; $f($states.result) ~> $mine()) %}" }
//               ^^ variable.other.readwrite
//                  ^^ keyword.operator.assignment
//                     ^^^^^^^^ storage.type.function
//                                    ^^^^ support.function
//                                                         ^^ entity.name.function
//                                                                               ^^^^^ entity.name.function
{ "Output": "{% $replace(name, /a+/i, 'b') %} left over" }
//                             ^^^^^ string.regexp
//                                           ^^^^^^^^^^ !meta.embedded
`));

  test('a JSONata expression is no string to the editor, so that its brackets match; its strings are', () =>
    checkJson(`
{ "Output": "{% $f('x') %}" }
//              ^^^ meta.embedded.inline.jsonata
//                 ^^^ string.quoted.single
`));

  test('substitutions, in names, in expressions, and for a number', () =>
    checkJson(`
{ "Next": "\${Target}", "TimeoutSeconds": \${Timeout},
//           ^^^^^^ variable.parameter.substitution
//                                         ^^^^^^^ variable.parameter.substitution
  "Parameters": { "a": "x-\${Name}-y", "b.$": "States.Format('\${Name} {}', $.a)" } }
//                        ^^ punctuation.definition.template-expression.begin
//                          ^^^^ variable.parameter.substitution
//                                                             ^^^^ variable.parameter.substitution
`));

  test('error names', () =>
    checkJson(`
{ "Retry": [{ "ErrorEquals": ["States.ALL", "SageMaker.AmazonSageMakerException"], "JitterStrategy": "FULL" }] }
//                             ^^^^^^^^^^ support.class.error
//                                                                                                    ^^^^ constant.language
`));

  suite('half typed', () => {
    test('a string without its end stops with its line', () =>
      checkJson(`
{ "States": { "A": {
  "Next": "Tra
//         ^^^ entity.name.function.reference
  "End": true
//^^^^^ variable.language.field
//       ^^^^ constant.language
`));

    test('a key without colon or value costs only itself', () =>
      checkJson(`
{ "States": { "A": {
  "Type": "Task",
  "Nex
  "Resource": "x",
//^^^^^^^^^^ variable.language.field
  "Next":
  "Comment": "c"
//^^^^^^^^^ variable.language.field
}, "B": {} } }
// ^^^ entity.name.function.state
`));

    test('an expression without its end stops with its string or its line', () =>
      checkJson(`
{ "Output": { "a": "{% $f('x", "b": 1,
//                     ^^ entity.name.function
//                         ^ string.quoted.single.jsonata
//                             ^^^ support.type.property-name
  "c": "{% $x
//         ^^ variable.other.readwrite
  "d": 1, "e.$": "States.Format('
//^^^ support.type.property-name
  "f": 1 } }
//^^^ support.type.property-name
`));

    test('a forgotten comma is forgiven', () =>
      checkJson(`
{ "States": { "A": { "Type": "Pass" "Next": "B" } "B": { "Type": "Fail" } } }
//                                  ^^^^^^ variable.language.field
//                                           ^ entity.name.function.reference
//                                                ^^^ entity.name.function.state
`));
  });
});
