import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { parse as parseYaml } from 'yaml';
import { exactly, focusEditor, goTo, openFile, pick, picture, problems, runCommand, save, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

const prefixes = ['sm-train', 'sm-tune', 'sm-transform'];

/** What the new states will be called. The machine leads to all of them from the start, so that each is missing until it is there. */
const nameOf = (prefix: string, way: 'typed' | 'picked'): string => `${prefix.replace('sm-', '')} ${way}`;
const typedOnes = prefixes.map((prefix) => nameOf(prefix, 'typed'));
const pickedOnes = prefixes.map((prefix) => nameOf(prefix, 'picked'));
const missing = [...typedOnes, ...pickedOnes];

/** A choice that leads to them, a blank line for each that will be typed, and another state below. */
const notations = {
  json: {
    text: `{
  "StartAt": "Which",
  "States": {
    "Which": {
      "Type": "Choice",
      "Choices": [
${missing.map((name, index) => `        { "Variable": "$.which", "NumericEquals": ${index}, "Next": "${name}" }`).join(',\n')}
      ],
      "Default": "Done"
    },
${'    \n'.repeat(3)}    "Done": {
      "Type": "Succeed"
    }
  }
}
`,
    blank: { line: 16, column: 5 },
    // In quotes or without.
    typed: ['"sm-train', '"sm-tune', 'sm-transform'],
    read: (text: string): unknown => JSON.parse(text),
    only: { text: '{\n  "StartAt": "Train model",\n  "States": {\n    \n  }\n}\n', line: 4, column: 5 },
  },
  yaml: {
    text: `StartAt: Which
States:
  Which:
    Type: Choice
    Choices:
${missing.map((name, index) => `      - Variable: $.which\n        NumericEquals: ${index}\n        Next: ${name}`).join('\n')}
    Default: Done
${'  \n'.repeat(3)}  Done:
    Type: Succeed
`,
    blank: { line: 25, column: 3 },
    typed: prefixes,
    read: (text: string): unknown => parseYaml(text),
    only: { text: 'StartAt: Train model\nStates:\n  \n', line: 3, column: 3 },
  },
};

/** One story a notation, told in steps: each state stays where it was put. */
suite('snippets on the page', () => {
  let editor: Editor;
  let page: Page;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    await Promise.all(
      Object.entries(notations).flatMap(([notation, { text, only }]) => [editor.write(`choice.asl.${notation}`, text), editor.write(`only.asl.${notation}`, only.text)]),
    );
  });

  for (const [notation, { blank, typed, read, only }] of Object.entries(notations)) {
    const there: string[] = [];

    test(`every state is missing at first, in ${notation.toUpperCase()}`, async () => {
      await openFile(page, `choice.asl.${notation}`);
      await problems(page);
      await problemsAre(page, missing);
      await focusEditor(page);
    });

    // From the lowest line up, so that the lines above stay where they are.
    for (const [index, prefix] of [...prefixes.entries()].reverse()) {
      test(`${prefix} by its prefix, in ${notation.toUpperCase()}`, async () => {
        await goTo(page, blank.line + index, blank.column);
        await page.keyboard.type(typed[index] ?? prefix);
        await page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name', { hasText: exactly(prefix) }).waitFor();
        if (prefix === 'sm-train') {
          await picture(editor, page, `snippets-${notation}`);
        }
        await page.keyboard.press('Enter');
        await fill(nameOf(prefix, 'typed'));
      });
    }

    for (const prefix of prefixes) {
      test(`${prefix} from the palette, in ${notation.toUpperCase()}`, async () => {
        await goTo(page, 5, 1);
        await runCommand(page, 'Stepwise: Insert State…');
        await pick(page, prefix, prefix);
        await fill(nameOf(prefix, 'picked'));
      });
    }

    test(`all of them are in the ${notation.toUpperCase()}, with what was typed at their stops`, async () => {
      await save(page);
      const { States: states } = read(await editor.read(`choice.asl.${notation}`)) as { States: Record<string, { Type: string; Parameters?: Record<string, unknown> }> };
      // Each from the palette was put behind the choice, so the last one comes first.
      assert.deepEqual(Object.keys(states), ['Which', ...pickedOnes.toReversed(), ...typedOnes, 'Done']);
      const jobs = missing.map((name) => Object.entries(states[name]?.Parameters ?? {})[0]);
      assert.deepEqual(jobs.map((job) => /^States\.Format\('nightly-\{\}'/.test(String(job?.[1]))), missing.map(() => true));
    });

    test(`VS Code's own picker has them too, in ${notation.toUpperCase()}`, async () => {
      await openFile(page, `only.asl.${notation}`);
      await goTo(page, only.line, only.column);
      await runCommand(page, 'Snippets: Insert Snippet');
      await page.keyboard.type('sm-train (JSONata)');
      const labels = page.locator('.quick-input-list .monaco-list-row .label-name');
      await labels.filter({ hasText: exactly('sm-train (JSONata)') }).waitFor();
      await pick(page, 'sm-train', 'sm-train');
      await page.locator('.snippet-placeholder').first().waitFor();
      await problemsAre(page, []);
      await page.keyboard.press('Escape');
      await save(page);
    });

    /** The first stop is the state's name, the second begins the job's. Then nothing is wrong but what was wrong before. */
    async function fill(name: string): Promise<void> {
      await page.locator('.snippet-placeholder').first().waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press('Tab');
      await page.keyboard.type('nightly');
      await page.keyboard.press('Escape');
      there.push(name);
      await problemsAre(page, missing.filter((each) => !there.includes(each)));
    }
  }
});

/** Waits until the Problems panel tells that these states are missing, in this order, and of nothing else. */
async function problemsAre(page: Page, names: readonly string[]): Promise<void> {
  if (names.length === 0) {
    await page.locator('.markers-panel').getByText('No problems have been detected in the workspace.').waitFor();
    return;
  }
  await page.waitForFunction((wanted) => {
    const told = [...document.querySelectorAll('.markers-panel .marker-message')].map(({ textContent }) => /There is no state "([^"]*)"/.exec(textContent)?.[1]);
    return JSON.stringify(told) === wanted;
  }, JSON.stringify(names));
}
