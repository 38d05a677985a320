// What VS Code loads as `extensionTestsPath`, in its Node extension host and in the web one.
import './setup';
import './activation.test';
import './debugging.test';
import './editing.test';
import './formatting.test';
import './graph.test';
import './history.test';
import './mocks.test';
import './moving.test';
import './rules.test';
import './snippets.test';
import './study.test';
import './templates.test';
import './testing.test';

/** Runs every suite; rejects if a test failed, which becomes VS Code's exit code. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    // The browser build's own `run` reads the page's address, which no extension host has.
    const run = (Object.getPrototypeOf(mocha) as Mocha).run.bind(mocha);
    run((failures) => {
      if (failures === 0) {
        resolve();
      } else {
        reject(new Error(`${failures} failed`));
      }
    });
  });
}
