// Ready-made states put into every real definition, in each of its layouts, at a place that a number decides.
import { seeded } from '../../server/src/simulator/seeded';
import { emptied, faultsOf, labels, layouts, placesIn, type Text } from '../../test/snippets/insertions';

export interface Definition extends Text {
  readonly file: string;
}

/** Prints how many insertions changed what was there, or brought in something that is wrong. */
export function reportInsertions(definitions: readonly Definition[], verbose: boolean): void {
  const next = seeded(1);
  const faults: string[] = [];
  let count = 0;
  for (const definition of definitions) {
    for (const text of [...Object.values(layouts(definition)), ...Object.values(layouts(emptied(definition)))]) {
      const places = placesIn(text);
      const offset = places[Math.floor(next() * places.length)] ?? 0;
      const label = labels[count % labels.length] ?? '';
      faults.push(...faultsOf(text, offset, label).map((fault) => `${definition.file}: ${label} at ${String(offset)} of ${String(text.text.length)}: ${fault}`));
      count++;
    }
  }
  console.log(`\nReady-made states put into the valid definitions, ${String(count)} times: ${String(faults.length)} times something else has changed, or is wrong`);
  if (verbose) {
    console.log(faults.map((fault) => `  ${fault}`).join('\n'));
  }
}
