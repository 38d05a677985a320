// All that is known of the data in a document, to compare with what another one knows.
import type { AslDocument } from '../../server/src/analysis/document';

/**
 * What every state takes, makes and hands on, and what every variable holds.
 *
 * @param first which state is asked about first: what was asked before must not matter
 */
export function dataIn(document: AslDocument, first = 0): unknown {
  return document.definitions.map(({ states, machines, variables, data }) => {
    const asked = states[first % states.length];
    if (asked) {
      data.of(asked);
    }
    return {
      states: states.map((state) => ({ name: state.name, ...data.of(state) })),
      variables: machines.map((machine) => variables.namesIn(machine).map((name) => [name, data.variable(name, machine)])),
    };
  });
}
