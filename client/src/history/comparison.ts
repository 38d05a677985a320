// A run that is replayed, held against the recording: which states it enters, what they give, how they end. Times and chance are its own.
import { isSame } from '../../../server/src/expressions/value';
import { differences } from './difference';
import { payloadOf, type RecordedEvent } from './events';
import { errorOf } from './rows';
import { Tracker } from './tracker';
import { strandInWords, type Strand, type Visit } from './visits';

/** More would but repeat that it went another way. */
const most = 5;

export class Comparison {
  private readonly replay = new Tracker();
  private readonly recordedVisits = new Map<string, Visit>();
  private readonly started = new Set<string>();
  /** False where the recording does not go to the end of its run. */
  private readonly isWhole: boolean;
  private told = 0;

  constructor(private readonly recording: Tracker) {
    for (const visit of recording.visits) {
      this.recordedVisits.set(keyOf(visit), visit);
      this.started.add(strandKey(visit.strand));
    }
    this.isWhole = recording.strands[0]?.ended !== undefined;
  }

  /** True while nothing has come out otherwise. */
  get isAsRecorded(): boolean {
    return this.told === 0;
  }

  /** Takes the next event of the replay. Gives a sentence where it is not as recorded. */
  add(event: RecordedEvent): string | undefined {
    this.replay.add(event);
    const [first] = this.replay.events;
    // Of runs that were started in the run a recording does not tell.
    const trouble = event.execution === first?.execution ? this.trouble(event) : undefined;
    if (trouble === undefined || this.told >= most) {
      return undefined;
    }
    this.told++;
    return `The replay is not as recorded: ${trouble}${this.told === most ? ' More is not told.' : ''}`;
  }

  private trouble(event: RecordedEvent): string | undefined {
    const { type } = event;
    const visit = this.replay.visitOf[this.replay.events.length - 1];
    if (type.endsWith('StateEntered') && visit) {
      return this.entered(visit);
    }
    if (type.endsWith('StateExited') && visit) {
      return this.exited(visit, event);
    }
    return /^Execution(?:Succeeded|Failed|TimedOut|Aborted)$/.test(type) ? this.ended(event) : undefined;
  }

  private entered(visit: Visit): string | undefined {
    const recorded = this.recordedVisits.get(keyOf(visit));
    if (recorded?.name === visit.name || (!recorded && !this.isWhole)) {
      return undefined;
    }
    const where = inWords(visit);
    // It went another way in a branch that was heard of; of a strand that was not, nothing is known.
    if (!recorded && !this.started.has(strandKey(visit.strand))) {
      return visit.strand.owner ? `the recording has nothing of ${strandInWords(visit.strand)}.` : undefined;
    }
    return recorded ? `it goes to ${where}, where ${inWords(recorded)} was recorded.` : `it goes on to ${where}, which is not in the recording.`;
  }

  private exited(visit: Visit, event: RecordedEvent): string | undefined {
    const recorded = this.recordedVisits.get(keyOf(visit));
    if (recorded?.name !== visit.name || recorded.ended === undefined) {
      return undefined;
    }
    if (recorded.status !== visit.status) {
      const error = errorOf(recorded, this.recording.events);
      return `${inWords(visit)} has ${visit.status === 'caught' ? 'an error that was caught' : 'succeeded'}, and was recorded as ${recorded.status === 'timedOut' ? 'timed out' : recorded.status}${error === undefined ? '' : ` with ${error}`}.`;
    }
    const there = this.recording.events[recorded.ended];
    const [mine, theirs] = [payloadOf(event, 'output'), there && payloadOf(there, 'output')];
    if (mine?.value === undefined || theirs?.value === undefined || isSame(mine.value, theirs.value)) {
      return undefined;
    }
    const [first] = differences(theirs.value, mine.value).list;
    return `${inWords(visit)} gave another output. At ${first?.path ?? '$'} it is ${first?.after ?? 'not there'}, and was ${first?.before ?? 'not there'}.`;
  }

  private ended(event: RecordedEvent): string | undefined {
    const there = this.recording.events.findLast(({ type }) => /^Execution(?:Succeeded|Failed|TimedOut|Aborted)$/.test(type));
    if (!there || event.execution !== this.replay.events[0]?.execution) {
      return undefined;
    }
    const told = ({ type, details }: RecordedEvent): string => [type, details['error']].filter((each) => typeof each === 'string').join(' with ');
    return told(there) === told(event) ? undefined : `it ended with ${told(event)}, and the recording with ${told(there)}.`;
  }
}

/** Where a visit was in a run, whatever the order in which branches went on. */
function keyOf(visit: Visit): string {
  return `${strandKey(visit.strand)}|${String(visit.place)}`;
}

function strandKey(strand: Strand): string {
  const { kind, owner, index, round, visits } = strand;
  return owner ? `${keyOf(owner)}/${kind === 'branch' ? (visits[0]?.name ?? '') : String(index)}@${String(round)}` : '';
}

function inWords({ name, strand }: Visit): string {
  const where = strandInWords(strand);
  return where === '' ? `"${name}"` : `"${name}" (in ${where})`;
}
