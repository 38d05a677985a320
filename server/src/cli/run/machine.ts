// The state machine in a file: a definition, or a template with some.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AslDocument } from '../../analysis/document';
import type { Definition } from '../../analysis/definition';
import type { StateMachine } from '../../model/machine';
import { Catalog } from '../../services/catalog';
import { definitionEnds } from '../../spec/mocks';
import { placeIn } from '../../text/place';
import { listed } from '../../text/words';
import { UsageError } from '../command';
import { notationOf } from '../../syntax/notation';
import { readText } from '../read';

/** One in a file, with the name that a template has for it. */
interface Named {
  readonly definition: Definition;
  readonly machine: StateMachine;
  readonly name: string | undefined;
}

/** @param name which one, in a template with several */
export function machineIn(file: string, name: string | undefined, cwd: string): StateMachine {
  return oneIn(file, name, cwd, Catalog.empty()).machine;
}

/** The same with all that is known of it. */
export function definitionIn(file: string, name: string | undefined, cwd: string, services: Catalog): Definition {
  return oneIn(file, name, cwd, services).definition;
}

function oneIn(file: string, name: string | undefined, cwd: string, services: Catalog): Named {
  const all = machinesIn(file, cwd, services);
  const fitting = name === undefined ? all : all.filter((each) => each.name === name);
  const [only] = fitting;
  if (!only || fitting.length > 1) {
    const names = all.flatMap((each) => each.name ?? []);
    throw new UsageError(all.length === 0 ? `${file} has no state machine.` : `${file} has ${name === undefined ? 'several state machines: name one with --machine' : `no state machine "${name}"`}.${names.length > 0 ? ` It has ${listed(names, 'and')}.` : ''}`);
  }
  return only;
}

/** The machine that a task starts: of the same template, or beside the file under its own name. */
export function machineStarted(name: string, file: string, cwd: string): StateMachine | undefined {
  const sibling = machinesIn(file, cwd, Catalog.empty()).find((each) => each.name === name);
  if (sibling) {
    return sibling.machine;
  }
  const beside = definitionEnds.map((end) => join(dirname(file), `${name}${end}`)).find((path) => existsSync(resolve(cwd, path)));
  return beside === undefined ? undefined : machineIn(beside, undefined, cwd);
}

function machinesIn(file: string, cwd: string, services: Catalog): Named[] {
  const read = readText(resolve(cwd, file));
  if (read.text === undefined) {
    throw new UsageError(`${file} ${read.trouble}`);
  }
  const document = new AslDocument(read.text, notationOf(file, read.text), { isFinished: true, services });
  const [problem] = document.problems;
  if (problem) {
    throw new UsageError(`${file} can't be read as it is (${placeIn(read.text, problem.span.start)}): ${problem.message} stepwise check tells all that is wrong.`);
  }
  return document.definitions.flatMap((definition) => (definition.machine ? [{ definition, machine: definition.machine, name: definition.host.resource?.property.key.value }] : []));
}
