// A run that is looked at: what is known of it, and the event that the reader has come to. The page on the history and the graph both show
// it, so that what one of them comes to the other does too.
import { EventEmitter, type Disposable, type Uri } from 'vscode';
import type { Tracker } from '../../history/tracker';

export class OpenRun implements Disposable {
  private readonly moving = new EventEmitter<void>();
  readonly onDidMove = this.moving.event;

  constructor(
    /** What it is called on the graph. */
    readonly title: string,
    readonly tracker: Tracker,
    /** True while it goes on in the debugger. */
    public isLive = false,
    /** The file of its history; that of a run in the debugger is written when it is over. */
    readonly file?: Uri,
    public at = Math.max(0, tracker.events.length - 1),
  ) {}

  move(at: number): void {
    const next = Math.max(0, Math.min(this.tracker.events.length - 1, Math.round(at)));
    if (next !== this.at) {
      this.at = next;
      this.moving.fire();
    }
  }

  /** To the last event there is, as the run goes on. */
  follow(): void {
    this.at = Math.max(0, this.tracker.events.length - 1);
    this.moving.fire();
  }

  dispose(): void {
    this.moving.dispose();
  }
}

/** Which run is shown on the graph of which definition. */
export class ShownRuns implements Disposable {
  private readonly runs = new Map<string, { readonly run: OpenRun; readonly listening: Disposable }>();
  private readonly changing = new EventEmitter<string>();
  /** Tells the address of the definition. */
  readonly onDidChange = this.changing.event;

  get(definition: Uri): OpenRun | undefined {
    return this.runs.get(definition.toString())?.run;
  }

  show(definition: Uri, run: OpenRun): void {
    const key = definition.toString();
    this.runs.get(key)?.listening.dispose();
    this.runs.set(key, { run, listening: run.onDidMove(() => this.changing.fire(key)) });
    this.changing.fire(key);
  }

  /** Takes it off; `only` where no other run has taken its place. */
  clear(definition: Uri, only?: OpenRun): void {
    const key = definition.toString();
    const there = this.runs.get(key);
    if (there && (!only || there.run === only)) {
      there.listening.dispose();
      this.runs.delete(key);
      this.changing.fire(key);
    }
  }

  dispose(): void {
    for (const { listening } of this.runs.values()) {
      listening.dispose();
    }
    this.changing.dispose();
  }
}
