// One run of a machine: the one that was asked for, a child of a distributed Map, or a nested one.
import { timestampOf } from '../expressions/instant';
import type { Json, JsonObject } from '../expressions/value';
import type { WorkflowType } from '../spec/workflow-types';
import { History, type Details, type EventType, type HistoryEvent } from './history';
import type { Strand } from './scheduler';
import type { Names } from './world';

export interface ExecutionOptions {
  readonly id: string;
  readonly name: string;
  readonly names: Names;
  readonly machine: string;
  readonly machineName: string;
  readonly input: Json;
  readonly start: number;
  readonly type: WorkflowType;
  readonly isSynchronous?: boolean;
  /** In seconds; `undefined` without an end. */
  readonly timeout: number | undefined;
  readonly mostEvents: number;
  readonly parent: Execution | undefined;
}

export class Execution {
  readonly deadline: number;
  /** The strand that it begins with. */
  root!: Strand;
  private readonly history: History;

  constructor(readonly options: ExecutionOptions) {
    const { id, start, timeout, mostEvents, type } = options;
    this.deadline = timeout === undefined ? Infinity : start + timeout * 1000;
    this.history = new History(id, type === 'EXPRESS' ? Infinity : mostEvents);
  }

  get id(): string {
    return this.options.id;
  }

  tell(type: EventType, previousEventId: number, timestamp: number, details: Details): HistoryEvent {
    return this.history.add(type, previousEventId, timestamp, details);
  }

  /** This run, or one around it, if its time is over before then: the one whose time is over first. */
  outOfTime(due: number): Execution | undefined {
    const around = this.options.parent?.outOfTime(Math.min(due, this.deadline));
    return around ?? (due > this.deadline ? this : undefined);
  }

  /** What the context object says of the run and its machine. */
  readonly context = (): { Execution: JsonObject; StateMachine: JsonObject } => {
    const { id, input, start, name, names, machine, machineName, isSynchronous } = this.options;
    return {
      Execution: {
        Id: id,
        Input: input,
        StartTime: timestampOf(start),
        Name: name,
        RoleArn: `arn:aws:iam::${names.account}:role/${names.role}`,
        // What somebody waits for is not run again later.
        ...(isSynchronous ? {} : { RedriveCount: 0 }),
      },
      StateMachine: { Id: machine, Name: machineName },
    };
  };
}
