// The fields of one state in JSONata: what they see, and what becomes of them.
import type { State } from '../model/machine';
import type { TreeEditor } from '../syntax/editor';
import { member, property, type Node, type ObjectNode, type ObjectProperty } from '../syntax/tree';
import { FieldChanges, type Change } from './change';
import { condition, testFields } from './choice';
import { convertValueText } from './intrinsic';
import { inside, isRandom, marked, objectOf, operand, type Jsonata } from './jsonata';
import { handedOn, isIdentity, isText, merged } from './output';
import { convertPathText } from './path';
import { Refusals, type Scope } from './scope';
import { changeLiterals, changeTemplate, literalExpression, readsInput, templateExpression } from './template';
import { evaluated, twins, valueFor } from './twins';

/** Collects what has to change in a state, and why something can't be. */
export class FieldConverter {
  readonly refusals = new Refusals();
  private readonly changes: Change[] = [];
  private readonly objects = new Map<ObjectNode, FieldChanges>();

  constructor(private readonly state: State) {}

  /** Writes what was worked out. */
  write(editor: TreeEditor): void {
    for (const change of this.changes) {
      change(editor);
    }
    for (const fields of this.objects.values()) {
      fields.apply(editor);
    }
  }

  /** Works out all fields of the state. */
  convert(node: ObjectNode): void {
    const { type } = this.state;
    const fields = this.fieldsOf(node);
    const whole: Scope = { input: operand('$states.input'), refusals: this.refusals };
    const inputPath = property(node, 'InputPath');
    const result = type === 'Pass' ? property(node, 'Result') : undefined;
    // A fixed result leaves no use for what the state would see.
    const seen = result ? whole.input : this.selected(inputPath, whole);
    const scope: Scope = { ...whole, input: seen };
    const isNarrowed = seen?.text !== '$states.input';
    fields.remove(inputPath);
    this.paths(node, scope);
    switch (type) {
      case 'Pass':
        this.pass(node, scope, result);
        break;
      case 'Task':
      case 'Parallel':
        this.work(node, scope, isNarrowed);
        break;
      case 'Map':
        this.map(node, scope, isNarrowed);
        break;
      case 'Choice':
        this.choices(node, scope);
        break;
      case 'Wait':
      case 'Succeed':
        this.assign(node, scope);
        this.output(node, this.throughOutputPath(node, seen ?? operand('null'), scope));
        break;
      default:
        break;
    }
  }

  /** `InputPath` */
  private selected(path: ObjectProperty | undefined, scope: Scope): Jsonata | undefined {
    const value = path?.value;
    return value ? this.pathOrNull(value, scope) : scope.input;
  }

  private pathOrNull(value: Node, scope: Scope): Jsonata {
    return value.kind === 'null' ? objectOf([]) : value.kind === 'string' ? convertPathText(value.value, scope) : scope.refusals.add('A path that the deployment fills in is not known here.');
  }

  /** Fields that have a twin with `Path` at its end. */
  private paths(node: ObjectNode, scope: Scope): void {
    for (const each of node.properties) {
      const { key, value } = each;
      const plain = key.value.slice(0, -'Path'.length);
      if (!twins.has(key.value)) {
        if (evaluated.has(key.value) && value) {
          changeLiterals(value, this.changes);
        }
      } else if (value?.kind === 'string') {
        const expression = marked(plain === 'Error' || plain === 'Cause' ? convertValueText(value.value, scope) : valueFor(plain, convertPathText(value.value, scope)));
        this.changes.push((editor) => {
          editor.setString(key, plain);
          editor.setString(value, expression);
        });
      } else {
        this.refusals.add(`The path in ${key.value} is not known here.`);
      }
    }
  }

