// The events of a run as this house knows them, whoever recorded them: the simulator, or AWS.
import { parseJson, textOf, type Json, type JsonObject } from '../../../server/src/expressions/value';
import type { HistoryEvent } from '../../../server/src/simulator/history';

export interface RecordedEvent {
  readonly id: number;
  readonly previousEventId: number;
  /** As AWS names it; a name that is not known is no mistake. */
  readonly type: string;
  /** In milliseconds since 1970; `undefined` where the record does not tell. */
  readonly timestamp: number | undefined;
  /** The ARN of the run that it belongs to; empty where the record does not tell. */
  readonly execution: string;
  readonly details: JsonObject;
  /** True where inputs, outputs and parameters are JSON texts, as AWS writes them. */
  readonly hasTexts: boolean;
}

/** An input, an output or the like. */
export interface Payload {
  /** Left out where the text is no JSON, mostly since it was cut off. */
  readonly value?: Json;
  readonly text: string;
  /** True where AWS has left out a part of it. */
  readonly isCut: boolean;
}

/** An event of the simulator. */
export function recorded({ id, previousEventId, type, timestamp, execution, details }: HistoryEvent): RecordedEvent {
  return { id, previousEventId, type, timestamp, execution, details, hasTexts: false };
}

/** What an event says under a name; `undefined` where it says nothing there. */
export function payloadOf({ details, hasTexts }: RecordedEvent, name: 'input' | 'output' | 'parameters'): Payload | undefined {
  if (!Object.hasOwn(details, name)) {
    return undefined;
  }
  const written = details[name] ?? null;
  const about = details[`${name}Details`];
  const isCut = typeof about === 'object' && about !== null && 'truncated' in about && about.truncated === true;
  if (hasTexts && typeof written === 'string') {
    const value = parseJson(written);
    return { text: written, isCut, ...(value !== undefined && { value }) };
  }
  return { text: JSON.stringify(written), value: written, isCut };
}

/** The variables that a state set, by name. */
export function variablesOf({ details, hasTexts }: RecordedEvent): JsonObject | undefined {
  const written = details['assignedVariables'];
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return undefined;
  }
  return Object.fromEntries(Object.entries(written as JsonObject).map(([name, each]) => [name, hasTexts && typeof each === 'string' ? (parseJson(each) ?? each) : each]));
}

/** A detail as text; `undefined` where there is none. */
export function detail({ details }: RecordedEvent, name: string): string | undefined {
  return Object.hasOwn(details, name) && details[name] !== null ? textOf(details[name]) : undefined;
}
