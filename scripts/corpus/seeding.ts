// Whether mistakes in what tasks hand to services are found, each at its place, and nothing is said where there is none.
// The tasks are made from the services' own models, and taken from real definitions; the mistakes are put into them one at a time.
import { memberName, memberOf, visitArguments } from '../../server/src/analysis/call-arguments';
import { calledAction } from '../../server/src/analysis/called-action';
import { AslDocument } from '../../server/src/analysis/document';
import { callOf } from '../../server/src/model/call';
import { check, type Problem } from '../../server/src/rules/check';
import { TreeEditor } from '../../server/src/syntax/editor';
import type { WorkflowType } from '../../server/src/spec/workflow-types';
import type { Node, Notation, ObjectNode, ObjectProperty } from '../../server/src/syntax/tree';
import { isEvaluated } from '../../server/src/analysis/argument-type';
import type { Shape } from '../../server/src/services/shape';
import { applyChanges } from '../../server/src/text/edit';
import { seeded } from '../../server/src/simulator/seeded';
import { services } from '../../test/support/services';
import { completeTask, everyAction, type Action } from './tasks';

type Kind = 'renamed' | 'dropped' | 'retyped' | 'other value';

/** The rules that speak of each kind of mistake. */
const told: Readonly<Record<Kind, readonly string[]>> = {
  renamed: ['unknown-argument', 'missing-argument'],
  dropped: ['missing-argument', 'conflicting-arguments'],
  retyped: ['mistyped-argument'],
  'other value': ['unknown-argument-value'],
};

/** All that are about what stands in a request. */
const codes: ReadonlySet<string> = new Set([...Object.values(told).flat(), 'unknown-integration', 'unknown-sdk-integration', 'unknown-integration-pattern']);

/** So many actions are called through the SDK. */
const sdkActions = 2_000;

/** A definition of the corpus. */
export interface Real {
  readonly file: string;
  readonly text: string;
  readonly notation: Notation;
  readonly workflowType: WorkflowType;
}

/** Prints a line for what was found in tasks that are right, and one for each kind of mistake. */
export function reportSeeding(real: readonly Real[], verbose: boolean): void {
  for (const [title, actions] of [
    ['all optimized actions', everyAction('optimized')],
    [`${sdkActions.toLocaleString('en-US')} actions of the SDK`, sample(everyAction('sdk'), sdkActions)],
  ] as const) {
    const tally = new Tally();
    for (const [index, action] of actions.entries()) {
      for (const language of ['JSONPath', 'JSONata'] as const) {
        tally.seed(`${action.resource} (${language})`, completeTask(action, language, seeded(index)), 'json', seeded(index + 1), 3);
      }
    }
    tally.report(`Mistakes seeded into tasks made for ${title}`, verbose);
  }
  const tally = new Tally();
  for (const [index, { file, text, notation }] of real.entries()) {
    tally.seed(file, text, notation, seeded(index), 4);
  }
  tally.report('Mistakes seeded into the tasks of real definitions', verbose);
}

/** Some of them, always the same, in their order: actions of one service stay together, and it is read once. */
function sample(actions: readonly Action[], count: number): Action[] {
  const next = seeded(1);
  return actions.filter((_action, index) => next() < count / actions.length || (index % 97 === 0 && count >= actions.length)).slice(0, count);
}

/** A place for a mistake, with the change that makes it and where it has to be told. */
interface Site {
  readonly depth: number;
  readonly at: string;
  readonly change: (editor: TreeEditor) => void;
}

class Tally {
  private tasks = 0;
  private readonly falseAlarms: string[] = [];
  private readonly seeded = new Map<Kind, number>();
  private readonly missed = new Map<Kind, string[]>();

  /** @param times so often each kind of mistake is made */
  seed(name: string, text: string, notation: Notation, next: () => number, times = 1): void {
    this.tasks++;
    const document = new AslDocument(text, notation, { services });
    for (const { rule, message } of problems(document)) {
      this.falseAlarms.push(`${name}: ${rule.code}: ${message}`);
    }
    for (const [kind, sites] of sitesIn(document, next)) {
      for (let time = 0; time < times && sites.length > 0; time++) {
        // Any depth is as likely as another, however few places it has.
        const depths = [...new Set(sites.map(({ depth }) => depth))];
        const depth = pick(depths, next);
        const site = pick(sites.filter((each) => each.depth === depth), next);
        if (site) {
          this.make(kind, site, name, document, notation);
        }
      }
    }
  }

  private make(kind: Kind, { change, at }: Site, name: string, { text, tree }: AslDocument, notation: Notation): void {
    const editor = new TreeEditor(tree);
    change(editor);
    const wrong = applyChanges(text, editor.changes);
    const found = problems(new AslDocument(wrong, notation, { services }));
    this.seeded.set(kind, (this.seeded.get(kind) ?? 0) + 1);
    if (!found.some(({ rule, at: place }) => told[kind].includes(rule.code) && place !== undefined && place.kind !== 'inside' && pathOf(place) === at)) {
      const instead = found.map(({ rule, at: place }) => `${rule.code} at ${place && place.kind !== 'inside' ? pathOf(place) : '?'}`).join(', ');
      this.missed.set(kind, [...(this.missed.get(kind) ?? []), `${name}: at ${at}: ${instead || 'nothing'}`]);
    }
  }

