// What a rule is.
import type { CallArgument } from '../analysis/call-arguments';
import type { Definition } from '../analysis/definition';
import type { Inside, JsonataUse, PathExpression } from '../analysis/expressions';
import type { Known } from '../analysis/shapes';
import type { VariableRead } from '../analysis/variables';
import type { Call } from '../model/call';
import type { Test } from '../model/choice';
import type { Handlers } from '../model/error-handling';
import type { Reference, State, StateMachine } from '../model/machine';
import type { Part } from '../model/parts';
import type { ExpressionProblem } from '../expressions/problem';
import type { Literal, PathSite, PayloadObject } from '../model/sites';
import type { ObjectName } from '../spec/field';
import type { StateType } from '../spec/state-types';
import type { WorkflowType } from '../spec/workflow-types';
import type { Catalog } from '../services/catalog';
import type { TreeEditor } from '../syntax/editor';
import type { Node, ObjectProperty } from '../syntax/tree';
import type { Example } from './example';

/** *error*: the service refuses it, or the run is bound to fail. *warning*: it deploys but is surely not meant. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A way to mend a finding. It says what to change; the editor knows how that is spelled in JSON and in YAML. */
export interface Fix {
  /** In the imperative: `Change to "Train"`. */
  readonly title: string;
  /** True only where nothing but the slip itself can change. */
  readonly preferred?: true;
  /** Values are put in that somebody has to fill in. */
  readonly tabStops?: true;
  readonly edit: (editor: TreeEditor) => void;
}

/** What a rule has to say about one place. */
export interface Finding {
  /** The smallest part that is wrong; a stretch inside a string where the rest of it is right. */
  readonly at: Node | ObjectProperty | Inside;
  /** Where less is sure than the rule mostly is. What the user has set for the rule counts before it. */
  readonly severity?: Severity;
  /** What is wrong and what follows from it, in the user's own names. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly at: Node; readonly message: string }[];
  /** What Step Functions says when it refuses this. */
  readonly aws?: AwsRefusal;
}

/** The service's own words. Source: ValidateStateMachineDefinition in the API reference, and recorded answers. */
export interface AwsRefusal {
  readonly code: string;
  readonly message: string;
}

export interface RuleContext {
  /**
   * The definition as a whole. What a rule says of a state after it has asked for this may change with any edit elsewhere, so such a state
   * is looked at anew each time.
   */
  readonly definition: Definition;
  /** The type of the workflow that a scope runs in, where it is known. */
  workflowType(machine: StateMachine): WorkflowType | undefined;
  /** What tasks can call. */
  readonly services: Catalog;
  /** What is known of a state's input, as it comes. A state is looked at anew when that changes. */
  inputOf(state: State): Known;
  report(finding: Finding): void;
}

/** The states of one type: `Choice(state) { … }`. */
type ByStateType = { readonly [Type in StateType]?: (state: State, ctx: RuleContext) => void };

/** The objects that one table of the grammar is for: `retrier(part) { … }`. */
type ByObject = { readonly [Name in ObjectName]?: (part: Part, ctx: RuleContext) => void };

/** What a rule looks at. Each visitor is called once for each such part of the document, outer scopes first. */
export interface Visitors extends ByStateType, ByObject {
  /** The definition as a whole, with what a template says of it. */
  readonly Definition?: (definition: Definition, ctx: RuleContext) => void;
  readonly Machine?: (machine: StateMachine, ctx: RuleContext) => void;
  readonly State?: (state: State, ctx: RuleContext) => void;
  readonly Reference?: (reference: Reference, ctx: RuleContext) => void;
  /** Every `Retry` and every `Catch` that has entries. */
  readonly Handlers?: (handlers: Handlers, ctx: RuleContext) => void;
  /** Every object that the grammar has a table for: scopes, states, retriers, choice rules … */
  readonly Part?: (part: Part, ctx: RuleContext) => void;
  /** Every choice rule, and every test inside one. */
  readonly Test?: (test: Test, ctx: RuleContext) => void;
  /** Every call: of a Task, of an item reader or of a result writer. */
  readonly Call?: (call: Call, ctx: RuleContext) => void;
  /** Every value that a task hands to a service whose model is known, where that says what it has to be. */
  readonly Argument?: (argument: CallArgument, ctx: RuleContext) => void;
  /** Every string that a JSONPath state evaluates. */
  readonly Path?: (path: PathExpression, ctx: RuleContext) => void;
  /** What the parser has to say of one of them. */
  readonly PathProblem?: (found: PathProblem, ctx: RuleContext) => void;
  /** Every string that a JSONata state evaluates. */
  readonly Jsonata?: (use: JsonataUse, ctx: RuleContext) => void;
  /** Every string in a payload that is taken as it is. */
  readonly Literal?: (literal: Literal, ctx: RuleContext) => void;
  /** Every place that reads a variable. */
  readonly VariableRead?: (read: VariableRead, ctx: RuleContext) => void;
  /** Every object in a payload. */
  readonly PayloadObject?: (object: PayloadObject, ctx: RuleContext) => void;
}

/** Something that the parser of paths and intrinsic functions found. */
export interface PathProblem {
  readonly problem: ExpressionProblem;
  readonly site: PathSite;
}

export interface Rule {
  /** Kebab-case, names the defect, never changes once released. */
  readonly code: string;
  readonly severity: Severity;
  /** What is found is of no use and may be shown faded. */
  readonly unnecessary?: true;
  /** What is found is out of date and may be shown struck through. */
  readonly deprecated?: true;
  readonly docs: {
    /** What holds where the rule is kept. */
    readonly what: string;
    readonly why: string;
    /** Shows exactly this rule; a Lambda task may do without retriers in it, and in the good example. */
    readonly bad: Example;
    /** Shows none. */
    readonly good: Example;
    /** The page of the specification or of AWS that says so. */
    readonly source: string;
  };
  readonly on: Visitors;
}

/** A finding with the rule it comes from. */
export interface RuleFinding extends Finding {
  readonly rule: Rule;
}

/** Gives the rule as it is; it is here so that a rule's file is checked where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
