import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { checkMocks } from '../../../server/src/mocks/check';
import { MocksDocument } from '../../../server/src/mocks/document';
import { TreeEditor } from '../../../server/src/syntax/editor';
import { applyChanges } from '../../../server/src/text/edit';
import { dedent, drawNotes, withoutNotes } from '../../support/fixture';
import { services } from '../../support/services';

const machine = `{
  "StartAt": "Train",
  "States": {
    "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Next": "Each",
      "Retry": [{ "ErrorEquals": ["SageMaker.AmazonSageMakerException"], "MaxAttempts": 2 }] },
    "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Resize", "States": {
      "Resize": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } } }
  }
}`;

const definition = (text: string) => new AslDocument(text, 'json', { services }).definitions[0];

function read(text: string, isAws = false): MocksDocument {
  return new MocksDocument(text, isAws ? 'json' : 'yaml', 'order', { isAws, definition: (name) => (name === 'order' ? definition(machine) : undefined) });
}

/** The sample carries what is found in it. */
function check(sample: string, isAws = false): void {
  const document = read(withoutNotes(sample), isAws);
  const notes = checkMocks(document).map(({ span, severity, code, message }) => ({ ...document.range(span), text: `${severity} ${code}: ${message}` }));
  assert.equal(drawNotes(document.text, notes, isAws ? '//' : '#'), dedent(sample));
}

function fix(title: string, before: string, after: string): void {
  const document = read(dedent(before));
  const found = checkMocks(document).flatMap(({ fixes = [] }) => fixes).find((each) => each.title === title);
  assert.ok(found, `no "${title}"`);
  const editor = new TreeEditor(document.tree);
  found.edit(editor);
  assert.equal(applyChanges(document.text, editor.changes), dedent(after));
}

