// The states of a Parallel with one branch, in its place.
import type { Definition } from '../../analysis/definition';
import type { Reference, State } from '../../model/machine';
import { isWrittenOut, type Block } from '../../syntax/members';
import { items, member, property, toValue } from '../../syntax/tree';
import { leadingTo, notWrittenOut, quoted, refused, type Outcome, type Refactoring } from './refactoring';
import { Rewriting } from './rewriting';

export const inlineParallel: Refactoring = ({ definition, state }) => {
  const around = state?.type === 'Parallel' ? state : state?.machine.kind === 'branch' ? state.machine.owner : undefined;
  return around?.machines.length === 1 && items(member(around.node, 'Branches')).length === 1
    ? [{ title: `Inline ${quoted(around)}`, kind: 'refactor.inline', outcome: inlined(definition, around) }]
    : [];
};

/** What a Parallel can have beside its branch and go without loss. */
const idle: ReadonlySet<string> = new Set(['Type', 'Comment', 'Branches', 'Next', 'End', 'OutputPath', 'Output']);

function inlined(definition: Definition, parallel: State): Outcome {
  const [branch] = parallel.machines;
  const [rewriting, inside] = [Rewriting.of(definition, parallel.machine), branch?.statesProperty?.value];
  const first = branch?.startAt?.target;
  if (!branch || !rewriting || inside?.kind !== 'object' || !isWrittenOut(inside) || !first) {
    return notWrittenOut;
  }
  const reason = whyNot(parallel) ?? (branch.states.find(({ name }) => parallel.machine.byName.has(name)) && 'Some of its states are called as states outside are.');
  if (reason !== undefined) {
    return refused(reason);
  }
  const next = parallel.references.find(({ kind }) => kind === 'Next');
  if (next?.target === parallel) {
    return refused(`${quoted(parallel)} leads to itself.`);
  }
  const succeeds = next ? branch.states.filter(({ type }) => type === 'Succeed') : [];
  for (const state of branch.states) {
    const end = property(state.node, 'End');
    if (next && end && state.ends) {
      rewriting.editor.replace(end, 'Next', next.name);
    }
  }
  // Where the branch succeeds, the run goes on.
  for (const state of succeeds) {
    const busy = state.node?.properties.find(({ key }) => key.value !== 'Type' && key.value !== 'Comment');
    if (busy) {
      return refused(`${quoted(state)} has "${busy.key.value}", and the run goes on behind it.`);
    }
    leadTo(rewriting, leadingTo(state).filter(({ from }) => from), next?.name);
  }
  leadTo(rewriting, leadingTo(parallel), succeeds.includes(first) ? next?.name : first.name);
  const blocks = branch.states.filter((state) => !succeeds.includes(state)).map((state) => rewriting.textOf(state));
  rewriting.replace([parallel], withComments(blocks, rewriting.textOf(parallel)));
  return { text: rewriting.finish() };
}

function whyNot({ node, queryLanguage, machine, ...parallel }: State): string | undefined {
  const busy = node?.properties.find(({ key }) => !idle.has(key.value));
  if (busy) {
    return `${quoted(parallel)} has "${busy.key.value}", which its states can't have for it.`;
  }
  const outer = toValue(member(node, queryLanguage === 'JSONata' ? 'Output' : 'OutputPath'));
  const isFirst = typeof outer === 'string' && /^(?:\$\[0\]|\{%\s*\$states\.result\[0\]\s*%\})$/.test(outer);
  if (!isFirst) {
    return `${quoted(parallel)} hands on a list with what its branch gives, which its states alone would not.`;
  }
  const [scope] = parallel.machines;
  const own = scope?.node.properties.find(({ key }) => key.value !== 'StartAt' && key.value !== 'States' && key.value !== 'Comment');
  return own ? `Its branch has "${own.key.value}".` : parallel.references.some(({ isOpen }) => isOpen) || queryLanguage !== machine.queryLanguage ? `What ${quoted(parallel)} does is not known for certain.` : undefined;
}

function leadTo(rewriting: Rewriting, references: readonly Reference[], name: string | undefined): void {
  for (const reference of references) {
    rewriting.lead(reference, name);
  }
}

/** What is said above the Parallel stays above the first of the states. */
function withComments(blocks: readonly Block[], { lines }: Block): Block[] {
  const written = lines.findIndex((line) => line !== '' && !/^(?:#|\/\/)/.test(line));
  const [first, ...others] = blocks;
  return first ? [{ ...first, lines: [...lines.slice(0, Math.max(0, written)), ...first.lines] }, ...others] : [];
}
