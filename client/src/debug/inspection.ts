// What a person asks of a run that stands still: expressions, values, errors; and what they change in it.
import type { DebugProtocol } from '@vscode/debugprotocol';
import { parseJson, type Json } from '../../../server/src/expressions/value';
import { Refusal } from './conversation';
import { evaluate } from './evaluate';
import { fateOf, wordsFor } from './failures';
import type { Playback } from './playback';
import type { Stop } from './stop';
import { Values } from './values';

export class Inspection {
  readonly values = new Values();

  /** @param standing the run, and where it stands; no stop while it is under way */
  constructor(private readonly standing: () => { readonly playback: Playback | undefined; readonly stop: Stop | undefined }) {}

  /** Gives a variable, or a part of one, another value. @throws a Refusal where it can only be looked at */
  async setVariable({ variablesReference, name, value: text }: DebugProtocol.SetVariableArguments): Promise<DebugProtocol.SetVariableResponse['body']> {
    const { playback, stop } = this.standing();
    const value = await this.typed(text);
    const changed = this.values.changed(variablesReference, name, value);
    if (!playback || !changed) {
      throw new Refusal('That can only be looked at.');
    }
    const { visit, root } = changed;
    if (root === 'variables') {
      playback.changeVariable(visit, changed.name, changed.value);
    } else if (visit === stop?.visit && stop.point === (root === 'input' ? 'enter' : 'result')) {
      (root === 'input' ? playback.changeInput : playback.changeResult).call(playback, visit, changed.value);
    } else {
      throw new Refusal(root === 'input' ? 'The state has begun its work with this input. Step back to where it is entered to change it.' : 'The state has gone on with this result. Step in to where it has just come to change it.');
    }
    const { result, ...shown } = this.values.shown(value);
    return { value: result, ...shown };
  }

  /** What a person types as a value: JSON, or an expression. */
  private async typed(text: string): Promise<Json> {
    const value = parseJson(text);
    if (value !== undefined) {
      return value;
    }
    const { visit } = this.standing().stop ?? {};
    const given = visit && (await evaluate(text, visit));
    if (given?.value === undefined) {
      throw new Refusal(`That is no JSON and no expression that gives a value: ${given?.trouble ?? text}`);
    }
    return given.value;
  }

  /** Evaluates in the state of a frame. @throws a Refusal, with the reason, for what gives nothing */
  async evaluate(expression: string, context: string | undefined, visit: Stop['visit']): Promise<DebugProtocol.EvaluateResponse['body']> {
    if (!visit) {
      throw new Refusal('The run is under way.');
    }
    const given = await evaluate(expression, visit);
    if (given.value === undefined) {
      throw new Refusal(given.trouble);
    }
    return context === 'clipboard' ? { result: JSON.stringify(given.value, undefined, 2), variablesReference: 0 } : this.values.shown(given.value);
  }

  /** What is wrong where the run stands, and what becomes of it. */
  exceptionInfo(): DebugProtocol.ExceptionInfoResponse['body'] {
    const { visit } = this.standing().stop ?? {};
    const { failure } = visit ?? {};
    if (!visit || !failure) {
      throw new Refusal('The run does not stand at an error.');
    }
    const fate = fateOf(visit, failure);
    return {
      exceptionId: failure.error ?? 'an error without a name',
      description: [failure.reason, wordsFor(fate, visit)].filter((each) => each !== undefined && each !== '').join('\n'),
      breakMode: fate.is === 'uncaught' ? 'unhandled' : 'always',
    };
  }
}
