// What is known of the run as a whole, above its states: its name, how it ended, whose definition it is, and what can be done with it.
import type { ShownRun } from '../../client/src/webviews/history/messages';
import { counted, h } from '../shared/dom';
import { icon } from '../shared/icons';
import { statusIcon, statusWord } from '../shared/run-status';
import { clock, day, duration } from './words';

export type HeaderUse = { showGraph(): void; replay(): void; chooseDefinition(): void; chooseRun(): void };

export function drawHeader(file: string, run: ShownRun, use: HeaderUse): HTMLElement[] {
  const { name, runs, status, reason, start, end, notes, definition, events, visits } = run;
  const facts = [
    start !== undefined && `${day(start)}, ${clock(start)}`,
    start !== undefined && end !== undefined && duration(end - start),
    counted(visits.length, 'state'),
    counted(events.length, 'event'),
  ].filter((each) => typeof each === 'string');
  const button = (id: string, text: string, press: () => void, primary = false): HTMLElement => h('button', { type: 'button', id, ...(primary && { class: 'primary' }), onclick: press }, text);
  return [
    h('div', { class: 'title' }, h('h1', {}, file), h('span', { class: `status ran ${status.toLowerCase()}`, id: 'status' }, statusIcon(status), statusWord(status)), h('span', { class: 'faint' }, facts.join(' · '))),
    ...(name === '' ? [] : [h('p', { class: 'faint name' }, name)]),
    ...(reason === undefined ? [] : [h('p', { class: 'reason' }, reason)]),
    ...notes.map((note) => warning(note)),
    ...(definition?.trouble === undefined ? [] : [warning(definition.trouble)]),
    h(
      'div',
      { class: 'actions' },
      h('span', { id: 'definition' }, definition ? `State machine: ${definition.file}` : 'No state machine is chosen.'),
      button('choose-definition', definition ? 'Choose Another…' : 'Choose State Machine…', () => use.chooseDefinition()),
      ...(definition ? [button('show-graph', 'Show on Graph', () => use.showGraph(), true), button('replay', 'Replay in Debugger', () => use.replay())] : []),
      ...(runs > 1 ? [button('choose-run', `Choose Run (${String(runs)})…`, () => use.chooseRun())] : []),
    ),
  ];
}

function warning(text: string): HTMLElement {
  return h('p', { class: 'note' }, icon('warning'), h('span', {}, text));
}
