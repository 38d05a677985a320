// What a definition means but does not say at that place, shown in between.
import type { InlayHint } from 'vscode-languageserver-types';
import type { Definition } from '../analysis/definition';
import type { AslDocument } from '../analysis/document';
import type { Reference, State } from '../model/machine';
import { retryScheduleOf, waitsText, type RetrySchedule } from '../model/retry-schedule';
import { trimmed } from '../syntax/layout';
import { member, property, type Node, type ObjectNode } from '../syntax/tree';
import { durationText } from '../text/duration';
import { overlaps, type Span } from '../text/span';

/** Which of them somebody wants to see. */
export interface InlayHintOptions {
  /** Where a transition leads that leads far away. */
  readonly farTransitions: boolean;
  /** The query language of states that have it from the whole machine. */
  readonly queryLanguage: boolean;
  /** The waits of a retrier. */
  readonly retrySchedules: boolean;
}

/** A state that is further away than this many lines can't be seen from here. */
const far = 30;

/** The hints in a part of the text, state by state. */
export function inlayHints(document: AslDocument, uri: string, within: Span, options: InlayHintOptions): InlayHint[] {
  const hints: InlayHint[] = [];
  for (const definition of document.definitions) {
    for (const { startAt, node } of options.farTransitions ? definition.machines : []) {
      if (startAt && overlaps(startAt.node, within) && overlaps(node, within)) {
        hints.push(...farTransition(definition, uri, startAt));
      }
    }
    for (const state of definition.states) {
      if (overlaps(state.property, within)) {
        hints.push(...hintsIn(definition, uri, state, options));
      }
    }
  }
  return hints;
}

function hintsIn(definition: Definition, uri: string, state: State, options: InlayHintOptions): InlayHint[] {
  return [
    ...(options.farTransitions ? state.references.flatMap((reference) => farTransition(definition, uri, reference)) : []),
    ...(options.queryLanguage ? inherited(definition, state) : []),
    ...(options.retrySchedules ? state.retriers.flatMap((retrier) => schedule(definition, retrier)) : []),
  ];
}

function farTransition(definition: Definition, uri: string, { node, target }: Reference): InlayHint[] {
  if (!target) {
    return [];
  }
  const here = endOf(definition, node);
  const range = definition.range(target.nameNode.span);
  const lines = range.start.line - here.line;
  if (Math.abs(lines) <= far) {
    return [];
  }
  const value = `${lines > 0 ? '↓' : '↑'} ${target.type === undefined ? '' : `${target.type}, `}line ${String(range.start.line + 1)}`;
  return [{ position: here, label: [{ value, location: { uri, range } }], paddingLeft: true }];
}

/** Only JSONata, as JSONPath is what everybody expects where nothing is said. */
function inherited(definition: Definition, { node, typeNode, queryLanguage, languageInDoubt }: State): InlayHint[] {
  return typeNode && queryLanguage === 'JSONata' && !languageInDoubt && !member(node, 'QueryLanguage') ? [{ position: endOf(definition, typeNode), label: queryLanguage, paddingLeft: true }] : [];
}

/** The fields that a schedule is made of, and what it is for. */
const fields = ['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy'];

/** Behind the last of its fields. */
function schedule(definition: Definition, retrier: ObjectNode): InlayHint[] {
  const found = retryScheduleOf(retrier);
  const values = fields.flatMap((name) => property(retrier, name)?.value ?? []).sort((one, other) => other.end - one.end);
  const [last] = values;
  return found && last ? [{ position: endOf(definition, last), label: scheduleText(found), paddingLeft: true }] : [];
}

/** `waits 14 s in all: 2 s, 4 s, 8 s`: an editor cuts off the end of what is long. */
function scheduleText(schedule: RetrySchedule): string {
  const { attempts, total, isJittered } = schedule;
  if (attempts === 0) {
    return 'never retried';
  }
  return `waits ${isJittered ? 'at most ' : ''}${attempts > 1 ? `${durationText(total)} in all: ` : ''}${waitsText(schedule)}`;
}

function endOf(definition: Definition, node: Node): InlayHint['position'] {
  return definition.range(trimmed(definition.text, node.span)).end;
}
