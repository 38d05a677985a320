// "Convert to JSONata": the state that a cursor is in, or its whole machine.
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { AslDocument } from '../../analysis/document';
import { applyAll } from '../../conversion/machine';
import { convertState, type Conversion } from '../../conversion/state';
import type { State } from '../../model/machine';
import { TreeEditor } from '../../syntax/editor';
import { enumerated } from '../../text/words';

/** What can be converted at an offset. What can't be is there too, with the reasons. */
export function conversions(document: AslDocument, uri: string, offset: number): CodeAction[] {
  const definition = document.definitionAt(offset);
  const { machine, tree } = definition ?? {};
  // A text that is put together from pieces can't be changed as one.
  if (!definition || !machine || !tree || machine.queryLanguage === 'JSONata' || (tree.embedding && !tree.embedding.spell)) {
    return [];
  }
  const offer = (title: string, change: (editor: TreeEditor) => void): CodeAction => {
    const editor = new TreeEditor(tree);
    change(editor);
    const edits = editor.changes.map(({ span, newText }) => ({ range: document.range(span), newText }));
    return { title, kind, edit: { changes: { [uri]: edits } } };
  };
  const state = definition.states.findLast(({ property: { span } }) => span.start <= offset && offset <= span.end);
  const actions: CodeAction[] = [];
  if (state?.queryLanguage === 'JSONPath') {
    const conversion = convert(definition, state);
    const title = 'Convert state to JSONata';
    actions.push(conversion.reasons.length > 0 ? refused(title, conversion.reasons.join(' ')) : offer(title + ifAnything([conversion]), (editor) => { conversion.apply(editor, true); }));
  }
  if (definition.states.some(({ queryLanguage }) => queryLanguage === 'JSONPath')) {
    const all = definition.states.map((each) => convert(definition, each));
    const kept = all.filter(({ reasons }) => reasons.length > 0);
    const converted = all.filter(({ reasons, state: { queryLanguage } }) => reasons.length === 0 && queryLanguage === 'JSONPath');
    const title = 'Convert state machine to JSONata';
    const apply = (editor: TreeEditor): void => {
      applyAll(machine.node, all, editor);
    };
    if (kept.length === 0) {
      actions.push(offer(title + ifAnything(converted), apply));
    } else {
      if (converted.length > 0) {
        actions.push(offer(`Convert ${String(converted.length)} of ${String(converted.length + kept.length)} states to JSONata${ifAnything(converted)}`, apply));
      }
      actions.push(refused(title, kept.map(({ state: { name }, reasons }) => `"${name}": ${reasons.join(' ')}`).join('\n')));
    }
  }
  return actions;
}

const kind = CodeActionKind.RefactorRewrite;

/** What has to hold of the data, which the person may know. */
function ifAnything(converted: readonly Conversion[]): string {
  const conditions = [...new Set(converted.flatMap((each) => each.conditions))];
  return conditions.length === 0 ? '' : `, if ${enumerated(conditions)}`;
}

function refused(title: string, reason: string): CodeAction {
  return { title, kind, disabled: { reason } };
}

function convert({ tree, variables }: Definition, state: State): Conversion {
  return convertState(state, tree, variables.namesIn(state.machine));
}
