// Which events and visits have a text in them: in their names, their inputs and outputs, their errors.
import type { Found } from '../webviews/history/messages';
import type { RecordedEvent } from './events';
import type { Tracker } from './tracker';
import { strandInWords } from './visits';

/** All words have to be there, in one event or in the name of the state; capital letters don't count. */
export function search({ events, visits, visitOf }: Tracker, text: string): Found {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const has = (where: string): boolean => words.every((word) => where.includes(word));
  const names = visits.map((visit) => `${visit.name} ${visit.type} ${strandInWords(visit.strand)}`.toLowerCase());
  const foundEvents = [...events.keys()].filter((at) => {
    const event = events[at];
    return event !== undefined && has(`${textIn(event)} ${names[visitOf[at]?.index ?? -1] ?? ''}`);
  });
  const foundVisits = new Set(foundEvents.flatMap((at) => visitOf[at]?.index ?? []));
  return { events: foundEvents, visits: [...visits.keys()].filter((at) => foundVisits.has(at) || has(names[at] ?? '')) };
}

function textIn({ type, details }: RecordedEvent): string {
  // Texts of AWS hold JSON, in which a quote is but a quote.
  const values = Object.values(details).map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  return `${type} ${values.join(' ')}`.toLowerCase();
}