  report(title: string, verbose: boolean): void {
    console.log(`\n${title}: ${this.tasks.toLocaleString('en-US')} texts, ${String(this.falseAlarms.length)} false alarms`);
    for (const kind of Object.keys(told) as Kind[]) {
      const seeded = this.seeded.get(kind) ?? 0;
      const missed = this.missed.get(kind) ?? [];
      const share = seeded === 0 ? 100 : Math.floor(((seeded - missed.length) / seeded) * 10_000) / 100;
      console.log(`  ${kind.padEnd(12)} ${seeded.toLocaleString('en-US').padStart(6)} seeded, ${share.toFixed(2).padStart(6)} % found at their place`);
      if (verbose) {
        console.log(missed.map((each) => `    missed: ${each}`).join('\n'));
      }
    }
    if (verbose) {
      console.log(this.falseAlarms.map((each) => `  false alarm: ${each}`).join('\n'));
    }
  }
}

function problems(document: AslDocument): Problem[] {
  return check(document, {}, (rule, error) => {
    throw new Error(`rule ${rule.code} threw`, { cause: error });
  }).filter(({ rule }) => codes.has(rule.code));
}

/** Where mistakes of each kind can be made. */
function sitesIn(document: AslDocument, next: () => number): ReadonlyMap<Kind, readonly Site[]> {
  const sites: Record<Kind, Site[]> = { renamed: [], dropped: [], retyped: [], 'other value': [] };
  for (const { parts } of document.definitions) {
    for (const part of parts) {
      const call = callOf(part);
      const called = call && calledAction(call, services);
      if (called) {
        visitArguments(call, called, ({ node, shape }) => {
          const isWhole = node === call.arguments?.value;
          if (node.kind === 'object' && (shape.kind === 'structure' || shape.kind === 'union')) {
            addMembers(node, shape, sites, next);
          }
          if (!isWhole && !(node.kind === 'string' && isEvaluated(node.value)) && node.kind !== 'unknown') {
            addValues(node, shape, sites, next);
          }
        });
      }
    }
  }
  return new Map(Object.entries(sites) as [Kind, Site[]][]);
}

function addMembers(node: ObjectNode, shape: Shape, sites: Record<Kind, Site[]>, next: () => number): void {
  const depth = depthOf(node);
  const names = node.properties.map(memberName);
  for (const property of node.properties) {
    const member = memberOf(property, shape);
    if (!member || names.filter((name) => name === member.name).length > 1) {
      continue;
    }
    const name = misspelled(member.name, next);
    if (!shape.likeMember(name)) {
      const key = name + property.key.value.slice(member.name.length);
      sites.renamed.push({ depth, at: `${pathOf(node)}/${key}#`, change: (editor) => { editor.setString(property.key, key); } });
    }
    if (member.required) {
      sites.dropped.push({
        depth,
        at: node.parent?.kind === 'property' ? `${pathOf(node.parent)}#` : pathOf(node),
        change: (editor) => { editor.remove(property); },
      });
    }
  }
}

function addValues(node: Node, shape: Shape, sites: Record<Kind, Site[]>, next: () => number): void {
  const depth = depthOf(node);
  const at = pathOf(node);
  const wrong = wrongValues(shape);
  if (wrong.length > 0) {
    const value = pick(wrong, next);
    sites.retyped.push({ depth, at, change: (editor) => { editor.setValue(node, value); } });
  }
  if (shape.kind === 'enum' && node.kind === 'string' && shape.hasValue(node.value)) {
    const other = next() < 0.5 ? misspelled(node.value, next) : 'quite another';
    if (!shape.hasValue(other) && !isEvaluated(other)) {
      sites['other value'].push({ depth, at, change: (editor) => { editor.setString(node, other); } });
    }
  }
}

/** Values that can't be made into what the shape has. */
function wrongValues(shape: Shape): readonly unknown[] {
  switch (shape.kind) {
    case 'structure':
    case 'map':
      return [['a'], [], 'text', 5, true];
    case 'union':
      return shape.name === 'AttributeValue' ? [['a'], []] : [['a'], 'text', 5, true];
    case 'list':
      return [{}, { a: 1 }, 'text', 5, false];
    case 'number':
      return ['many', true, [1], { a: 1 }];
    case 'boolean':
      return ['perhaps', 1, [true], { a: true }];
    case 'enum':
      return [['a'], { a: 1 }];
    default:
      return [];
  }
}

/** A slip of the hand: a letter doubled, left out, swapped with the next or changed. */
function misspelled(name: string, next: () => number): string {
  const at = Math.floor(next() * name.length);
  const [before, letter, after] = [name.slice(0, at), name[at] ?? '', name.slice(at + 1)];
  const slips = [before + letter + letter + after, before + after, before + after.slice(0, 1) + letter + after.slice(1), `${before}x${after}`];
  const slip = pick(slips, next) ?? '';
  return slip === name || slip === '' ? `${name}s` : slip;
}

function pick<T>(from: readonly T[], next: () => number): T | undefined {
  return from[Math.floor(next() * from.length)];
}

function depthOf(node: Node | ObjectProperty): number {
  let depth = 0;
  for (let { parent } = node; parent; { parent } = parent) {
    depth++;
  }
  return depth;
}

/** `States/Train/Parameters/Tags/0`; a key has a `#` behind it. */
function pathOf(node: Node | ObjectProperty): string {
  const { parent } = node;
  switch (parent?.kind) {
    case undefined:
      return '';
    case 'array':
      return `${pathOf(parent)}/${String(parent.items.indexOf(node as Node))}`;
    case 'property':
      return pathOf(parent) + (parent.key === node ? '#' : '');
    case 'object':
      return `${pathOf(parent)}/${(node as ObjectProperty).key.value}`;
  }
}

