// One state in JSONata, or the reasons why there is none.
import type { State } from '../model/machine';
import { hasOpen, standsInOpen } from '../model/open';
import { TreeEditor } from '../syntax/editor';
import { isFlow } from '../syntax/layout';
import { property, type Tree } from '../syntax/tree';
import { FieldConverter } from './fields';

/** What a conversion would do, or why there is none. */
export interface Conversion {
  readonly state: State;
  /** Empty where the state can be converted. */
  readonly reasons: readonly string[];
  /** What has to hold of the data for the state to do the same in JSONata, as clauses that follow an "if". */
  readonly conditions: readonly string[];
  /**
   * Writes the state in JSONata.
   *
   * @param says whether the state has to say its language itself
   */
  apply(editor: TreeEditor, says: boolean): void;
}

/**
 * Works out what a state is in JSONata.
 *
 * @param variables the names of the variables that it can read
 */
export function convertState(state: State, tree: Tree, variables: readonly string[]): Conversion {
  const converter = new StateConverter(state, tree);
  converter.convert(variables);
  return converter;
}

class StateConverter implements Conversion {
  private readonly fields: FieldConverter;

  constructor(
    readonly state: State,
    private readonly tree: Tree,
  ) {
    this.fields = new FieldConverter(state);
  }

  get reasons(): readonly string[] {
    return this.fields.refusals.reasons;
  }

  get conditions(): readonly string[] {
    return this.fields.refusals.conditions;
  }

  apply(editor: TreeEditor, says: boolean): void {
    const { node, typeNode } = this.state;
    const language = property(node, 'QueryLanguage');
    const type = typeNode?.parent;
    if (this.state.queryLanguage === 'JSONata' && says) {
      return;
    }
    if (node && language) {
      if (says && language.value) {
        editor.setValue(language.value, 'JSONata');
      } else {
        this.fields.fieldsOf(node).remove(language);
      }
    } else if (node && says && type?.kind === 'property') {
      this.fields.fieldsOf(node).addAfter(type, 'QueryLanguage', 'JSONata')(editor);
    }
    this.fields.write(editor);
  }

  convert(variables: readonly string[]): void {
    const {
      state,
      fields: { refusals },
    } = this;
    const { node, type, property: named } = state;
    if (!node || !type || hasOpen(node) || standsInOpen(node, this.tree.root ?? node)) {
      refusals.add('The state is not whole, or has mistakes.');
      return;
    }
    if (state.languageInDoubt) {
      refusals.add('Its query language is not certain.');
      return;
    }
    if (state.queryLanguage === 'JSONata') {
      return;
    }
    for (const name of ['Arguments', 'Output', 'Items']) {
      if (property(node, name)) {
        refusals.add(`It has the field "${name}" of JSONata already.`);
      }
    }
    if (!isFlow(this.tree, node) && /(?:^|[\s[{,])(?:[&*][\w-]|<<:)/.test(this.tree.text.slice(named.span.start, named.span.end))) {
      refusals.add('It shares text with other places, by an anchor, an alias or a merge key of YAML.');
      return;
    }
    this.fields.convert(node);
    this.refuseHidden(variables);
  }

  /** A variable hides the function of the same name. */
  private refuseHidden(variables: readonly string[]): void {
    const trial = new TreeEditor(this.tree);
    this.fields.write(trial);
    const written = trial.changes.map(({ newText }) => newText).join('\n');
    for (const name of variables) {
      if (written.includes(`$${name}(`) || (written.includes('function(') && (name === 'item' || name === 'index' || name === 'from'))) {
        this.fields.refusals.add(`The variable "${name}" hides what the conversion needs under this name.`);
      }
    }
  }
}
