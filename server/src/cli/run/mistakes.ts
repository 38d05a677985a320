// What is wrong with a file with mocks, as the editor marks it, for the command line.
import { resolve } from 'node:path';
import { checkMocks } from '../../mocks/check';
import { MocksDocument } from '../../mocks/document';
import { isAwsMockFile, machineName } from '../../mocks/names';
import { notationOf } from '../../syntax/notation';
import type { Host } from '../command';
import { readText } from '../read';
import { servicesFromDisk } from '../services';
import { definitionIn } from './machine';

export interface Mistake {
  readonly isError: boolean;
  /** `order.asl.mocks.yaml:3:5 "expct" says nothing here. …` */
  readonly text: string;
}

/**
 * In the order of the text. What can't be read has none: whoever reads it tells.
 *
 * @param mocks the path of the file, as it is shown
 * @param definition the path of the state machine that it is for
 * @param machine which one, in a template with several
 */
export function mistakesIn(mocks: string, definition: string, machine: string | undefined, host: Host): Mistake[] {
  const { text } = readText(resolve(host.cwd, mocks));
  if (text === undefined) {
    return [];
  }
  const services = servicesFromDisk((trouble) => {
    host.complain(trouble);
  });
  const isAws = isAwsMockFile(mocks);
  const document = new MocksDocument(text, notationOf(mocks, text), machineName(mocks), {
    isAws,
    // AWS's file has machines by names of its own.
    definition: () => (isAws ? undefined : definitionIn(definition, machine, host.cwd, services)),
  });
  return checkMocks(document).flatMap(({ severity, span, message }) => {
    const { line, character } = document.range(span).start;
    return severity === 'hint' ? [] : [{ isError: severity === 'error', text: `${mocks}:${String(line + 1)}:${String(character + 1)} ${message}` }];
  });
}
