// All that a run can't know by itself: what tasks answer, what is in buckets, the time it starts, and chance.
// A world that answers the same gives the same run.
import type { Json } from '../expressions/value';
import type { StateMachine } from '../model/machine';
import type { WorkflowType } from '../spec/workflow-types';

export interface World {
  /** When the run starts, in milliseconds since 1970. From there the time is the run's own. */
  readonly start: number;
  /** From 0 to before 1. */
  random(): number;
  /** What a task gives. Only one is asked for at a time. */
  answer(call: TaskCall): Answer | Promise<Answer>;
  readonly objects?: ObjectStore;
  /** The machine behind an ARN, so that a nested run is run too; where there is none, the task is asked. */
  machine?(arn: string): StateMachine | undefined;
  readonly names?: Partial<Names>;
  readonly workflowType?: WorkflowType;
  /** An Express run that somebody waits for. */
  readonly isSynchronous?: boolean;
  readonly limits?: Partial<Limits>;
}

/** What the ARNs of a run are made of. */
export interface Names {
  readonly region: string;
  readonly account: string;
  readonly machine: string;
  readonly execution: string;
  readonly role: string;
}

export interface Limits {
  /** Of inputs, outputs, results and variables, in bytes. */
  readonly payload: number;
  /** Of events in a history. */
  readonly events: number;
  /** Of states that are entered, so that a run without end ends. The service has none. */
  readonly states: number;
}

export interface TaskCall {
  readonly state: string;
  /** The states around it, outermost first, and the state itself. */
  readonly path: readonly string[];
  readonly resource: string;
  readonly arguments: Json;
  readonly input: Json;
  /** How often it was asked in this visit of the state, from 0. */
  readonly attempt: number;
  /** The index in the innermost Map around it. */
  readonly iteration: number | undefined;
  /** For `.waitForTaskToken`, and what else is waited for. */
  readonly token: string | undefined;
}

export type Answer = {
  /** After so many seconds on the run's clock. */
  readonly after?: number;
  /** When it shows that it is alive, in seconds from its start. */
  readonly heartbeats?: readonly number[];
  /** What the call itself gave, where the result comes later. False where the call failed. */
  readonly submitted?: Json;
  readonly workerName?: string;
} & (
  | { readonly is: 'result'; readonly value: Json }
  | { readonly is: 'error'; readonly error?: string | undefined; readonly cause?: string | undefined }
  /** Nothing comes, so that it runs into its timeout. */
  | { readonly is: 'silence' }
  /** There is no such activity. */
  | { readonly is: 'absent' }
);

/** Buckets with text in them. */
export interface ObjectStore {
  read(bucket: string, key: string): string | undefined;
  list(bucket: string, prefix: string): readonly StoredObject[];
  write?(bucket: string, key: string, text: string): void;
}

export interface StoredObject {
  readonly key: string;
  readonly size: number;
  readonly etag?: string;
  /** In milliseconds since 1970. */
  readonly lastModified?: number;
}

export const usualNames: Names = { region: 'us-east-1', account: '111111111111', machine: 'StateMachine', execution: 'execution', role: 'StepFunctionsRole' };
export const usualLimits: Limits = { payload: 262_144, events: 25_000, states: 1_000_000 };
