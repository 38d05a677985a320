// What is offered where a state can begin, and where a machine can.
import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { parse as parseYaml } from 'yaml';
import { AslDocument } from '../../../server/src/analysis/document';
import { completion, withDocs } from '../../../server/src/features/completion/completion';
import { Catalog } from '../../../server/src/services/catalog';
import { stateSnippets } from '../../../server/src/spec/snippets';
import type { Notation } from '../../../server/src/syntax/tree';
import { withoutTabStops } from '../../../server/src/text/snippet';
import { accepted, codesIn, offered } from '../../support/check';
import { cursor } from '../../support/fixture';

/** What is wrong but that nothing leads to the new state yet, and that some samples have an iterator. */
const complaints = (text: string, notation: Notation): string[] =>
  codesIn(text, notation).filter((code) => code !== 'unreachable-state' && code !== 'deprecated-field');

const states = stateSnippets.map(({ prefix }) => prefix);

/** One of each kind: a state, several, one with others in it. */
const kinds = stateSnippets.filter(({ prefix }) => ['sm-train', 'glue-crawler', 'state-parallel'].includes(prefix));

const jsonMachine = (inside: string): string => `{
  "StartAt": "A",
  "States": {
${inside.replace(/^/gm, '    ')}
  }
}
`;
const scope = (inside: string): string => `{
  "StartAt": "B",
  "States": {
${inside.replace(/^/gm, '    ')}
  }
}`;
const yamlMachine = (inside: string): string => `StartAt: A\nStates:\n${inside.replace(/^/gm, '  ')}\n`;

/** Where a state can begin: the text around the cursor. */
const places: Readonly<Record<Notation, Readonly<Record<string, string>>>> = {
  json: {
    'the only one': jsonMachine('<|>'),
    'the only one, typed in quotes': jsonMachine('"sm-t<|>"'),
    'between the braces': '{\n  "StartAt": "A",\n  "States": {<|>}\n}\n',
    'between the braces, in quotes': '{ "StartAt": "A", "States": { "<|>" } }',
    'the first': jsonMachine('<|>\n"A": { "Type": "Succeed" }'),
    'the first, half typed': jsonMachine('"sm-t<|>"\n"A": { "Type": "Succeed" }'),
    'in the middle': jsonMachine('"A": { "Type": "Pass", "Next": "B" },\n<|>\n"B": { "Type": "Succeed" }'),
    'in the middle, without commas': jsonMachine('"A": { "Type": "Pass", "Next": "B" }\nsm-<|>\n"B": { "Type": "Succeed" }'),
    'in the middle, with both commas': jsonMachine('"A": { "Type": "Pass", "Next": "B" },\n"sm-<|>",\n"B": { "Type": "Succeed" }'),
    'in the middle of a line': '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, <|> "B": { "Type": "Succeed" } } }',
    'the last': jsonMachine('"A": { "Type": "Succeed" },\n"sm-train<|>"'),
    'the last, without a comma': jsonMachine('"A": { "Type": "Succeed" }\n<|>'),
    'the last, behind the other on its line': jsonMachine('"A": { "Type": "Succeed" }, "<|>"'),
    'at the start of a line': '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Succeed" }\n<|>\n  }\n}\n',
    'in a branch': jsonMachine(`"A": { "Type": "Parallel", "End": true, "Branches": [\n${scope('"B": { "Type": "Succeed" },\n<|>')}\n] }`),
    'in a processor': jsonMachine(`"A": { "Type": "Map", "End": true, "ItemProcessor":\n${scope('"sm<|>"')}\n}`),
    'in a legacy iterator': jsonMachine(`"A": { "Type": "Map", "End": true, "Iterator":\n${scope('sm<|>\n"B": { "Type": "Succeed" }')}\n}`),
  },
  yaml: {
    'the only one': yamlMachine('<|>'),
    'the only one, half typed': yamlMachine('sm-t<|>'),
    'the only one, in quotes': yamlMachine('"sm-t<|>"'),
    'below a comment, before another key': 'StartAt: A\nStates: # all of them\n\n    sm<|>\nTimeoutSeconds: 900\n',
    'between the braces': 'StartAt: A\nStates: {<|>}\n',
    'the first': yamlMachine('<|>\nA:\n  Type: Succeed'),
    'the first, half typed': yamlMachine('sm-t<|>\nA:\n  Type: Succeed'),
    'in the middle': yamlMachine('A:\n  Type: Pass\n  Next: B\n<|>\nB:\n  Type: Succeed'),
    'in the middle, half typed': yamlMachine('A:\n  Type: Pass\n  Next: B\nsm-train<|>\nB:\n  Type: Succeed'),
    'in the middle, in quotes': yamlMachine("A:\n  Type: Pass\n  Next: B\n'sm-<|>'\nB:\n  Type: Succeed"),
    'the last': yamlMachine('A:\n  Type: Succeed\n<|>'),
    'the last, half typed': yamlMachine('A:\n  Type: Succeed\nsm<|>'),
    'in a branch': yamlMachine('A:\n  Type: Parallel\n  End: true\n  Branches:\n    - StartAt: B\n      States:\n        B:\n          Type: Succeed\n        sm-<|>'),
    'in a processor': yamlMachine('A:\n  Type: Map\n  End: true\n  ItemProcessor:\n    StartAt: B\n    States:\n      <|>'),
    'in a legacy iterator': yamlMachine('A:\n  Type: Map\n  Iterator:\n    StartAt: B\n    States:\n      <|>\n      B:\n        Type: Succeed\n  End: true'),
  },
};

