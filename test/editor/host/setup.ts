// Prepares mocha for the suites that `run.ts` imports after this. The browser build of it runs in both extension hosts.
// Results go to the console as lines of JSON, like those of mocha's own `json-stream` reporter: the console is the one thing
// that reaches the outside from either host.
import 'mocha/mocha.js';

/** A reporter that tells each result on a line of its own. */
class LineReporter {
  constructor(runner: Mocha.Runner) {
    const say = (...event: unknown[]) => {
      console.log(JSON.stringify(event));
    };
    runner.on('pass', (test) => {
      say('pass', { fullTitle: test.fullTitle(), duration: test.duration });
    });
    runner.on('fail', (test, error: Error) => {
      say('fail', { fullTitle: test.fullTitle(), err: error.message, stack: error.stack });
    });
  }
}

// In the browser build only `setup` knows a user interface; the types are those of Node's build.
mocha.setup({ ui: 'tdd', timeout: 60_000, reporter: LineReporter as unknown as Mocha.ReporterConstructor });
