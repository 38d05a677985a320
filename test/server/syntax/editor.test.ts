import assert from 'node:assert/strict';
import { TreeEditor } from '../../../server/src/syntax/editor';
import { parse } from '../../../server/src/syntax/parse';
import { member, property, type ArrayNode, type Node, type ObjectNode, type ObjectProperty } from '../../../server/src/syntax/tree';
import { applyChanges } from '../../../server/src/text/edit';
import { dedent } from '../../support/fixture';

/** The text after the change, in the notation that it is written in. */
function edited(sample: string, edit: (editor: TreeEditor, root: ObjectNode) => void): string {
  const text = sample.startsWith('\n') ? dedent(sample) : sample;
  const tree = parse(text, text.trimStart().startsWith('{') ? 'json' : 'yaml');
  const editor = new TreeEditor(tree);
  edit(editor, tree.root as ObjectNode);
  return applyChanges(text, editor.changes);
}

const insertEnd = (editor: TreeEditor, root: ObjectNode): void => {
  editor.insert(member(root, 'A') as ObjectNode, 'End', true);
};
const removeB = (editor: TreeEditor, root: ObjectNode): void => {
  editor.remove(property(root, 'B') as ObjectProperty);
};
const itemOf = (root: ObjectNode, index: number): Node => (member(root, 'L') as ArrayNode).items[index] as Node;

