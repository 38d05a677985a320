// The states of a machine as mocks name them: by name, or by the path of the states around.
import type { CalledAction } from '../analysis/called-action';
import { calledAction } from '../analysis/called-action';
import type { Definition } from '../analysis/definition';
import { callOf, type Call } from '../model/call';
import type { State } from '../model/machine';
import { statePath } from '../model/state-path';
import type { Shape } from '../services/shape';
import { NearNames } from '../text/nearest';

export class MockedStates {
  private readonly byPath: ReadonlyMap<string, State>;
  private near: NearNames | undefined;

  constructor(readonly definition: Definition) {
    this.byPath = new Map(definition.states.map((state) => [pathOf(state), state]));
  }

  /** True where there may be states that can't be seen. */
  get isOpen(): boolean {
    return this.definition.tree.isOpen || this.definition.machines.some((machine) => machine.hasOpenNames);
  }

  /** The states that are asked for an answer, by the shortest key that is theirs alone. */
  get tasks(): readonly { readonly key: string; readonly state: State }[] {
    return this.definition.states.filter(isTask).map((state) => ({ key: this.keyOf(state), state }));
  }

  /** What the top level has, as a run goes through it. */
  get topLevel(): readonly State[] {
    return this.definition.machine?.states ?? [];
  }

  /** The name where no other task has it, else the path. */
  keyOf(state: State): string {
    const named = this.definition.states.filter(({ name }) => name === state.name);
    return named.length > 1 || state.machine.owner ? pathOf(state) : state.name;
  }

  /** The states that a key is about: the one at that path, else all of that name. */
  named(key: string): readonly State[] {
    const atPath = this.byPath.get(key);
    const byName = this.definition.states.filter(({ name }) => name === key);
    return atPath ? [atPath, ...byName.filter((state) => state !== atPath)] : byName;
  }

  /** The tasks' keys that a wrong one may have meant. */
  nearKeys(wrong: string): string[] {
    this.near ??= new NearNames(new Set(this.tasks.flatMap(({ key, state }) => [key, state.name])));
    return this.near.near(wrong);
  }

  call(state: State): Call | undefined {
    const part = state.node && this.definition.partOf(state.node);
    const call = part && callOf(part);
    return call?.by === 'Task' ? call : undefined;
  }

  /** What the service's model says of what a task calls. */
  called(state: State): CalledAction | undefined {
    const call = this.call(state);
    return call && (call.resource.kind === 'integration' ? calledAction(call, this.definition.services) : undefined);
  }

  /** What the task gives, where that is known. */
  output(state: State): Shape | undefined {
    const call = this.call(state);
    const action = this.called(state)?.action;
    const pattern = call?.resource.kind === 'integration' ? call.resource.pattern.text : '';
    return pattern === '' ? action?.output : pattern.startsWith('.sync') ? action?.endOutput : undefined;
  }

  /** The errors that a task can fail with, as its service names them; those that its handlers name come first. */
  errors(state: State): readonly string[] {
    return this.called(state)?.action.errors ?? [];
  }
}

export function isTask(state: State): boolean {
  return state.type === 'Task';
}

/** The names of the states around, outermost first, and its own: `Each/Resize`. */
export function pathOf(state: State): string {
  return statePath(state).join('/');
}
