// Lists of places in a table, written so that little is left of those that go through the table one by one, as most do.
//
// `+3` are the next three places that no list has had yet, `12` is a place that one has, `-` is none.

/** @param lists in the order in which the table was filled: a place that is new is one behind the last new one */
export function writePlaces(lists: readonly (readonly (number | undefined)[])[]): string[] {
  let next = 0;
  return lists.map((places) => {
    const words: string[] = [];
    let run = 0;
    const endRun = (): void => {
      if (run > 0) {
        words.push(`+${String(run)}`);
        run = 0;
      }
    };
    for (const place of places) {
      if (place === next) {
        next++;
        run++;
      } else {
        endRun();
        words.push(place === undefined ? '-' : String(place));
      }
    }
    endRun();
    return words.join(' ');
  });
}

/** The lists that were written so. */
export function readPlaces(written: readonly string[]): (number | undefined)[][] {
  let next = 0;
  return written.map((text) =>
    text === ''
      ? []
      : text.split(' ').flatMap((word) => {
          if (!word.startsWith('+')) {
            return [word === '-' ? undefined : Number(word)];
          }
          const run = Array.from({ length: Number(word) }, (_, index) => next + index);
          next += run.length;
          return run;
        }),
  );
}