suite('changes to a tree', () => {
  test('a property is added on the line of the others', () => {
    assert.equal(edited('{ "A": { "Type": "Pass" } }', insertEnd), '{ "A": { "Type": "Pass", "End": true } }');
    assert.equal(edited('A: { Type: Pass }', insertEnd), 'A: { Type: Pass, "End": true }');
  });

  test('a property is added on a line of its own', () => {
    assert.equal(
      edited(
        `
        {
          "A": {
            "Type": "Pass"
          }
        }`,
        insertEnd,
      ),
      dedent(`
        {
          "A": {
            "Type": "Pass",
            "End": true
          }
        }`),
    );
    assert.equal(edited('A:\n  Type: Pass # for now\nB: 1\n', insertEnd), 'A:\n  Type: Pass # for now\n  End: true\nB: 1\n');
    assert.equal(edited('A:\n  Type: Pass', insertEnd), 'A:\n  Type: Pass\n  End: true');
  });

  test('a property is added after a block of text, and in an item of a list', () => {
    assert.equal(edited('A:\n  Comment: |\n    one\n    two\nB: 1\n', insertEnd), 'A:\n  Comment: |\n    one\n    two\n  End: true\nB: 1\n');
    assert.equal(
      edited('L:\n  - A: 1\n  - A: 2\n', (editor, root) => {
        editor.insert(itemOf(root, 0) as ObjectNode, 'Next', 'Yes');
      }),
      'L:\n  - A: 1\n    Next: "Yes"\n  - A: 2\n',
    );
  });

  test('a property is added to an empty object', () => {
    assert.equal(edited('{ "A": {} }', insertEnd), '{ "A": { "End": true } }');
    assert.equal(edited('A: {}', insertEnd), 'A: { "End": true }');
  });

  test('a property is removed', () => {
    assert.equal(edited('{ "A": 1, "B": 2 }', removeB), '{ "A": 1 }');
    assert.equal(edited('{ "B": 1, "C": 2 }', removeB), '{ "C": 2 }');
    assert.equal(edited('A: 1\nB:\n  X: 1\nC: 2\n', removeB), 'A: 1\nC: 2\n');
    assert.equal(edited('A: { B: 1, C: 2 }\nB: 1\n', removeB), 'A: { B: 1, C: 2 }\n');
    assert.equal(edited('A: { B: 1, C: 2 }\nB: 1', removeB), 'A: { B: 1, C: 2 }');
  });

  test('items that are beside each other are removed together', () => {
    const removeLastTwo = (editor: TreeEditor, root: ObjectNode): void => {
      const list = root.properties[0]?.value as ArrayNode;
      editor.removeAll(list, list.items.slice(1));
    };
    assert.equal(edited('{ "L": [1, 2, 3] }', removeLastTwo), '{ "L": [1] }');
    assert.equal(edited('L:\n  - A: 1\n  - A: 2\n  - A: 3\nB: 1\n', removeLastTwo), 'L:\n  - A: 1\nB: 1\n');
  });

  test('the first property of an item leaves the dash, and the only one leaves braces', () => {
    const removeFirst = (editor: TreeEditor, root: ObjectNode): void => {
      editor.remove((itemOf(root, 0) as ObjectNode).properties[0] as ObjectProperty);
    };
    assert.equal(edited('L:\n  - A: 1\n    B: 2\n', removeFirst), 'L:\n  - B: 2\n');
    assert.equal(edited('L:\n  - A: 1\n  - B: 2\n', removeFirst), 'L:\n  - {}\n  - B: 2\n');
  });

  test('an item is removed', () => {
    const removeSecond = (editor: TreeEditor, root: ObjectNode): void => {
      editor.remove(itemOf(root, 1));
    };
    assert.equal(edited('{ "L": [1, 2, 3] }', removeSecond), '{ "L": [1, 3] }');
    assert.equal(edited('{ "L": [1, 2] }', removeSecond), '{ "L": [1] }');
    assert.equal(edited('L:\n  - A: 1\n    B: 2\n  - A: 3\n    B: 4\n  - A: 5\n', removeSecond), 'L:\n  - A: 1\n    B: 2\n  - A: 5\n');
    assert.equal(edited('L: [1, 2, 3]\n', removeSecond), 'L: [1, 3]\n');
  });

  test('a value is replaced', () => {
    const set = (value: unknown) => (editor: TreeEditor, root: ObjectNode) => {
      editor.setValue(member(root, 'A') as Node, value);
    };
    assert.equal(edited('{ "A": "5" }', set(5)), '{ "A": 5 }');
    assert.equal(edited('A: "5" # seconds\n', set(5)), 'A: 5 # seconds\n');
    assert.equal(edited('A:\n  B: 1\nC: 2\n', set([])), 'A: []\nC: 2\n');
    assert.equal(edited('A:\n- x\nC: 2\n', set('x')), 'A: x\nC: 2\n');
    assert.equal(edited('A: |-\n  x\n  y\nC: 2\n', set('x\ny')), 'A: "x\\ny"\nC: 2\n');
    assert.equal(edited("A: 'x'\n", set("it's")), "A: 'it''s'\n");
  });

  test('a value of several lines is written on several lines', () => {
    const set = (editor: TreeEditor, root: ObjectNode): void => {
      editor.setValue(member(root, 'A') as Node, { Or: [{ X: 1 }] });
    };
    assert.equal(
      edited('{\n    "A": {\n        "B": 1,\n        "C": 1\n    }\n}', set),
      '{\n    "A": {\n        "Or": [\n            {\n                "X": 1\n            }\n        ]\n    }\n}',
    );
    assert.equal(edited('A:\n  B: 1\n  C: 1\nD: 2\n', set), 'A:\n  Or:\n    - X: 1\nD: 2\n');
    assert.equal(edited('A: { B: 1 }\n', set), 'A: { "Or": [{ "X": 1 }] }\n');
  });

  test('an object is added on several lines where the others are', () => {
    const add = (editor: TreeEditor, root: ObjectNode): void => {
      editor.insert(member(root, 'States') as ObjectNode, 'Save model', { Type: 'Pass', End: true });
    };
    assert.equal(
      edited('{\n  "States": {\n    "A": {}\n  }\n}', add),
      '{\n  "States": {\n    "A": {},\n    "Save model": {\n      "Type": "Pass",\n      "End": true\n    }\n  }\n}',
    );
    assert.equal(edited('States:\n  A: {}\n', add), 'States:\n  A: {}\n  Save model:\n    Type: Pass\n    End: true\n');
  });

  test('a value becomes the item of a list', () => {
    const wrap = (editor: TreeEditor, root: ObjectNode): void => {
      editor.wrapInList(member(root, 'A') as Node);
    };
    assert.equal(edited('{ "A": { "B": 1 } }', wrap), '{ "A": [{ "B": 1 }] }');
    assert.equal(edited('A: x\n', wrap), 'A: [x]\n');
    assert.equal(edited('A:\n  B: 1\n\n  C: |\n    text\nD: 1\n', wrap), 'A:\n  - B: 1\n\n    C: |\n      text\nD: 1\n');
  });

  test('items change places', () => {
    const swap = (editor: TreeEditor, root: ObjectNode): void => {
      editor.reorder(member(root, 'L') as ArrayNode, [itemOf(root, 1), itemOf(root, 0)]);
    };
    assert.equal(edited('{ "L": [{ "A": 1 }, 2] }', swap), '{ "L": [2, { "A": 1 }] }');
    assert.equal(edited('L:\n  - A: 1\n    B: 2\n  - C: 3\n', swap), 'L:\n  - C: 3\n  - A: 1\n    B: 2\n');
  });

  test('a key is renamed in its own quotes', () => {
    const rename = (editor: TreeEditor, root: ObjectNode): void => {
      editor.setString((property(root, 'A') as ObjectProperty).key, 'Yes, we');
    };
    assert.equal(edited('{ "A": 1 }', rename), '{ "Yes, we": 1 }');
    assert.equal(edited('A: 1', rename), 'Yes, we: 1');
  });
});
