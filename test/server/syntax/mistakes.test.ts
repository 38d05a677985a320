// One mistake in the notation is one problem, at its place, and nothing else is said that is not so: made everywhere in a good machine.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYamlText } from 'yaml';
import { AslDocument } from '../../../server/src/analysis/document';
import { ExpressionCache } from '../../../server/src/analysis/expression-cache';
import { check, type Problem } from '../../../server/src/rules/check';
import { TreeEditor } from '../../../server/src/syntax/editor';
import type { Notation } from '../../../server/src/syntax/tree';
import { applyChanges } from '../../../server/src/text/edit';
import { dedent } from '../../support/fixture';

const machine = dedent(`
  {
    "Comment": "Train, check and save a model.",
    "StartAt": "Train",
    "States": {
      "Train": {
        "Type": "Task",
        "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
        "Parameters": {
          "TrainingJobName.$": "$.name",
          "RoleArn": "arn:aws:iam::123456789012:role/trainer",
          "AlgorithmSpecification": { "TrainingInputMode": "File", "TrainingImage": "image" },
          "OutputDataConfig": { "S3OutputPath": "s3://bucket" },
          "ResourceConfig": { "InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 10 },
          "StoppingCondition": { "MaxRuntimeInSeconds": 3600 }
        },
        "Retry": [
          { "ErrorEquals": ["SageMaker.AmazonSageMakerException", "Busy"], "IntervalSeconds": 5 }
        ],
        "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Give up" }],
        "Next": "Good enough?"
      },
      "Good enough?": {
        "Type": "Choice",
        "Choices": [
          {
            "Variable": "$.accuracy",
            "NumericGreaterThan": 0.9,
            "Next": "Both"
          },
          { "Not": { "Variable": "$.accuracy", "IsPresent": true }, "Next": "Give up" }
        ],
        "Default": "Cool down"
      },
      "Cool down": { "Type": "Wait", "Seconds": 30, "Next": "Train" },
      "Both": {
        "Type": "Parallel",
        "Branches": [
          { "StartAt": "Save", "States": { "Save": { "Type": "Pass", "End": true } } },
          {
            "StartAt": "Tell",
            "States": {
              "Tell": {
                "Type": "Pass",
                "Result": ["a", "b"],
                "End": true
              }
            }
          }
        ],
        "End": true
      },
      "Give up": { "Type": "Fail", "Error": "Training" }
    }
  }
  `);

/** The same without line breaks: there only the signs themselves can tell what is missing. */
const oneLine = JSON.stringify(JSON.parse(machine));

interface Slip {
  readonly text: string;
  readonly offset: number;
}

/** What can go wrong with each thing that a pattern finds: the text that stands there then. */
type Mistake = readonly [name: string, pattern: RegExp, instead: (found: string) => string];

const texts = /"(?:[^"\\]|\\.)*"/g;
const outsideTexts = (sign: string): RegExp => new RegExp(`${sign}(?=(?:[^"\\n]*"[^"\\n]*")*[^"\\n]*$)`, 'gm');

/** Those that one can tell for certain, so that the fix brings the machine back as it was. */
const certain: readonly Mistake[] = [
  ['a missing comma', outsideTexts(','), () => ''],
  ['a comma twice', outsideTexts(','), () => ',,'],
  ['a semicolon', outsideTexts(','), () => ';'],
  ['a comma before the end', outsideTexts('[}\\]]'), (found) => `,${found}`],
  ['a missing colon', outsideTexts(':'), () => ''],
  ['a colon twice', outsideTexts(':'), () => '::'],
  ['an equals sign', outsideTexts(':'), () => '='],
  ['single quotes', texts, (found) => `'${found.slice(1, -1)}'`],
  ['no quotes', texts, (found) => found.slice(1, -1)],
  ['no opening quote', texts, (found) => found.slice(1)],
  ['no closing quote', texts, (found) => found.slice(0, -1)],
  ['two opening quotes', texts, (found) => `"${found}`],
  ['two closing quotes', texts, (found) => `${found}"`],
  ['a comment', /$/gm, () => ' // later'],
  ['a missing opening brace', outsideTexts('\\{'), () => ''],
  ['a missing opening bracket', outsideTexts('\\['), () => ''],
  ['an opening brace twice', outsideTexts('\\{'), () => '{{'],
  ['a bracket for a brace', outsideTexts('\\{'), () => '['],
  ['a brace for a bracket', outsideTexts('\\['), () => '{'],
  ['a closing bracket twice', outsideTexts('\\]'), () => ']]'],
  ['a closing bracket for a brace', outsideTexts('\\}'), () => ']'],
  ['a closing brace for a bracket', outsideTexts('\\]'), () => '}'],
  ['a missing closing bracket', outsideTexts('\\]'), () => ''],
];

