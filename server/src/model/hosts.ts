// Where machines live in a document that is more than a definition: the resources of a SAM or CloudFormation template.
// Sources: AWS SAM developer guide, "AWS::Serverless::StateMachine"; CloudFormation template reference, "AWS::StepFunctions::StateMachine".
import type { WorkflowType } from '../spec/workflow-types';
import { parseEmbedded } from '../syntax/embedded';
import { items, member, type Node, type ObjectNode, type ObjectProperty, type Tree } from '../syntax/tree';
import { overlaps, type Span } from '../text/span';
import { embeddingOf } from './embedding';
import { hasOpen } from './open';

/** One definition in a document. */
export interface Host {
  /** The definition's own tree; its spans are places in the whole document. */
  readonly tree: Tree;
  readonly span: Span;
  /** What the template says of the machine; `undefined` where the whole document is the definition. */
  readonly resource: Resource | undefined;
}

export interface Resource {
  /** The resource's name in the template, with all that belongs to it. */
  readonly property: ObjectProperty;
  /** The fields of the resource that say where its definition is, in the order of the text; the first one that is here is read. */
  readonly sources: readonly ObjectProperty[];
  readonly workflowType: WorkflowType | undefined;
  readonly hasSubstitutions: boolean;
  /** The placeholders that are filled in; `undefined` where that can't be told. */
  readonly substitutions: readonly ObjectProperty[] | undefined;
  /** True where CloudFormation fills in `${Name}` itself before the service does, so that only `${!Name}` is left for the substitutions. */
  readonly isSubstituted: boolean;
}

const kinds: Partial<Record<string, { readonly sources: readonly string[]; readonly type: string }>> = {
  'AWS::Serverless::StateMachine': { sources: ['Definition', 'DefinitionUri'], type: 'Type' },
  'AWS::StepFunctions::StateMachine': { sources: ['Definition', 'DefinitionString', 'DefinitionS3Location'], type: 'StateMachineType' },
};

/** False for nearly every file that is no template with state machines. It looks at the text alone and costs next to nothing. */
export function looksLikeTemplate(text: string): boolean {
  return text.includes('::StateMachine') && /\bAWS::(?:Serverless|StepFunctions)::StateMachine\b/.test(text);
}

/** The definitions that a template holds, in the order of the text. */
export function hostsIn(tree: Tree): Host[] {
  // The Serverless Framework has a whole template below a key of its own.
  const resources = member(tree.root, 'Resources') ?? member(member(tree.root, 'resources'), 'Resources');
  const all = resources?.kind === 'object' ? resources.properties : [];
  return all.map((each) => hostOf(tree, each)).filter((host) => host !== undefined);
}

function hostOf(tree: Tree, resource: ObjectProperty): Host | undefined {
  const type = member(resource.value, 'Type');
  const kind = type?.kind === 'string' ? kinds[type.value] : undefined;
  const properties = member(resource.value, 'Properties');
  if (!kind || properties?.kind !== 'object') {
    return undefined;
  }
  const sources = properties.properties.filter(({ key }) => kind.sources.includes(key.value));
  for (const { key, value } of sources) {
    const found = value && (key.value === 'Definition' ? written(tree, value) : key.value === 'DefinitionString' ? text(tree, value) : undefined);
    if (found) {
      return { ...found, resource: { property: resource, sources, ...facts(properties, kind.type), isSubstituted: value.kind === 'unknown' && value.call !== undefined } };
    }
  }
  return undefined;
}

function facts(properties: ObjectNode, typeField: string): Pick<Resource, 'workflowType' | 'hasSubstitutions' | 'substitutions'> {
  const type = member(properties, typeField);
  const substitutions = member(properties, 'DefinitionSubstitutions');
  return {
    workflowType: type === undefined ? 'STANDARD' : type.kind === 'string' ? (['STANDARD', 'EXPRESS'] as const).find((each) => each === type.value) : undefined,
    hasSubstitutions: substitutions !== undefined,
    // A key such as Fn::Transform brings in others that are not written here.
    substitutions: !substitutions ? [] : substitutions.kind === 'object' && !substitutions.properties.some(({ key }) => key.value.startsWith('Fn::')) ? substitutions.properties : undefined,
  };
}

type Found = Pick<Host, 'tree' | 'span'>;

/** The definition as part of the template. */
function written({ notation, text: whole, problems, isOpen }: Tree, root: Node): Found | undefined {
  const { span } = root;
  return root.kind === 'object' ? { span, tree: { notation, text: whole, root, problems: problems.filter((problem) => overlaps(problem.span, span)), isOpen: isOpen && hasOpen(root) } } : undefined;
}

/** The definition as a text in the template, plain or put together by functions. */
function text(tree: Tree, value: Node): Found | undefined {
  const [only] = value.kind === 'unknown' && value.call?.name === 'ToJsonString' ? [value.call.argument, ...items(value.call.argument)].filter((each) => each?.kind === 'object') : [];
  if (only) {
    return written(tree, only);
  }
  const embedding = embeddingOf(tree, value);
  return embedding && { span: value.span, tree: parseEmbedded(tree.text, embedding) };
}
