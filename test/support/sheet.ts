// A file in the page's editor whose text is known at every step, and what VS Code shows beside it while somebody writes.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { exactly, goBehind, openFile, picture, save, type Editor } from './page';

/** What is done with the keyboard: a text is typed, a key pressed; a suggestion seen, and then taken, once it is the one that Enter takes. */
export type Keystroke = string | { readonly press: string } | { readonly see: string } | { readonly take: string; readonly picture?: string };

export const line: Keystroke = { press: 'Enter' };

export class Sheet {
  private constructor(
    readonly editor: Editor,
    readonly page: Page,
    readonly file: string,
    private text: string,
  ) {}

  /** Writes the file into the folder and opens it. */
  static async open(editor: Editor, page: Page, file: string, text: string): Promise<Sheet> {
    await editor.write(file, text);
    await openFile(page, file);
    return new Sheet(editor, page, file, text);
  }

  /** Puts the cursor behind a text that the file holds once. */
  async goBehind(part: string): Promise<void> {
    this.isThereOnce(part);
    await goBehind(this.page, this.text, part);
  }

  async type(strokes: readonly Keystroke[]): Promise<void> {
    for (const stroke of strokes) {
      if (typeof stroke === 'string') {
        await this.page.keyboard.type(stroke);
      } else if ('press' in stroke) {
        await this.page.keyboard.press(stroke.press);
      } else if ('see' in stroke) {
        await suggested(this.page, stroke.see);
      } else {
        await suggested(this.page, stroke.take);
        if (stroke.picture !== undefined) {
          await picture(this.editor, this.page, stroke.picture);
        }
        await this.page.keyboard.press('Enter');
      }
    }
  }

  /** Saves; then these parts, each of which was there once, have given way to others, and all else is as it was. */
  async isWith(...changes: readonly (readonly [part: string, other: string])[]): Promise<void> {
    if (changes.length > 0) {
      await this.page.locator('.tab.active.dirty').waitFor();
    }
    let expected = this.text;
    for (const [part, other] of changes) {
      this.isThereOnce(part);
      expected = expected.replace(part, () => other);
    }
    await save(this.page);
    this.text = await this.editor.read(this.file);
    assert.equal(this.text, expected);
  }

  /** Waits until the cursor is in the line where a text begins that the file holds once. */
  async cursorIsAt(part: string): Promise<void> {
    this.isThereOnce(part);
    const number = this.text.slice(0, this.text.indexOf(part)).split('\n').length;
    await this.page.getByRole('button', { name: new RegExp(`^Ln ${number}, Col `) }).waitFor();
  }

  private isThereOnce(part: string): void {
    assert.equal(this.text.split(part).length - 1, 1, `${part} is there once`);
  }
}

/** Waits until this is the suggestion that Enter takes. */
export async function suggested(page: Page, label: string): Promise<void> {
  await page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name', { hasText: exactly(label) }).waitFor();
}

/** Asks for a hover with the keyboard, and waits until one begins with what is to be told. */
export async function hoverAtCursor(page: Page, told: RegExp): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Control+i');
  const hover = page.locator('.monaco-resizable-hover .rendered-markdown').filter({ hasText: told });
  await hover.waitFor();
  return hover;
}
