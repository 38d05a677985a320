// What a debug session has done so far, shown on the graph of its definition while it goes on, and kept as a file when it is over, so that
// its history can be opened.
import * as vscode from 'vscode';
import type { HistoryEvent } from '../../../server/src/simulator/history';
import { recorded } from '../history/events';
import { keptRun } from '../history/keep';
import { Tracker } from '../history/tracker';
import { OpenRun, type ShownRuns } from '../webviews/history/open-run';
import type { KeptRuns } from '../webviews/history/register';
import { addressOf } from './files';
import type { Ears } from './playback';

/** Where the address of the last run's file is remembered. */
const lastKey = 'lastRun';
/** Of a longer run the beginning is kept. */
const mostEvents = 100_000;
/** The graph follows a run that does not stop so often, in milliseconds. */
const betweenLooks = 200;

export class Recorders implements KeptRuns {
  private keeping = Promise.resolve();

  constructor(
    private readonly context: Pick<vscode.ExtensionContext, 'storageUri' | 'globalStorageUri' | 'workspaceState'>,
    readonly runs: ShownRuns,
  ) {}

  async last(): Promise<vscode.Uri | undefined> {
    // A run that is just over is the last one, even while it is still being written.
    await this.keeping;
    const address = this.context.workspaceState.get<string>(lastKey);
    return address === undefined ? undefined : vscode.Uri.parse(address);
  }

  /** Records a run of the definition at that path. */
  start(program: string): Recorder {
    return new Recorder(addressOf(program), this);
  }

  /** Writes the events down, one run after the other. Says so where that is not possible. */
  keep(definition: vscode.Uri, events: readonly HistoryEvent[]): void {
    this.keeping = this.keeping.then(async () => this.write(definition, events));
  }

  private async write(definition: vscode.Uri, events: readonly HistoryEvent[]): Promise<void> {
    const folder = vscode.Uri.joinPath(this.context.storageUri ?? this.context.globalStorageUri, 'runs');
    const name = /([^/]*?)(?:\.asl)?(?:\.\w+)?$/.exec(definition.path)?.[1] ?? 'run';
    const uri = vscode.Uri.joinPath(folder, `${name}.history.json`);
    try {
      await vscode.workspace.fs.createDirectory(folder);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(keptRun(events, definition.toString())));
      await this.context.workspaceState.update(lastKey, uri.toString());
    } catch (error) {
      void vscode.window.showWarningMessage(`The history of the run could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

export class Recorder implements Ears {
  private events: HistoryEvent[] = [];
  private run: OpenRun | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;
  private isKept = false;

  constructor(
    private readonly definition: vscode.Uri,
    private readonly around: Recorders,
  ) {}

  begin(): void {
    this.events = [];
    this.run?.dispose();
    this.run = new OpenRun('Run on this machine', new Tracker(), true);
    this.around.runs.show(this.definition, this.run);
  }

  event(event: HistoryEvent): void {
    if (this.events.length < mostEvents) {
      this.events.push(event);
      this.run?.tracker.add(recorded(event));
      this.looking ??= setTimeout(() => this.look(), betweenLooks);
    }
  }

  /** The run stands still: the graph shows where. */
  look(): void {
    clearTimeout(this.looking);
    this.looking = undefined;
    this.run?.follow();
  }

  /** The run is over, or nobody goes on with it. */
  end(): void {
    if (this.isKept || !this.run || this.events.length === 0) {
      return;
    }
    this.isKept = true;
    this.run.isLive = false;
    this.look();
    this.around.keep(this.definition, this.events);
  }
}
