import { duplicateVariable } from '../../../../server/src/rules/data/duplicate-variable';
import { embeddedJsonata } from '../../../../server/src/rules/data/embedded-jsonata';
import { invalidVariableName } from '../../../../server/src/rules/data/invalid-variable-name';
import { pathInJsonataState } from '../../../../server/src/rules/data/path-in-jsonata-state';
import { possiblyUnassignedVariable } from '../../../../server/src/rules/data/possibly-unassigned-variable';
import { unknownVariable } from '../../../../server/src/rules/data/unknown-variable';
import { checkFix, checkRule } from '../../../support/check';

suite('variables', () => {
  test('names that can\'t be', () => {
    checkRule(
      invalidVariableName,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Pass",
            "Assign": { "ok.$": "$.x", "best-score": 1, "$x": 1, "a.b": 1, "states": 1 },
                                      //^^^^^^^^^^ error: The name of a variable begins with a letter, and has only letters, digits and "_".
                                                       //^ error: A variable is assigned without its "$": write "x".
                                                                 //^^ error: Only a whole variable can be assigned: "a".
                                                                          //^^^^^^ error: "states" is reserved: $states holds the input, the result and the context.
            "End": true
          }
        }
      }
      `,
    );
  });

  test('read in paths, functions and JSONata; near names', () => {
    checkRule(
      unknownVariable,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Assign": { "best": 1 }, "Next": "B" },
          "B": { "Type": "Pass", "InputPath": "$best", "Parameters": { "x.$": "States.Array($bset)" }, "Next": "C" },
                                                                                          //^^^^^ warning: Nothing assigns $bset. Did you mean "$best"?
          "C": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($own := 1; $own + $best + $other) %}", "End": true }
                                                                                                    //^^^^^^ warning: Nothing assigns $other.
        }
      }
      `,
    );
    const before = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "best": 1 }, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$bset.x", "End": true } } }';
    checkFix(unknownVariable, 'Change to "$best"', before, before.replace('$bset.x', '$best.x'));
  });

  test('what a state assigns is there for the next one', () => {
    checkRule(
      unknownVariable,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Assign": { "a": 1, "b.$": "$a" }, "Next": "B" },
                                                           //^^ warning: $a has no value here yet: what assigns it comes later. A state's own "Assign" is there for the next state.
          "B": { "Type": "Pass", "InputPath": "$a", "End": true }
        }
      }
      `,
    );
  });

  test('a branch sees what is around it; what it assigns ends with it', () => {
    checkRule(
      unknownVariable,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Assign": { "outer": 1 }, "Next": "P" },
          "P": {
            "Type": "Parallel",
            "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Pass", "InputPath": "$outer", "Assign": { "inner": 1 }, "End": true } } }],
            "Next": "C"
          },
          "C": { "Type": "Pass", "InputPath": "$inner", "End": true }
                                             //^^^^^^ warning: $inner does not exist here: it ends with the branch or the item processor that assigns it.
        }
      }
      `,
    );
  });

  test('the runs of a distributed map see nothing of what is around it', () => {
    checkRule(
      unknownVariable,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Assign": { "outer": 1 }, "Next": "M" },
          "M": {
            "Type": "Map",
            "ItemProcessor": {
              "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
              "StartAt": "B",
              "States": { "B": { "Type": "Pass", "InputPath": "$outer", "End": true } }
                                                             //^^^^^^ warning: $outer does not exist here: it ends with the branch or the item processor that assigns it.
            },
            "End": true
          }
        }
      }
      `,
    );
  });

  test('assigned on some ways only: by a choice rule, a catcher, in a loop', () => {
    checkRule(
      possiblyUnassignedVariable,
      `
      {
        "StartAt": "C",
        "States": {
          "C": {
            "Type": "Choice",
            "Choices": [{ "Variable": "$.x", "IsPresent": true, "Assign": { "n": 1 }, "Next": "U" }],
            "Default": "U"
          },
          "U": { "Type": "Pass", "InputPath": "$n", "Assign": { "n": 2 }, "Next": "V" },
                                             //^^ warning: $n is not assigned on every way to this state.
          "V": { "Type": "Pass", "InputPath": "$n", "End": true }
        }
      }
      `,
    );
  });

  test('a branch can\'t set what the scope around it has set; what that sets afterwards does not matter', () => {
    checkRule(
      duplicateVariable,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "P" },
          "P": {
            "Type": "Parallel",
            "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Pass", "Assign": { "x": 2, "later": 1 }, "End": true } } }],
                                                                                        //^^^ error: "x" is a variable of the scope around this one, and can only be read here.
            "Assign": { "later": 2 },
            "End": true
          }
        }
      }
      `,
    );
  });
});

suite('texts in JSONata states', () => {
  test('paths and keys of the other query language', () => {
    checkRule(
      pathInJsonataState,
      `
      {
        "StartAt": "A",
        "QueryLanguage": "JSONata",
        "States": {
          "A": { "Type": "Pass", "Output": { "a": "$.order.id", "b.$": "x", "c": "costs $5" }, "End": true }
                                                //^^^^^^^^^^^^ warning: "$.order.id" is handed on as text: only what stands in {% %} is evaluated.
                                                              //^^^^^ warning: A key that ends in ".$" means nothing in a JSONata state: it stays "b.$".
        }
      }
      `,
    );
    const machine = (output: string): string => `{ "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": { "Type": "Pass", "Output": ${output}, "End": true } } }`;
    checkFix(pathInJsonataState, 'Change to "{% $states.input.id %}"', machine('{ "id.$": "$.id" }'), machine('{ "id": "{% $states.input.id %}" }'));
  });

  test('an expression with something around it', () => {
    checkRule(
      embeddedJsonata,
      `
      {
        "StartAt": "A",
        "QueryLanguage": "JSONata",
        "States": {
          "A": { "Type": "Pass", "Output": { "a": " {% 1 %}", "b": "no {% 1 %}" }, "End": true }
                                                 //^ warning: With white space outside {% %} this is plain text, and is not evaluated.
                                                                     //^^^^^^^ warning: This is not evaluated: {% %} has to hold the whole string. Join texts inside it with "&".
        }
      }
      `,
    );
  });
});
