// Driving the Study page as a person does.

import { suiteSetup, suiteTeardown } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/vscode/browser.mjs';

/** One browser for a suite. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  suiteSetup(async function () {
    // The first time, a browser may have to be fetched.
    this.timeout(180_000);
    browser = await launchBrowser();
  });
  suiteTeardown(() => browser?.close());
  return () => {
    if (!browser) {
      throw new Error('The browser has not been launched.');
    }
    return browser;
  };
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

/** The id of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

export async function asks(page: Page, number: number): Promise<void> {
  // The start page speaks of the question that is next in the same words.
  await page.locator('.quiz-top').getByText(new RegExp(`^Question ${number} of `)).waitFor();
}

export async function verdict(page: Page): Promise<string> {
  await page.locator('#verdict').waitFor();
  return page.locator('#verdict').innerText();
}

/** Moves the focus on until it is there, as the Tab key does. */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === id) {
      return;
    }
  }
  throw new Error(`Tab does not lead to ${id}.`);
}

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Some answer to whatever is asked. */
export async function answerAnyhow(page: Page): Promise<void> {
  if (await page.locator('#turn').count()) {
    await page.locator('#turn').click();
    await page.locator('#knew').click();
    return;
  }
  if (await page.locator('.option').count()) {
    await page.locator('.option').first().click();
  }
  for (const select of await page.locator('.matching select').all()) {
    await select.selectOption({ index: 1 });
  }
  if (await page.locator('#number').count()) {
    await page.locator('#number').fill('1');
  }
  await page.locator('#go').click();
}