  private pass(node: ObjectNode, scope: Scope, result: ObjectProperty | undefined): void {
    const fields = this.fieldsOf(node);
    const parameters = property(node, 'Parameters');
    const resultPath = property(node, 'ResultPath');
    const isWhole = (!resultPath || isText(resultPath.value, '$')) && isIdentity(property(node, 'OutputPath'));
    const source = result ?? parameters;
    if (result?.value?.kind === 'null') {
      this.refusals.add('What a Result of null gives is not certain.');
    }
    if (result) {
      fields.remove(parameters);
    }
    const readsResult = readsInput(member(node, 'Assign'));
    if (isWhole && source?.value && !readsResult) {
      this.rename(source, 'Output');
      if (result) {
        changeLiterals(source.value, this.changes);
      } else {
        changeTemplate(source.value, scope, this.changes);
      }
      fields.remove(resultPath, property(node, 'OutputPath'));
      this.assign(node, scope);
      return;
    }
    const made = !source?.value ? (scope.input ?? operand('null')) : result ? literalExpression(source.value, scope) : templateExpression(source.value, scope);
    if (readsResult && isRandom(made)) {
      this.refusals.add('Assign would draw another random value than the output has.');
    }
    fields.remove(source);
    this.assign(node, { ...scope, input: made });
    this.output(node, this.throughPaths(node, made, scope));
  }

  /** Task and Parallel. */
  private work(node: ObjectNode, scope: Scope, isNarrowed: boolean): void {
    const parameters = property(node, 'Parameters');
    if (parameters?.value?.kind === 'object') {
      this.rename(parameters, 'Arguments');
      changeTemplate(parameters.value, scope, this.changes);
    } else if (parameters) {
      this.refusals.add('Parameters is no object that can be read here.');
    } else if (isNarrowed) {
      this.fieldsOf(node).add('Arguments', scope.input?.text === '{}' ? {} : marked(scope.input ?? operand('null')));
    }
    const credentials = member(node, 'Credentials');
    if (credentials) {
      if (isNarrowed) {
        this.refusals.add('Whether Credentials see what InputPath picks is not certain.');
      }
      changeTemplate(credentials, scope, this.changes);
    }
    this.afterWork(node);
  }

  private map(node: ObjectNode, scope: Scope, isNarrowed: boolean): void {
    const fields = this.fieldsOf(node);
    const itemsPath = property(node, 'ItemsPath');
    const reader = member(node, 'ItemReader');
    if (itemsPath?.value && !reader) {
      const items = this.pathOrNull(itemsPath.value, scope);
      fields.remove(itemsPath);
      if (items.text !== '$states.input') {
        fields.add('Items', marked(items));
      }
    } else if (reader) {
      fields.remove(itemsPath);
    } else if (isNarrowed) {
      fields.add('Items', marked(scope.input ?? operand('null')));
    }
    const parameters = property(node, 'Parameters');
    const selector = property(node, 'ItemSelector') ?? parameters;
    if (selector?.value) {
      if (selector === parameters) {
        this.rename(selector, 'ItemSelector');
      }
      changeTemplate(selector.value, scope, this.changes);
    }
    const iterator = property(node, 'Iterator');
    if (iterator) {
      this.rename(iterator, 'ItemProcessor');
    }
    const batcher = member(node, 'ItemBatcher');
    for (const part of [member(reader, 'ReaderConfig'), batcher]) {
      if (part?.kind === 'object') {
        this.paths(part, scope);
      }
    }
    const batchInput = member(batcher, 'BatchInput');
    if (batchInput) {
      changeTemplate(batchInput, scope, this.changes);
    }
    for (const part of [reader, member(node, 'ResultWriter')]) {
      const request = property(part, 'Parameters');
      if (request?.value) {
        this.rename(request, 'Arguments');
        changeTemplate(request.value, scope, this.changes);
      }
    }
    this.afterWork(node);
  }