suite('what is wrong with mocks', () => {
  test('nothing, where all is right', () => {
    check(`
      mocks:
        Train:
          - attempt: 0-1
            throw: { error: SageMaker.AmazonSageMakerException, cause: busy }
            delay: 2
          - when: "{% $arguments.TrainingJobName = 'a' and $attempt > 0 %}"
            timeout: true
          - { heartbeats: [1, 2], submit: {}, return: { TrainingJobStatus: Completed, TrainingJobName: "{% $arguments.TrainingJobName %}" } }
        Each/Resize: { iteration: 2, handler: ./src/app.mjs#handler }
        Resize: { default: true }
      cases:
        good:
          input: { a: 1 }
          mocks: { Train: { echo: true } }
          expect: { status: SUCCEEDED, output: [], path: [Train, Each] }
    `);
  });

  test('states that are not there, or ask nobody', () => {
    check(`
      mocks:
        Trian: { default: true }
       #^^^^^ warning mock-unknown-state: The state machine has no state "Trian", so nothing is ever answered here. Did you mean "Train"?
        Each: { default: true }
       #^^^^ warning mock-of-no-task: "Each" is a Map state, which asks nobody: only Task states take mocks.
        Each/Risize: { default: true }
       #^^^^^^^^^^^ warning mock-unknown-state: The state machine has no state "Each/Risize", so nothing is ever answered here. Did you mean "Each/Resize"?
    `);
  });

  test('keys that say nothing, and values of the wrong type', () => {
    check(`
      mocks: { Train: { echo: true, delay: soon, handler: app } }
                                          #^^^^ error mock-wrong-type: "delay" takes a number of seconds from 0.
                                                #^^^^^^^ warning mock-conflicting-keys: A rule gives one answer, and this one has "echo" too.
                                                         #^^^ error mock-wrong-type: "handler" takes a file and the name of a function in it, such as ./src/app.mjs#handler.
      cases:
        a:
          expected: {}
         #^^^^^^^^ error mock-unknown-key: "expected" says nothing here. A case can have "input", "mocks" and "expect". Did you mean "expect"?
          expect: { result: 1, status: DONE, path: [Train, Resize, Nowhere] }
                   #^^^^^^ error mock-unknown-key: "result" says nothing here. "expect" can have "status", "output", "error", "cause" and "path".
                                      #^^^^ error mock-wrong-type: "status" takes "SUCCEEDED", "FAILED" or "TIMED_OUT".
                                                          #^^^^^^ error mock-unknown-case-state: "Resize" is inside of another state. A path has the states of the top level alone.
                                                                  #^^^^^^^ error mock-unknown-case-state: The state machine has no state "Nowhere", so no run goes through it.
    `);
  });

  test('rules that are never reached, and attempts', () => {
    check(`
      mocks:
        Train:
          - { attempt: 0-1, echo: true }
          - { attempt: 1, echo: true }
           #^^^^^^^^^^^^^^^^^^^^^^^^^^ warning mock-unreachable-rule: The rules before this one answer all of these attempts, so this one is never reached.
          - { attempt: 1-4, echo: true }
                      #^^^ warning mock-range: A rule before this one answers some of these attempts already.
          - { attempt: 3-1, echo: true }
                      #^^^ error mock-range: "attempt" takes a number from 0, or a range such as 0-2 with the smaller number first.
          - { when: true, echo: true }
          - { attempt: 9, echo: true }
           #^^^^^^^^^^^^^^^^^^^^^^^^^^ warning mock-unreachable-rule: A rule before this one answers every call, so this one is never reached.
        Resize: []
       #^^^^^^ warning mock-missing-key: "Resize" has no rule, so the run stops there: a rule says "return", "throw", "timeout", "echo", "default" or "handler".
    `);
  });

  test('expressions', () => {
    check(`
      mocks:
        Resize:
          - { when: $attempt > 1, echo: true }
                   #^^^^^^^^^^^^ error mock-wrong-type: "when" takes a JSONata expression such as "{% $arguments.amount > 100 %}"; anything else is never true.
          - { when: "{% $states.input.a %}", echo: true }
                       #^^^^^^^ error mock-expression: $states is not known in a mock. Expressions here see $arguments, $input, $attempt and $iteration.
          - return: { a: ["{% $arguments.( %}"] }
                                        #^ error mock-expression: This "(" is not closed.
    `);
  });

  test('errors that nobody raises', () => {
    check(`
      mocks:
        Train:
          - { attempt: 0, throw: { error: States.Timout } }
                                         #^^^^^^^^^^^^^ warning mock-error-name: Step Functions has no error "States.Timout". Did you mean "States.Timeout"?
          - { attempt: 1, throw: { error: SageMaker.AmazonSagemakerExeption } }
                                         #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning mock-error-name: The task does not fail with "SageMaker.AmazonSagemakerExeption". Did you mean "SageMaker.AmazonSageMakerException"?
          - { throw: { error: OutOfLuck } }
    `);
  });

  test('answers that the service would not give', () => {
    check(`
      mocks:
        Train: { return: { TrainingJobStatus: Complete, BillableTimeInSeconds: "9", TrainingJobNam: a, New: 1 } }
                                             #^^^^^^^^ warning mock-output: The service has no "Complete" here. Did you mean "Completed"?
                                                                              #^^^ warning mock-output: "BillableTimeInSeconds" is a number where the service answers.
                                                                                   #^^^^^^^^^^^^^^ warning mock-output: The service answers no "TrainingJobNam". Did you mean "TrainingJobName"?
    `);
  });

  test('what a machine gave comes as JSON with .sync:2', () => {
    const nested = machine.replace('sagemaker:createTrainingJob.sync', 'states:startExecution.sync:2');
    const document = new MocksDocument('mocks: { Train: { return: { Output: { a: 1 } } } }', 'yaml', 'order', { definition: () => definition(nested) });
    assert.deepEqual(checkMocks(document), []);
    const asText = new MocksDocument(document.text, 'yaml', 'order', { definition: () => definition(nested.replace('sync:2', 'sync')) });
    assert.deepEqual(checkMocks(asText).map(({ message }) => message), ['"Output" is a text where the service answers.']);
  });

  test('rules without mocks and cases around them', () => {
    check(`
      Train: { default: true }
      Trainn: { default: true }
      ^^^^^^ warning mock-unknown-state: The state machine has no state "Trainn", so nothing is ever answered here. Did you mean "Train"?
    `);
  });

  test('of AWS\'s own file', () => {
    check(`
      {
        "StateMachines": {
          "order": { "TestCases": { "Happy": { "Train": "Trained", "Eech": "Trayned" } } }
                                                                 //^^^^^^ warning mock-unknown-state: The state machine has no state "Eech", so nothing is ever answered here.
                                                                         //^^^^^^^^^ error mock-unknown-response: "MockedResponses" has no "Trayned", so a run of this case stops at "Eech". Did you mean "Trained"?
        },
        "MockedResponses": {
          "Trained": { "0-1": { "Throw": { "Error": "Busy", "Couse": "" } }, "1": { "Return": {} }, "x": { "Retrun": 1 } },
                                                          //^^^^^^^ warning mock-unknown-key: "Couse" says nothing here; "Error" and "Cause" do. Did you mean "Cause"?
                                                                           //^^^ warning mock-range: Some of these attempts have an answer already, and the first one counts.
                                                                                                  //^^^ error mock-range: "x" names no attempt: it is a number from 0, or a range such as 0-2 with the smaller number first.
                                                                                                       //^^^^^^^^^^^^^^^ error mock-missing-key: An answer has "Return" or "Throw".
                                                                                                         //^^^^^^^^ warning mock-unknown-key: "Retrun" says nothing here; "Return" and "Throw" do. Did you mean "Return"?
          "Unused": { "0": { "Return": 1 } }
        //^^^^^^^^ hint mock-unused-response: No test case uses "Unused".
        }
      }
    `, true);
  });

  test('says nothing of states without a definition, and of one that can\'t be read to its end', () => {
    for (const text of [undefined, machine.slice(0, -12), machine.replace('"Each":', '"${Name}":')]) {
      const document = new MocksDocument('mocks: { Nowhere: { echo: true } }', 'yaml', 'order', { definition: () => (text === undefined ? undefined : definition(text)) });
      assert.deepEqual(checkMocks(document), []);
    }
  });

  test('crashes at no prefix', () => {
    const whole = '{ "mocks": { "Train": [{ "attempt": "0-1", "throw": { "error": "A" } }] }, "cases": { "a": { "input": {}, "expect": { "path": ["Train"] } } } }';
    for (let end = 0; end <= whole.length; end++) {
      for (const isAws of [true, false]) {
        checkMocks(read(whole.slice(0, end), isAws));
      }
    }
  });
});

suite('mending mocks', () => {
  test('names of states and errors', () => {
    fix('Change to "Train"', 'mocks:\n  Trian: { echo: true }', 'mocks:\n  Train: { echo: true }');
    fix('Change to "States.Timeout"', 'mocks: { Train: { throw: { error: States.Timout } } }', 'mocks: { Train: { throw: { error: States.Timeout } } }');
  });

  test('rules', () => {
    fix('Remove the rule', 'mocks:\n  Train:\n    - echo: true\n    - timeout: true\n', 'mocks:\n  Train:\n    - echo: true\n');
    fix('Add "default: true"', 'mocks:\n  Train:\n    delay: 1\n', 'mocks:\n  Train:\n    delay: 1\n    default: true\n');
    fix('Return this value', 'mocks:\n  Train: done\n', 'mocks:\n  Train: { "return": "done" }\n');
  });
});