/** What they were meant to be is a guess, though a good one. */
const guessed: readonly Mistake[] = [
  ['a missing closing brace', outsideTexts('\\}'), () => ''],
  ['a closing brace twice', outsideTexts('\\}'), () => '}}'],
  ['an opening bracket twice', outsideTexts('\\['), () => '[['],
  ['a missing value', /(?<=: ?)(?:"[^"]*"|true|[\d.]+)(?=[,\s}])/g, () => ''],
  ['a name on a line of its own', /^ *(?="[^"]+": )/gm, (indent) => `${indent}"New"\n${indent}`],
  ['a name and a colon on a line of their own', /^ *(?="[^"]+": )/gm, (indent) => `${indent}"New": \n${indent}`],
  ['a line that is lost', /^ *[}\]],?\n/gm, () => ''],
];

function* slips(text: string, [, pattern, instead]: Mistake): Generator<Slip> {
  for (const { index, 0: found } of text.matchAll(pattern)) {
    const broken = text.slice(0, index) + instead(found) + text.slice(index + found.length);
    // Taking the quotes of a number away makes it one.
    if (!isJson(broken)) {
      yield { text: broken, offset: index };
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const expressions = new ExpressionCache();

function problemsOf(text: string, notation: Notation = 'json'): Problem[] {
  return check(new AslDocument(text, notation, { expressions }), {}, (rule, error) => {
    throw new Error(rule.code, { cause: error });
  });
}

function isSyntax({ rule }: Problem): boolean {
  return rule.code === 'invalid-syntax';
}

/** The text after the first fix of a problem. */
function fixed(text: string, { fixes: [fix] = [] }: Problem, notation: Notation = 'json'): string {
  const editor = new TreeEditor(new AslDocument(text, notation).tree);
  fix?.edit(editor);
  return applyChanges(text, editor.changes);
}

function line(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Where it happened, to find it when a test fails. */
function told({ text, offset }: Slip, problems: readonly Problem[]): string {
  return `${text.slice(Math.max(0, offset - 30), offset)}<|>${text.slice(offset, offset + 30)}\n${problems.map(({ message }) => message).join('\n')}`;
}

suite('one mistake in JSON', () => {
  test('the machine itself has nothing wrong with it', () => {
    assert.deepEqual([problemsOf(machine), problemsOf(oneLine)], [[], []]);
  });

  for (const mistake of [...certain, ...guessed]) {
    test(`${mistake[0]}: told at its line, and nothing else is said`, () => {
      const all = [...slips(machine, mistake)];
      assert.ok(all.length >= 7);
      for (const slip of all) {
        const problems = problemsOf(slip.text);
        const places = problems.flatMap(({ span, related = [] }) => [span, ...related.map(({ at }) => at.span)]);
        assert.ok(problems.every(isSyntax) && problems.length >= 1 && problems.length <= 2, told(slip, problems));
        assert.ok(places.some(({ start }) => Math.abs(line(slip.text, start) - line(slip.text, slip.offset)) <= 1), told(slip, problems));
      }
    });

    test(`${mistake[0]}, all on one line: nothing else is said`, () => {
      for (const slip of slips(oneLine, mistake)) {
        const problems = problemsOf(slip.text);
        assert.ok(problems.every(isSyntax) && problems.length >= 1 && problems.length <= 2, told(slip, problems));
      }
    });
  }

  for (const mistake of certain) {
    test(`${mistake[0]}: the fix brings the machine back`, () => {
      for (const slip of slips(machine, mistake)) {
        const [problem] = problemsOf(slip.text);
        assert.ok(problem);
        const after = fixed(slip.text, problem);
        assert.ok(isJson(after), told(slip, [problem]));
        assert.deepEqual(JSON.parse(after), JSON.parse(machine), told(slip, [problem]));
      }
    });
  }

  test('the habits of another language are one mistake each, with one fix', () => {
    const javascript = machine.replaceAll(texts, (found) => (/^"\w+"$/.test(found) ? found.slice(1, -1) : `'${found.slice(1, -1)}'`)).replace(/: (\w+)(?=[,\s}])/g, (found, word: string) => (/^(true|\d)/.test(word) ? found : `: '${word}'`));
    const problems = problemsOf(javascript);
    assert.deepEqual(problems.map(({ message }) => message), ['Text needs double quotes.', 'JSON has double quotes only.', ...problems.slice(2).map(({ message }) => message)]);
    assert.ok(problems.length <= 4 && problems.every(isSyntax), told({ text: javascript, offset: 0 }, problems));
    const commented = machine.replaceAll(/,$/gm, ', // later');
    assert.deepEqual(problemsOf(commented).map(({ fixes: [fix] = [] }) => fix?.title), ['Remove the comments']);
    const single = machine.replaceAll(texts, (found) => `'${found.slice(1, -1)}'`);
    const [problem, ...others] = problemsOf(single);
    assert.ok(problem && others.length === 0);
    assert.equal(fixed(single, problem), machine);
  });

  test('a mistake elsewhere is told all the same, unless both are in the same object', () => {
    const worse = machine.replace('"Seconds": 30', '"Seconds": "30"');
    const isTold = (text: string): boolean => problemsOf(text).some(({ rule }) => rule.code === 'wrong-value');
    for (const mistake of [...certain, ...guessed]) {
      for (const slip of slips(worse, mistake)) {
        const isElsewhere = Math.abs(line(worse, slip.offset) - line(worse, worse.indexOf('"Seconds"'))) > 1;
        assert.ok(isTold(slip.text) || !isElsewhere, told(slip, problemsOf(slip.text)));
      }
    }
    // Where the mistake takes nothing away, even a name that is nowhere is sure.
    for (const mistake of certain.slice(0, 8)) {
      for (const slip of slips(machine.replace('"Default": "Cool down"', '"Default": "Warm up"'), mistake)) {
        const isTold = problemsOf(slip.text).some(({ rule }) => rule.code === 'unknown-state');
        assert.ok(isTold || slip.text.includes("'Warm up'") || mistake[0] === 'a comma before the end', told(slip, problemsOf(slip.text)));
      }
    }
  });
});

suite('one mistake in YAML', () => {
  const yaml = dedent(`
    Comment: Train, check and save a model.
    StartAt: Train
    States:
      Train:
        Type: Task
        Resource: arn:aws:states:::sagemaker:createTrainingJob.sync
        Parameters:
          TrainingJobName.$: $.name
          RoleArn: "arn:aws:iam::123456789012:role/trainer"
          AlgorithmSpecification: { TrainingInputMode: File, TrainingImage: image }
          OutputDataConfig:
            S3OutputPath: s3://bucket
          ResourceConfig: { InstanceCount: 1, InstanceType: ml.m5.large, VolumeSizeInGB: 10 }
          StoppingCondition:
            MaxRuntimeInSeconds: 3600
        Retry:
          - ErrorEquals: [SageMaker.AmazonSageMakerException, Busy]
            IntervalSeconds: 5
        Catch:
          - ErrorEquals:
              - States.ALL
            ResultPath: $.error
            Next: Give up
        Next: Good enough?
      Good enough?:
        Type: Choice
        # Ninety percent will do.
        Choices:
          - Variable: $.accuracy
            NumericGreaterThan: 0.9
            Next: Both
          - Not:
              Variable: $.accuracy
              IsPresent: true
            Next: Give up
        Default: 'Cool down'
      Cool down:
        Type: Wait
        Seconds: 30
        Next: Train
      Both:
        Type: Parallel
        Branches:
          - StartAt: Save
            States:
              Save:
                Type: Pass
                End: true
          - StartAt: Tell
            States:
              Tell:
                Type: Pass
                QueryLanguage: JSONata
                Output: "{% $states.input %}"
                End: true
        End: true
      Give up:
        Type: Fail
        Error: Training
    `);
  const value = parseYamlText(yaml) as unknown;

  /** Those that one can tell for certain. */
  const certain: readonly Mistake[] = [
    ['tabs', /^(?: {2})+(?=\S)/gm, (found) => '\t'.repeat(found.length / 2)],
    ['no space behind a colon', /: (?=\S)/g, () => ':'],
    ['no colon', /:(?= \w)/g, () => ''],
    ['no colon above a block', /:$/gm, () => ''],
    ['no space behind a dash', /- (?=\S)/g, () => '-'],
    ['a comment of another language', /(?<=["'}\]])$/gm, () => ' // later'],
    ['no closing quote', /["'](?=$)/gm, () => ''],
    ['no closing brace or bracket', / ?[}\]]$/gm, () => ''],
    ['no comma in braces', /, (?=\w+: )/g, () => ' '],
  ];
  const guessed: readonly Mistake[] = [
    ['a column too far in', /^(?= *[\w-])/gm, () => ' '],
    ['two columns too far in', /^(?= *[\w-])/gm, () => '  '],
    ['a column too far out', /^ (?= *\S)/gm, () => ''],
    ['two columns too far out', /^ {2}(?= *\S)/gm, () => ''],
    ['one tab for all spaces', /^ +(?=\S)/gm, () => '\t'],
    ['a text that needs quotes', /(?<=\w: )(?=[\w$])/g, () => '@'],
    ['a percent sign', /(?<=\w: )(?=[\w$])/g, () => '%'],
    ['a second colon', /(?<=\w: [\w.]+)$/gm, () => ': more'],
    ['an open quote', /(?<=\w: )(?=[\w$])/g, () => '"'],
    ['an open single quote', /(?<=\w: )(?=[\w$])/g, () => "'"],
    ['an open bracket', /(?<=\w: )(?=[\w$])/g, () => '['],
    ['an open brace', /(?<=\w: )(?=[\w$])/g, () => '{'],
    ['an alias of nothing', /(?<=\w: )(?=[\w$])/g, () => '*'],
    ['an expression without quotes', /"(?=\{%)|(?<=%\})"/g, () => ''],
  ];

  /** Those texts that YAML can't read; what it reads as something else is no matter of notation. */
  const broken = (mistake: Mistake): readonly { slip: Slip; problems: Problem[] }[] =>
    [...slips(yaml, mistake)].map((slip) => ({ slip, problems: problemsOf(slip.text, 'yaml') })).filter(({ problems }) => problems.some(isSyntax));

  test('the machine itself has nothing wrong with it', () => {
    assert.deepEqual(problemsOf(yaml, 'yaml'), []);
  });

  for (const mistake of [...certain, ...guessed]) {
    test(`${mistake[0]}: is one problem, and nothing else is said`, () => {
      const all = broken(mistake);
      assert.ok(all.length > 0);
      for (const { slip, problems } of all) {
        assert.ok(problems.every(isSyntax) && problems.length <= 2, told(slip, problems));
        assert.ok(problems.every(({ message }) => !/collection|scalar|implicit|mapping|token/i.test(message)), told(slip, problems));
      }
    });
  }

  for (const mistake of certain) {
    test(`${mistake[0]}: is told in its line, and the fix brings the machine back`, () => {
      for (const { slip, problems } of broken(mistake)) {
        const [problem] = problems;
        assert.ok(problem && Math.abs(line(slip.text, problem.span.start) - line(slip.text, slip.offset)) <= 1, told(slip, problems));
        assert.deepEqual(parseYamlText(fixed(slip.text, problem, 'yaml')), value, told(slip, problems));
      }
    });
  }

  test('tabs throughout are one mistake', () => {
    const tabbed = yaml.replace(/^(?: {2})+/gm, (found) => '\t'.repeat(found.length / 2));
    const problems = problemsOf(tabbed, 'yaml');
    assert.deepEqual(problems.map(({ message }) => message), ['YAML takes no tabs for indentation, only spaces.']);
    assert.ok(problems[0]);
    assert.equal(fixed(tabbed, problems[0], 'yaml'), yaml);
  });

  test('with the line breaks of Windows too', () => {
    const text = yaml.replace('Seconds: 30', 'Seconds:30').replaceAll('\n', '\r\n');
    const [problem, ...others] = problemsOf(text, 'yaml');
    assert.ok(problem && others.length === 0);
    assert.equal(fixed(text, problem, 'yaml'), yaml.replaceAll('\n', '\r\n'));
  });

  test('a mistake elsewhere is told all the same', () => {
    const slip = { text: yaml.replace('Seconds: 30', 'Seconds: thirty').replace('IntervalSeconds: 5', 'IntervalSeconds:5'), offset: 0 };
    assert.deepEqual(problemsOf(slip.text, 'yaml').map(({ rule }) => rule.code), ['invalid-syntax', 'wrong-value']);
  });
});

suite('a definition that is being written', () => {
  for (const file of ['train-model.asl.json', 'batch-job.asl.json', 'tune-model.asl.json']) {
    test(`every prefix of ${file} is unfinished, and nothing else is said of it`, function () {
      // Thousands of texts, on whatever machine.
      this.timeout(120_000);
      const text = readFileSync(join(import.meta.dirname, '../../../examples', file), 'utf8').trimEnd();
      assert.deepEqual(problemsOf(text), []);
      for (let length = 1; length < text.length; length++) {
        const problems = problemsOf(text.slice(0, length));
        assert.ok(problems.every(isSyntax) && problems.length >= 1 && problems.length <= 2, told({ text, offset: length }, problems));
      }
    });
  }

  test('a prefix in YAML is a text of its own: it can be read, and means what it would in JSON, or is told to be unfinished', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../examples/train-model.asl.yaml'), 'utf8');
    assert.deepEqual(problemsOf(text, 'yaml'), []);
    for (let length = 1; length < text.length; length += 7) {
      const prefix = text.slice(0, length);
      const problems = problemsOf(prefix, 'yaml');
      if (problems.some(isSyntax)) {
        assert.ok(problems.every(isSyntax) && problems.length <= 2, told({ text, offset: length }, problems));
      } else if (parseYamlText(prefix) !== null) {
        const json = problemsOf(JSON.stringify(parseYamlText(prefix)));
        assert.deepEqual(codes(problems), codes(json), told({ text, offset: length }, problems));
      }
    }
  });
});

function codes(problems: readonly Problem[]): string[] {
  return problems.map(({ rule }) => rule.code).sort();
}
