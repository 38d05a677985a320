// What runs through the states of a definition: what each takes, what its work gives, what it hands on.
// Source: Step Functions Developer Guide, "Processing input and output", "Transforming data with JSONata".
import type { Call } from '../../model/call';
import { callOf } from '../../model/call';
import type { Reference, State, StateMachine } from '../../model/machine';
import { visitStateParts } from '../../model/parts';
import type { JsonataSite, PathSite } from '../../model/sites';
import { contextObject } from '../../spec/context-object';
import { member, type Node } from '../../syntax/tree';
import { calledAction } from '../called-action';
import type { Definition } from '../definition';
import { plainName } from '../variables';
import { contextData, either, errorOutput, fieldOf, itemOf, listOf, object, ofShape, placed, type Field, type Known } from './data';
import { jsonataData, type JsonataRoots } from './jsonata';
import { followPath, templateData, type Roots } from './paths';

/** The data of one state. */
export interface StateData {
  /** As it comes. */
  readonly input: Known;
  /** Behind `InputPath`: what `$` is in the state's own fields. */
  readonly seen: Known;
  /** What the work of a Task, Map or Parallel gives: `$states.result`, and `$` in `ResultSelector`. */
  readonly result: Known;
  /** What `OutputPath` chooses from. */
  readonly whole: Known;
  /** What it hands on to the next one. */
  readonly output: Known;
}

const nothing: StateData = { input: undefined, seen: undefined, result: undefined, whole: undefined, output: undefined };

export class DataFlow {
  private readonly states = new Map<State, StateData>();
  private readonly variables = new Map<StateMachine, Map<string, Known>>();
  private readonly context: Known;

  /** @param input of the run, where an example of it is known */
  constructor(
    private readonly definition: Definition,
    private readonly input: Known,
  ) {
    this.context = contextData(input);
    if (definition.machine) {
      this.walk(definition.machine, input);
    }
  }

  of(state: State): StateData {
    return this.states.get(state) ?? nothing;
  }

  /** What a variable holds where a state of this scope reads it. */
  variable(name: string, machine: StateMachine): Known {
    const scope = this.definition.variables.scopeOf(name, machine);
    return scope && this.variables.get(scope)?.get(name);
  }

  /** The names and values of `$states` for an expression that also sees the result, or what a Catch got. */
  private statesOf(state: State, sees: 'input' | 'result' | 'errorOutput'): Known {
    const { input, result } = this.of(state);
    const fields = new Map<string, Field>([['input', { data: input, docs: 'What the state is given.' }]]);
    if (sees === 'result') {
      fields.set('result', { data: result, docs: 'What the work of the state gives.' });
    }
    if (sees === 'errorOutput') {
      fields.set('errorOutput', { data: errorOutput, docs: 'The error that is caught.' });
    }
    return { is: 'object', fields: fields.set('context', { data: this.context, docs: contextObject.docs }) };
  }

  /** What a path can begin with where it stands. */
  rootsAt({ field, part }: Pick<PathSite, 'field' | 'part'>): Roots {
    const { state } = part;
    if (!state) {
      return { input: undefined, context: this.context, variable: () => undefined };
    }
    const { input, seen, result, whole } = this.of(state);
    const isCatcher = part.is === 'catcher';
    const inputs: Readonly<Record<string, Known>> = {
      InputPath: input,
      ResultPath: input,
      OutputPath: whole,
      ResultSelector: result,
      Assign: isCatcher ? errorOutput : hasWork(state) ? result : seen,
    };
    const roots = this.rootsOf(state, Object.hasOwn(inputs, field.name) ? inputs[field.name] : seen);
    return field.name === 'ItemSelector' ? { ...roots, context: this.itemContext(itemOf(this.itemsOf(state, seen))) } : roots;
  }

  /** What an expression can begin with where it stands. */
  jsonataRootsAt({ field, part, sees }: JsonataSite): JsonataRoots {
    const { state } = part;
    if (!state) {
      return { states: undefined, variable: () => undefined };
    }
    const roots = this.jsonataRoots(state, sees);
    return field.name === 'ItemSelector' ? { ...roots, states: placed(roots.states, ['context'], this.itemContext(itemOf(this.itemsOf(state, this.of(state).seen)))) } : roots;
  }

  private itemContext(item: Known): Known {
    return contextData(this.input, item);
  }

  /** What paths can begin with in the fields of a state. */
  private rootsOf(state: State, input: Known): Roots {
    return { input, context: this.context, variable: (name) => this.variable(name, state.machine) };
  }

