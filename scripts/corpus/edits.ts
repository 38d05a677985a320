// What half-typed and edited texts do: no exception, no long answer, and after an edit the same as from a fresh reading.
import { isDeepStrictEqual } from 'node:util';
import { AslDocument } from '../../server/src/analysis/document';
import { services } from '../../test/support/services';
import { ExpressionCache } from '../../server/src/analysis/expression-cache';
import { diagnostics } from '../../server/src/features/diagnostics';
import type { Notation } from '../../server/src/syntax/tree';
import { seeded } from '../../server/src/simulator/seeded';
import { dataIn } from '../../test/support/data';
import { edit } from '../../test/support/edits';

export interface Sample {
  readonly file: string;
  readonly text: string;
  readonly notation: Notation;
}

/** So many edits are made of all samples together. */
const edits = 20_000;

/** Prints a line for the prefixes of some of the samples, and one for the edits of all of them. */
export function reportEdits(samples: readonly Sample[], verbose: boolean): void {
  const every = new Tally();
  for (const { file, text, notation } of samples.filter((_sample, index) => index % 5 === 0)) {
    for (let length = 0; length <= text.length; length++) {
      every.ask(file, new AslDocument(text.slice(0, length), notation, { services }));
    }
  }
  every.report(`Every prefix of a sample of them`, verbose);

  const random = new Tally();
  for (const [index, { file, text, notation }] of samples.entries()) {
    const next = seeded(index);
    const expressions = new ExpressionCache();
    let document = new AslDocument(text, notation, { expressions, services });
    random.ask(file, document);
    for (let count = 0; count < edits / samples.length; count++) {
      document = new AslDocument(edit(document.text, text, next), notation, { expressions, services }, document);
      random.ask(file, document, new AslDocument(document.text, notation, { services }));
    }
  }
  random.report(`Random edits of a sample of them`, verbose);
}

class Tally {
  private asked = 0;
  private slowest = 0;
  private readonly threw: string[] = [];
  private readonly differ: string[] = [];

  ask(file: string, document: AslDocument, fresh?: AslDocument): void {
    this.asked++;
    const start = performance.now();
    const said = this.said(file, document);
    this.slowest = Math.max(this.slowest, performance.now() - start);
    if (fresh && !isDeepStrictEqual(said, this.said(file, fresh))) {
      this.differ.push(file);
    }
  }

  private said(file: string, document: AslDocument): unknown {
    try {
      const found = diagnostics(document, 'corpus:', (rule, error) => {
        this.threw.push(`${file}: the rule ${rule.code}: ${String(error)}`);
      });
      return [found, dataIn(document, this.asked)];
    } catch (error) {
      this.threw.push(`${file}: ${String(error)}`);
      return undefined;
    }
  }

  report(title: string, verbose: boolean): void {
    const { asked, threw, differ, slowest } = this;
    console.log(`\n${title}: ${asked.toLocaleString('en-US')} texts, ${String(threw.length)} exceptions, ${String(differ.length)} unlike a fresh reading, slowest answer ${slowest.toFixed(0)} ms`);
    if (verbose) {
      console.log([...threw, ...differ].map((each) => `  ${each}`).join('\n'));
    }
  }
}
