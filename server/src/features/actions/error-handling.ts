// What can go wrong is caught, or tried again.
import { isList } from '../../analysis/data/data';
import type { Definition } from '../../analysis/definition';
import { freeName } from '../../analysis/ready-made';
import { recommendedRetrier } from '../../analysis/recommended-retrier';
import type { State } from '../../model/machine';
import { states } from '../../spec/states';
import { membersOf } from '../../syntax/compose';
import { property } from '../../syntax/tree';
import { notWrittenOut, quoted, refused, type Refactoring } from './refactoring';
import { Rewriting } from './rewriting';

/** A Catch for all errors, with a Fail state that tells which one it was. */
export const catchErrors: Refactoring = ({ definition, state }) => {
  if (!state?.node || !canHave(state, 'Catch')) {
    return [];
  }
  const title = `Catch errors of ${quoted(state)}`;
  const rewriting = Rewriting.of(definition, state.machine);
  if (property(state.node, 'Catch') || !rewriting) {
    return [{ title, kind: 'refactor.rewrite', outcome: rewriting ? refused(`${quoted(state)} has a "Catch" already.`) : notWrittenOut }];
  }
  const name = freeName(definition, `${state.name.slice(0, 70)} failed`);
  const isJsonata = state.queryLanguage === 'JSONata';
  // The input stays: the error is put beside it. What is no object has no place for that, and the error goes on alone.
  const isBeside = canHaveFields(definition, state);
  const kept = !isBeside ? {} : isJsonata ? { Output: '{% $merge([$states.input, { "error": $states.errorOutput }]) %}' } : { ResultPath: '$.error' };
  rewriting.editor.insert(state.node, 'Catch', [{ ErrorEquals: ['States.ALL'], ...kept, Next: name }]);
  const place = isBeside ? '.error' : '';
  const told =
    state.machine.queryLanguage === 'JSONata'
      ? { Error: `{% $states.input${place}.Error %}`, Cause: `{% $states.input${place}.Cause %}` }
      : { ErrorPath: `$${place}.Error`, CausePath: `$${place}.Cause` };
  rewriting.insertAfter(state, [{ name, holds: { object: membersOf({ Type: 'Fail', ...told }) } }]);
  return [{ title, kind: 'refactor.rewrite', outcome: { text: rewriting.finish() } }];
};

function canHaveFields(definition: Definition, state: State): boolean {
  const shape = definition.inputs(state.machine).get(state);
  const { input } = definition.data.of(state);
  return (!shape || shape.kind === 'object') && !isList(input) && (!input || input.is === 'object' || input.is === 'shape');
}

/** A Retry for the errors that pass by themselves. */
export const retryErrors: Refactoring = ({ definition, state }) => {
  if (!state?.node || !canHave(state, 'Retry')) {
    return [];
  }
  const { by, retrier } = recommendedRetrier(definition, state);
  const title = by === undefined ? 'Add Retry' : `Add Retry for transient errors of ${by}`;
  const rewriting = Rewriting.of(definition, state.machine);
  if (property(state.node, 'Retry') || !rewriting) {
    return [{ title, kind: 'refactor.rewrite', outcome: rewriting ? refused(`${quoted(state)} has a "Retry" already.`) : notWrittenOut }];
  }
  rewriting.editor.insert(state.node, 'Retry', [retrier]);
  return [{ title, kind: 'refactor.rewrite', outcome: { text: rewriting.finish() } }];
};

function canHave({ type }: State, field: string): boolean {
  return type !== undefined && states[type].byName.has(field);
}
