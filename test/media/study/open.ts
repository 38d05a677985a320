// The Study page as it was built, in a real browser under its real policy. What answers it is the extension's own host,
// here in the test's process, over the same kind of wire; only VS Code is missing.

import type { Browser, Page } from 'playwright-core';
import { Channel } from '../../../client/src/webviews/channel';
import { pageHtml } from '../../../client/src/webviews/html';
import { studyHost, type StudyEditor } from '../../../client/src/webviews/study/host';
import type { StudyHost, StudyPage } from '../../../client/src/webviews/study/messages';
import type { Library } from '../../../client/src/study/library';
import { openStore, type Shelf } from '../../../client/src/study/store';
import { chance, shelf } from '../../client/study/samples';
import { openBuiltPage, postTo } from '../../support/built-page';
import { smallLibrary } from './library';

const origin = 'http://study.test';

export type OpenStudy = {
  page: Page;
  host: Channel<StudyHost, StudyPage>;
  /** What the page had done in the editor. */
  done: string[];
  /** Anything that went wrong in the page: an error, a refusal of the policy. */
  complaints: string[];
};

/** Everything that outlives the page: what VS Code keeps of it, and where the record lies. */
export type World = { shelf: Shelf; state?: unknown };

type Options = {
  world?: World;
  library?: Library;
  width?: number;
  height?: number;
  /** Time stands still until the test moves it. */
  clock?: boolean;
  /** Dresses the page in a theme. */
  dress?: (page: Page) => Promise<void>;
};

export async function openStudy(
  browser: Browser,
  { world = { shelf: shelf() }, library = smallLibrary, width = 300, height = 800, clock = false, dress }: Options = {},
): Promise<OpenStudy> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
  if (clock) {
    await page.clock.install();
  }
  const done: string[] = [];
  const editor: StudyEditor = {
    openLink: (url) => done.push(`open ${url}`),
    copy: (text) => done.push(`copy ${text}`),
    openMachine: (text) => done.push(`machine ${text}`),
    insertTask: (text) => done.push(`task ${text}`),
    openValue: (value) => done.push(`value ${JSON.stringify(value)}`),
    exportRecord: () => done.push('export'),
    importRecord: () => done.push('import'),
    resetRecord: () => done.push('reset'),
  };
  const { random } = chance();
  const host = new Channel<StudyHost, StudyPage>(
    postTo(page),
    {
      ...studyHost(() => Promise.resolve(library), openStore(world.shelf), editor, () => ({ newADay: 15, mostAtOnce: 20, retention: 0.9 }), { now: Date.now, random }),
      ready: () => done.push('ready'),
      arrived: () => done.push('arrived'),
    },
  );
  const complaints = await openBuiltPage(page, {
    name: 'study',
    origin,
    html: pageHtml('study', 'Study', { address: (name) => `${origin}/${name}`, origin }),
    state: world.state,
    receive: (message) => void host.receive(message),
    keep: (state) => void (world.state = state),
  });
  await dress?.(page);
  await page.locator('h1').waitFor();
  return { page, host, done, complaints };
}