  /** What Task, Parallel and Map do with their result. */
  private afterWork(node: ObjectNode): void {
    const fields = this.fieldsOf(node);
    const scope: Scope = { input: operand('$states.result'), refusals: this.refusals };
    const selector = property(node, 'ResultSelector');
    this.assign(node, selector ? { ...scope, input: undefined } : scope);
    const resultPath = property(node, 'ResultPath');
    if (selector?.value && (!resultPath || isText(resultPath.value, '$')) && isIdentity(property(node, 'OutputPath'))) {
      this.rename(selector, 'Output');
      changeTemplate(selector.value, scope, this.changes);
      fields.remove(resultPath, property(node, 'OutputPath'));
    } else {
      const isDropped = resultPath?.value?.kind === 'null';
      fields.remove(selector);
      const made = selector?.value && !isDropped ? templateExpression(selector.value, scope) : operand('$states.result');
      this.output(node, this.throughPaths(node, made, scope), '$states.result');
    }
    for (const catcher of this.state.catchers) {
      this.catcher(catcher);
    }
  }

  private catcher(catcher: ObjectNode): void {
    const scope: Scope = { input: operand('$states.errorOutput'), refusals: this.refusals };
    this.assign(catcher, scope);
    const path = property(catcher, 'ResultPath');
    if (path) {
      this.output(catcher, merged(path.value, operand('$states.errorOutput'), this.refusals), '$states.errorOutput', [path]);
    }
  }

  private choices(node: ObjectNode, scope: Scope): void {
    const output = this.throughOutputPath(node, scope.input ?? operand('null'), scope);
    const choices = member(node, 'Choices');
    for (const rule of choices?.kind === 'array' ? choices.items : []) {
      if (rule.kind !== 'object') {
        this.refusals.add('A choice rule is not whole, or can\'t be read.');
        continue;
      }
      const fields = this.fieldsOf(rule);
      fields.remove(...testFields(rule));
      fields.add('Condition', marked(condition(rule, scope)));
      if (output.text !== '$states.input') {
        fields.add('Output', valueOf(output));
      }
      this.assign(rule, scope);
    }
    this.assign(node, scope);
    this.output(node, output);
  }

  private assign(node: ObjectNode, scope: Scope): void {
    const assign = member(node, 'Assign');
    if (assign) {
      changeTemplate(assign, scope, this.changes);
    }
  }

  /** `ResultPath` and `OutputPath`; the first is about the whole input, whatever `InputPath` picked. */
  private throughPaths(node: ObjectNode, made: Jsonata, scope: Scope): Jsonata {
    const resultPath = property(node, 'ResultPath');
    const whole = resultPath ? merged(resultPath.value, made, this.refusals) : made;
    this.fieldsOf(node).remove(resultPath);
    return this.throughOutputPath(node, whole, scope, resultPath?.value, made);
  }

  private throughOutputPath(node: ObjectNode, whole: Jsonata, scope: Scope, resultPath?: Node, made?: Jsonata): Jsonata {
    const path = property(node, 'OutputPath');
    this.fieldsOf(node).remove(path);
    if (!path?.value) {
      return whole;
    }
    return handedOn(path.value, scope.refusals, resultPath, made) ?? this.pathOrNull(path.value, { ...scope, input: operand(inside(whole)) });
  }

  /** @param usual what is handed on where nothing says so */
  private output(node: ObjectNode, output: Jsonata, usual = '$states.input', gone: readonly ObjectProperty[] = []): void {
    const fields = this.fieldsOf(node);
    fields.remove(...gone);
    if (output.text !== usual) {
      fields.add('Output', valueOf(output));
    }
  }

  private rename({ key }: ObjectProperty, name: string): void {
    this.changes.push((editor) => {
      editor.setString(key, name);
    });
  }

  /** What becomes of the fields of one object. */
  fieldsOf(node: ObjectNode): FieldChanges {
    const fields = this.objects.get(node) ?? new FieldChanges(node);
    this.objects.set(node, fields);
    return fields;
  }
}

/** An expression as the value of a field. */
function valueOf(expression: Jsonata): unknown {
  return expression.text === '{}' ? {} : marked(expression);
}
