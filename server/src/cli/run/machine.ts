// The state machine in a file: a definition, or a template with some.
import { resolve } from 'node:path';
import { AslDocument } from '../../analysis/document';
import type { StateMachine } from '../../model/machine';
import { listed } from '../../text/words';
import { UsageError } from '../command';
import { notationOf } from '../../syntax/notation';
import { readText } from '../read';

/** @param name which one, in a template with several */
export function machineIn(file: string, name: string | undefined, cwd: string): StateMachine {
  const read = readText(resolve(cwd, file));
  if (read.text === undefined) {
    throw new UsageError(`${file} ${read.trouble}`);
  }
  const document = new AslDocument(read.text, notationOf(file, read.text), { isFinished: true });
  const [problem] = document.problems;
  if (problem) {
    throw new UsageError(`${file} can't be read as it is: ${problem.message} stepwise check tells all that is wrong.`);
  }
  const all = document.definitions.flatMap(({ machine, host }) => (machine ? [{ machine, name: host.resource?.property.key.value }] : []));
  const fitting = name === undefined ? all : all.filter((each) => each.name === name);
  const [only] = fitting;
  if (!only || fitting.length > 1) {
    const names = all.flatMap((each) => each.name ?? []);
    throw new UsageError(all.length === 0 ? `${file} has no state machine.` : `${file} has ${name === undefined ? 'several state machines: name one with --machine' : `no state machine "${name}"`}.${names.length > 0 ? ` It has ${listed(names, 'and')}.` : ''}`);
  }
  return only.machine;
}