  /** What comes out of a scope: whatever its last states hand on. States are taken in the order in which they can follow each other. */
  private walk(machine: StateMachine, input: Known): Known {
    const incoming = new Map<State, Known>();
    const start = machine.startAt?.target;
    let output: Known;
    if (start) {
      incoming.set(start, input);
    }
    for (const state of inOrder(start)) {
      const out = this.through(state, incoming.get(state));
      this.states.set(state, { ...this.of(state), output: out });
      if (state.ends && state.type !== 'Fail') {
        output = either(output, out);
      }
      for (const reference of state.references) {
        if (reference.target && !this.states.has(reference.target)) {
          incoming.set(reference.target, either(incoming.get(reference.target), this.along(reference, state, out)));
        }
      }
    }
    return output;
  }

  /** Works a state out, and gives what it hands on. */
  private through(state: State, input: Known): Known {
    const { node, queryLanguage } = state;
    const isJsonata = queryLanguage === 'JSONata';
    const seen = isJsonata ? input : this.followed(member(node, 'InputPath'), input, state);
    const data = { input, seen, result: undefined, whole: undefined, output: undefined };
    this.states.set(state, data);
    const result = this.workOf(state, seen);
    this.states.set(state, { ...data, result });
    this.assign(member(node, 'Assign'), state, 'result', result);
    return isJsonata ? this.handedOnInJsonata(state, input, result) : this.handedOn(state, input, seen, result);
  }

  private handedOnInJsonata(state: State, input: Known, result: Known): Known {
    const output = member(state.node, 'Output');
    return output ? jsonataData(output, this.jsonataRoots(state, 'result'), this.definition.expressions) : hasWork(state) ? result : input;
  }

  private handedOn(state: State, input: Known, seen: Known, result: Known): Known {
    const { node, type } = state;
    const literal = type === 'Pass' ? member(node, 'Result') : undefined;
    const parameters = type === 'Pass' ? member(node, 'Parameters') : undefined;
    const { expressions } = this.definition;
    const made = literal
      ? templateData(literal, undefined, expressions)
      : parameters
        ? templateData(parameters, this.rootsOf(state, seen), expressions)
        : hasWork(state)
          ? this.selected(state, result)
          : seen;
    const whole = hasWork(state) || type === 'Pass' ? this.put(node, input, made) : made;
    this.states.set(state, { ...this.of(state), whole });
    return this.followed(member(node, 'OutputPath'), whole, state);
  }

  private selected(state: State, result: Known): Known {
    const selector = member(state.node, 'ResultSelector');
    return selector ? templateData(selector, this.rootsOf(state, result), this.definition.expressions) : result;
  }

  /** The input with a value at `ResultPath`. */
  private put(node: Node | undefined, input: Known, value: Known): Known {
    const path = member(node, 'ResultPath');
    if (path?.kind === 'null') {
      return input;
    }
    if (path?.kind !== 'string') {
      return value;
    }
    const names = this.definition.expressions.path(path.value).paths[0]?.steps.flatMap((step) => (step.kind === 'member' ? [step.name] : [])) ?? [];
    return placed(input, names, value);
  }

  private followed(path: Node | undefined, data: Known, state: State): Known {
    const [read] = path?.kind === 'string' ? this.definition.expressions.path(path.value).paths : [];
    return path?.kind === 'null' ? object([]) : read ? followPath(read, this.rootsOf(state, data)) : data;
  }

  /** What the state that a reference names gets of this one. */
  private along({ kind, node }: Reference, state: State, output: Known): Known {
    const holder = node.parent?.kind === 'property' ? node.parent.parent : undefined;
    const { input, seen } = this.of(state);
    if (kind === 'catcher') {
      this.assign(member(holder, 'Assign'), state, 'errorOutput', errorOutput);
      const own = member(holder, 'Output');
      return state.queryLanguage === 'JSONata' ? (own ? jsonataData(own, this.jsonataRoots(state, 'errorOutput'), this.definition.expressions) : errorOutput) : this.put(holder, input, errorOutput);
    }
    if (kind === 'choice rule') {
      this.assign(member(holder, 'Assign'), state, 'input', seen);
      const own = member(holder, 'Output');
      return own && state.queryLanguage === 'JSONata' ? jsonataData(own, this.jsonataRoots(state, 'input'), this.definition.expressions) : output;
    }
    return output;
  }