const inJsonata: Readonly<Record<Notation, (text: string) => string>> = {
  json: (text) => text.replace('{', '{ "QueryLanguage": "JSONata",'),
  yaml: (text) => `QueryLanguage: JSONata\n${text}`,
};

for (const notation of ['json', 'yaml'] as const) {
  suite(`ready-made states in ${notation.toUpperCase()}`, () => {
    for (const [place, sample] of Object.entries(places[notation])) {
      test(place, () => {
        assert.deepEqual(offered(sample, notation).slice(-states.length), states);
        for (const snippet of place === 'in the middle' ? stateSnippets : kinds) {
          // A legacy iterator and JSONata can't be in one machine.
          for (const isJsonata of place.includes('legacy') ? [false] : [false, true]) {
            const text = accepted(isJsonata ? inJsonata[notation](sample) : sample, snippet.prefix, notation);
            assert.deepEqual(complaints(text, notation), [], text);
            assert.ok(snippet.prefix !== 'sm-train' || text.includes(isJsonata ? 'Arguments' : 'Parameters'), text);
            assert.ok(!/"?QueryLanguage.*\n[^]*QueryLanguage/.test(text), 'the machine says its language, the state need not');
            const keys = Object.keys(notation === 'json' ? (JSON.parse(text) as object) : (parseYaml(text) as object));
            assert.ok(keys.includes('States'));
          }
        }
      });
    }
  });
}

suite('where no state can begin', () => {
  const elsewhere: [Notation, string][] = [
    ['yaml', 'StartAt: A<|>\n'],
    ['yaml', 'StartAt: sm-<|>\nStates:\n  A:\n    Type: Succeed\n'],
    ['yaml', 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n    <|>\n'],
    ['yaml', 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n<|>\n'],
    ['yaml', 'StartAt: A\nStates:\n<|>\n'],
    ['yaml', 'StartAt: A\nStates:\n  A:\n    Type: Task\n    Parameters:\n      sm-<|>\n'],
    ['yaml', 'StartAt: A\nStates:\n  sm-<|>:\n    Type: Succeed\n'],
    ['json', '{ "StartAt": "<|>", "States": { "A": { "Type": "Succeed" } } }'],
    ['json', '{ "StartAt": "A", "<|>", "States": { "A": { "Type": "Succeed" } } }'],
    ['json', '{ "States": { "A": { "Type": "Succeed", "<|>" } } }'],
    ['json', '{ "States": { "A": "sm-<|>" } }'],
    ['json', '{ "States": { "sm-<|>": { "Type": "Succeed" } } }'],
    ['json', '{ "States": { "A": { "Type": "Pass", "Result": { "States": { "<|>" } } } } }'],
    ['json', '{ "States": [<|>] }'],
  ];
  for (const [notation, sample] of elsewhere) {
    test(sample, () => {
      assert.deepEqual(offered(sample, notation).filter((label) => states.includes(label) || label.startsWith('asl-machine')), []);
    });
  }
});

suite('how a state is put in', () => {
  test('the states that are named but not there come first', () => {
    assert.deepEqual(offered('{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "<|>" } }'), ['B (named elsewhere, not there yet)', ...states]);
    assert.deepEqual(offered('StartAt: A\nStates:\n  <|>\n', 'yaml'), ['A (named elsewhere, not there yet)', ...states]);
  });

  test('on lines of its own, indented as the document is, with the commas that it needs', () => {
    const machine = (inside: string): string => `{\n    "StartAt": "B",\n    "States": {${inside}}\n}`;
    const state = '\n        "B": {\n            "Type": "Task"\n        }';
    assert.equal(accepted(machine('<|>'), 'B'), machine(`${state}\n    `));
    assert.equal(accepted(machine(' "<|>" '), 'B'), machine(`${state}\n    `));
    assert.equal(accepted(machine('\n        <|>\n    '), 'B'), machine(`${state}\n    `));
    assert.equal(accepted(machine('\n<|>\n    '), 'B'), machine(`${state}\n    `));
    assert.equal(accepted(machine('\n        "A": {}\n        B<|>\n    '), 'B'), machine(`\n        "A": {},${state}\n    `));
    assert.equal(accepted(machine('\n        "A": {}, "<|>"\n    '), 'B'), machine(`\n        "A": {},${state}\n    `));
    assert.equal(accepted(machine('\n        <|>\n        "A": {}\n    '), 'B'), machine(`${state},\n        "A": {}\n    `));
    assert.equal(accepted(machine('\n        "A": {},\n        "<|>",\n        "C": {}\n    '), 'B'), machine(`\n        "A": {},${state},\n        "C": {}\n    `));
  });

  test('with tabs where the document has them', () => {
    const machine = (inside: string): string => `{\n\t"StartAt": "B",\n\t"States": {\n\t\t"A": {},\n\t\t${inside}\n\t}\n}`;
    assert.equal(accepted(machine('<|>'), 'B'), machine('"B": {\n\t\t\t"Type": "Task"\n\t\t}'));
  });

  test('in YAML as a block, in quotes where one has typed them', () => {
    const machine = (inside: string): string => `StartAt: B\nStates:\n    ${inside}\nComment: x\n`;
    assert.equal(accepted(machine('<|>'), 'B', 'yaml'), machine('B:\n        Type: Task'));
    assert.equal(accepted(machine('"<|>"'), 'B', 'yaml'), machine('"B":\n        Type: Task'));
    assert.equal(accepted(machine('A:\n        Type: Pass\n    B<|>'), 'B', 'yaml'), machine('A:\n        Type: Pass\n    B:\n        Type: Task'));
  });

  test('the one name that is missing is taken, else the snippet\'s own, or the next that is free', () => {
    const nameIn = (sample: string, notation: Notation = 'json'): string | undefined =>
      /^ *"?([^":\n]+)"?:(?: \{)?\n *"?Type"?: "?Task/m.exec(accepted(sample, 'sm-train', notation))?.[1];
    assert.equal(nameIn('{ "StartAt": "Fit: 1", "States": {\n<|>\n} }'), undefined);
    assert.equal(nameIn('{ "StartAt": "Fit", "States": {\n<|>\n} }'), 'Fit');
    assert.equal(nameIn('{ "StartAt": "A", "States": {\n"A": { "Type": "Pass", "Next": "B", "Catch": [{ "Next": "C" }] },\n<|>\n} }'), 'Train model');
    assert.equal(nameIn('{ "StartAt": "Train model", "States": {\n"Train model": { "Type": "Succeed" },\n<|>\n} }'), 'Train model 2');
    assert.equal(nameIn(yamlMachine('A:\n  Type: Parallel\n  Branches:\n    - States:\n        Train model:\n          Type: Succeed\n<|>\nTrain model 2:\n  Type: Pass'), 'yaml'), 'Train model 3');
    // The tree has no such state while the line above runs on into it.
    assert.equal(nameIn(yamlMachine('sm<|>\nTrain model:\n  Type: Succeed\nA:\n  Type: Pass'), 'yaml'), 'Train model 2');
  });

  test('in a text with the line ends of Windows', () => {
    assert.deepEqual(offered('StartAt: A\r\nStates:\r\n  <|>\r\n', 'yaml'), ['A (named elsewhere, not there yet)', ...states]);
    const text = accepted('{\r\n  "StartAt": "A",\r\n  "States": {\r\n    "B": { "Type": "Succeed" }\r\n    <|>\r\n  }\r\n}\r\n', 'A');
    assert.match(text, /"Succeed" \},\r\n {4}"A": \{\n {6}"Type": "Task"\n {4}\}\r\n {2}\}\r\n\}\n?$/);
  });

  test('the longest list of missing states takes no longer than reading the text', () => {
    const rules = Array.from({ length: 5000 }, (_, index) => `{ "Variable": "$.a", "NumericEquals": ${index}, "Next": "S${index}" }`).join(',\n');
    const { text, offset } = cursor(`{ "StartAt": "A", "States": {\n"A": { "Type": "Choice", "Choices": [${rules}] },\n<|>\n} }`);
    const started = performance.now();
    assert.equal(completion(new AslDocument(text, 'json'), offset, { snippets: true, asIs: true }).items.length, 5000 + states.length);
    assert.ok(performance.now() - started < 2000);
  });

  test('a name that needs quotes or escapes gets them', () => {
    const quoted = accepted('{ "StartAt": "A \\"$1\\" }", "States": {<|>} }', 'sm-train');
    assert.deepEqual(complaints(quoted, 'json'), []);
    const yaml = accepted("StartAt: 'A: b'\nStates:\n  <|>", 'sm-train', 'yaml');
    assert.match(yaml, /^ {2}["']A: b["']:$/m);
    assert.deepEqual(complaints(yaml, 'yaml'), []);
    const several = accepted("StartAt: 'A: b'\nStates:\n  <|>", 'glue-crawler', 'yaml');
    assert.match(several, /^ {2}["']A: b \(wait\)["']:$/m);
    assert.deepEqual(complaints(several, 'yaml'), []);
  });

  test('with tab stops, the first around the name, the last on the way out', () => {
    const { text, offset } = cursor('{ "StartAt": "A", "States": { "A": { "Type": "Succeed" },\n  "sm-tr<|>" } }');
    const item = completion(new AslDocument(text, 'json'), offset, { snippets: true, asIs: true }).items.find(({ label }) => label === 'sm-train');
    assert.deepEqual([item?.kind, item?.insertTextFormat, item?.filterText, item?.labelDetails], [15, 2, 'sm-train', { description: 'SageMaker training job' }]);
    assert.match(item?.textEdit?.newText ?? '', /^\$\{1:Train model\}": \{\n[^]*\$\{0:"End": true\}\n {2}\}\n$/);
    assert.match(JSON.stringify(item?.documentation), /Trains a model and waits until it is done[^]*```json\\n\\"Train model\\": \{\\n/);
  });

  for (const [notation, marked] of [
    ['json', '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "Train model": { "Type": "Pass", "Next": "A" },\n  <|> } }'],
    ['json', '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" },\n  "<|>" } }'],
    ['yaml', "StartAt: 'A: b'\nStates:\n  <|>\n"],
    ['yaml', 'QueryLanguage: JSONata\nStartAt: A\nStates:\n  A: {Type: Pass, Next: C}\n  B: {Type: Pass, Next: D}\n  <|>\n'],
  ] as const) {
    test(`what it does and looks like is told when somebody looks at it, of this text: ${marked}`, () => {
      const { text, offset } = cursor(marked);
      const [now, later] = [false, true].map((docsLater) => completion(new AslDocument(text, notation), offset, { snippets: true, asIs: true, docsLater }).items.filter(({ kind }) => kind === 15));
      assert.ok(now && later);
      assert.ok(later.length >= states.length && later.every(({ documentation }) => documentation === undefined));
      assert.deepEqual(later.map((item) => withDocs(item, Catalog.empty()).documentation), now.map(({ documentation }) => documentation));
      for (const { textEdit, documentation } of later.map((item) => withDocs(item, Catalog.empty()))) {
        const [, preview = ''] = /```\w+\n([^]*)\n```$/.exec(MarkupContent.is(documentation) ? documentation.value : '') ?? [];
        const bare = (lines: string): string => lines.replace(/\s+/g, '').replace(/^"/, '');
        assert.ok(preview !== '' && bare(withoutTabStops(textEdit?.newText ?? '')).includes(bare(preview)), preview);
      }
    });
  }

  test('in a definition in a template, but not on the one line of a text', () => {
    const block = 'Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        States:\n          <|>\n';
    assert.match(accepted(block, 'sm-train', 'yaml'), /\n {10}A:\n {12}Type: Task\n/);
    const text = (inside: string): string =>
      `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: |\n        {\n          "StartAt": "A",\n          "States": {\n            ${inside}\n          }\n        }\n`;
    assert.match(accepted(text('<|>'), 'sm-train', 'yaml'), /\n {12}"A": \{\n {14}"Type": "Task",\n/);
    const line = String.raw`{"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{\"StartAt\": \"A\", \"States\": {<|>}}"}}}}`;
    assert.deepEqual(offered(line), ['A (named elsewhere, not there yet)']);
    assert.equal(accepted(line, 'A'), line.replace('<|>', String.raw` \"A\": { \"Type\": \"Task\" } `));
  });
});

suite('where a machine can begin', () => {
  const whole = ['asl-machine', 'asl-machine (JSONata)'];

  test('in an empty file, in YAML with the keys that one can begin with', () => {
    assert.deepEqual(offered('<|>'), whole);
    assert.deepEqual(offered('  asl-<|>\n'), whole);
    const keys = ['StartAt (required)', 'States (required)', 'Comment', 'QueryLanguage', 'TimeoutSeconds', 'Version'];
    assert.deepEqual(offered('<|>', 'yaml'), [...whole, ...keys]);
    assert.equal(accepted('St<|>', 'States', 'yaml'), 'States:\n  ');
    assert.equal(accepted('St<|>', 'StartAt', 'yaml'), 'StartAt: ');
  });

  test('between the braces of an empty machine, branch or processor, in its language', () => {
    assert.deepEqual(offered('{<|>}').slice(-2), whole);
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Parallel", "Branches": [{<|>}] } } }').at(-1), 'asl-machine');
    assert.deepEqual(offered('{ "Comment": "x", <|> }').filter((label) => label.startsWith('asl-')), []);
  });

  for (const notation of ['json', 'yaml'] as const) {
    for (const label of whole) {
      test(`${label} in ${notation.toUpperCase()}: nothing is wrong with it`, () => {
        for (const sample of ['<|>', 'asl<|>\n', '\n<|>', ...(notation === 'json' ? ['{<|>}', '{\n  "<|>"\n}', '{ asl-m<|> }\n'] : [])]) {
          const text = accepted(sample, label, notation);
          assert.deepEqual(complaints(text, notation), [], text);
          assert.equal(text.includes('JSONata'), label.includes('JSONata'));
        }
      });
    }
  }

  test('nothing is wrong with it inside either, and its state has a name of its own', () => {
    for (const isJsonata of [false, true]) {
      const outer = (inside: string): string => {
        const text = jsonMachine(`"A": ${inside},\n"First state": { "Type": "Succeed" }`);
        return isJsonata ? inJsonata.json(text) : text;
      };
      for (const inside of ['{ "Type": "Parallel", "Next": "First state", "Branches": [{<|>}] }', '{ "Type": "Map", "Next": "First state", "ItemProcessor": {\n  "<|>"\n} }']) {
        const text = accepted(outer(inside), 'asl-machine');
        assert.deepEqual(complaints(text, 'json'), [], text);
        assert.ok(text.includes('First state 2'));
      }
    }
  });
});