  private workOf(state: State, seen: Known): Known {
    switch (state.type) {
      case 'Task':
        return this.answerOf(state);
      case 'Parallel': {
        const given = this.given(state, seen);
        return listOf(state.machines.map((branch) => this.walk(branch, given)).reduce(either, undefined));
      }
      case 'Map': {
        const item = itemOf(this.itemsOf(state, seen));
        const outputs = state.machines.map((processor) => this.walk(processor, this.selectedItem(state, seen, item)));
        return member(state.node, 'ResultWriter') ? undefined : listOf(outputs.reduce(either, undefined));
      }
      default:
        return undefined;
    }
  }

  /** What a service answers. */
  private answerOf(state: State): Known {
    let call: Call | undefined;
    visitStateParts(state, (part) => {
      call ??= part.is === 'state' ? callOf(part) : undefined;
    });
    const called = call && calledAction(call, this.definition.services);
    if (!call || !called || call.resource.kind !== 'integration') {
      return undefined;
    }
    const { action } = called;
    switch (call.resource.pattern.text) {
      case '':
        return ofShape(action.output);
      case '.sync':
      case '.sync:2':
        return ofShape(action.endOutput);
      default:
        return undefined;
    }
  }

  /** The input of a state's work, behind `Parameters` or `Arguments`. */
  private given(state: State, seen: Known): Known {
    const [parameters, own] = [member(state.node, 'Parameters'), member(state.node, 'Arguments')];
    return state.queryLanguage === 'JSONata'
      ? own
        ? jsonataData(own, this.jsonataRoots(state, 'input'), this.definition.expressions)
        : seen
      : parameters
        ? templateData(parameters, this.rootsOf(state, seen), this.definition.expressions)
        : seen;
  }

  private itemsOf(state: State, seen: Known): Known {
    const { node } = state;
    if (state.queryLanguage === 'JSONPath') {
      return this.followed(member(node, 'ItemsPath'), seen, state);
    }
    const items = member(node, 'Items');
    return items ? jsonataData(items, this.jsonataRoots(state, 'input'), this.definition.expressions) : seen;
  }

  /** What the processor gets for each item. */
  private selectedItem(state: State, seen: Known, item: Known): Known {
    const selector = member(state.node, 'ItemSelector') ?? (state.queryLanguage === 'JSONata' ? undefined : member(state.node, 'Parameters'));
    if (member(state.node, 'ItemBatcher')) {
      return object([['Items', listOf(item)]]);
    }
    if (!selector) {
      return item;
    }
    const context = this.itemContext(item);
    return state.queryLanguage === 'JSONata'
      ? jsonataData(selector, { ...this.jsonataRoots(state, 'input'), states: placed(this.statesOf(state, 'input'), ['context'], context) }, this.definition.expressions)
      : templateData(selector, { ...this.rootsOf(state, seen), context }, this.definition.expressions);
  }

  private assign(assign: Node | undefined, state: State, sees: 'input' | 'result' | 'errorOutput', result: Known): void {
    if (assign?.kind !== 'object') {
      return;
    }
    const all = state.queryLanguage === 'JSONata' ? jsonataData(assign, this.jsonataRoots(state, sees), this.definition.expressions) : templateData(assign, this.rootsOf(state, hasWork(state) || sees === 'errorOutput' ? result : this.of(state).seen), this.definition.expressions);
    const scope = this.variables.get(state.machine) ?? new Map<string, Known>();
    this.variables.set(state.machine, scope);
    for (const { key } of assign.properties) {
      const name = plainName(key.value, state);
      scope.set(name, either(scope.get(name), fieldOf(all, name)));
    }
  }

  private jsonataRoots(state: State, sees: 'input' | 'result' | 'errorOutput'): JsonataRoots {
    return { states: this.statesOf(state, sees), variable: (name) => this.variable(name, state.machine) };
  }
}

function hasWork({ type }: State): boolean {
  return type === 'Task' || type === 'Parallel' || type === 'Map';
}

/** The states that can be reached, each after those that lead to it; where there is a loop, its first state comes first. */
function inOrder(start: State | undefined): readonly State[] {
  const seen = new Set<State>();
  const order: State[] = [];
  const stack: { readonly state: State; next: number }[] = [];
  const enter = (state: State | undefined): void => {
    if (state && !seen.has(state)) {
      seen.add(state);
      stack.push({ state, next: 0 });
    }
  };
  enter(start);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const reference = top.state.references[top.next++];
    if (reference) {
      enter(reference.target);
    } else {
      order.push(top.state);
      stack.pop();
    }
  }
  return order.reverse();
}
