// What a Task calls and hands over: each part of its Resource, the members of its arguments, enumerated values, and the errors of the action.
import { argumentsPlaceOf, valuePlaceOf } from '../../analysis/arguments-place';
import { memberName, memberOf } from '../../analysis/call-arguments';
import { calledAction, modelOf, type CalledAction } from '../../analysis/called-action';
import type { Definition } from '../../analysis/definition';
import type { Place } from '../../analysis/query';
import { errorsOf } from '../../analysis/raised-errors';
import { callOf, patternsOf, type Call } from '../../model/call';
import { errorNames } from '../../spec/error-names';
import { patternDocs } from '../../spec/integrations';
import type { Service } from '../../services/service';
import { referencePage } from '../../services/reference-page';
import { typeOfMember } from '../../services/type-name';
import type { ArrayNode, Node, ObjectNode, ObjectProperty, StringNode, UnknownNode } from '../../syntax/tree';
import { touches, type Span } from '../../text/span';
import { code, escape } from '../../text/markdown';
import { longTime } from './times';

/** Markdown about a stretch of the text. */
export interface Described {
  readonly span: Span;
  readonly text: string;
}

/** So many values of an enumeration are shown, and of longer ones so few. */
const mostValues = 12;
const fewValues = 3;

/** What is known of the place from the model of the service; `undefined` where it is about something else. */
export function describeCall(definition: Definition, place: Place, offset: number): Described | undefined {
  switch (place.at) {
    case 'key':
      return place.property && describeMember(definition, place.object, place.property, place.property.key);
    case 'value': {
      const { property, value } = place;
      if (property.key.value === 'Resource' && (value?.kind === 'string' || value?.kind === 'unknown')) {
        return describeResource(definition, property, value, offset);
      }
      return value && describeValue(definition, property, value);
    }
    case 'item': {
      const { list, node } = place;
      if (node?.kind !== 'string') {
        return undefined;
      }
      return describeError(definition, list, node) ?? describeItem(definition, list, node);
    }
  }
}

/** @param at where it is told: at the name, or at the value */
function describeMember(definition: Definition, object: ObjectNode, property: ObjectProperty, at: Node): Described | undefined {
  const place = argumentsPlaceOf(definition, object);
  const member = place && memberOf(property, place.shape);
  if (!place || !member) {
    return undefined;
  }
  const { call, service, shape } = place;
  const type = member.shape.kind === 'enum' && member.shape.values.length > 0 ? 'enumeration' : typeOfMember(member);
  const { value } = property;
  const time = value?.kind === 'number' && /Seconds$/.test(member.name) ? longTime(value.value) : undefined;
  const facts = [...(time === undefined ? [] : [time]), type, ...(member.required ? ['required'] : []), ...(member.deprecated ? ['deprecated'] : [])];
  return {
    span: at.span,
    text: paragraphs(`**${escape(memberName(property))}** · ${facts.map(escape).join(' · ')}`, escape(shape.docsOf(member) ?? ''), valuesLine(member.shape.values), sourceLine(service, actionOf(call))),
  };
}

/** What a value that is a fact, and not a path, a name or a text of the author's, is about. */
function describeValue(definition: Definition, property: ObjectProperty, value: Node): Described | undefined {
  const isFact = value.kind === 'number' || value.kind === 'boolean' || (value.kind === 'string' && valuePlaceOf(definition, property)?.shape.values.includes(value.value));
  return isFact ? describeMember(definition, property.parent, property, value) : undefined;
}

/** The allowed values, or what they look like where there are many. */
function valuesLine(values: readonly string[]): string | undefined {
  const shown = values.slice(0, values.length > mostValues ? fewValues : mostValues).map(code).join(', ');
  return values.length === 0 ? undefined : values.length > mostValues ? `One of ${String(values.length)} values, such as ${shown}.` : `One of ${shown}.`;
}

function describeItem(definition: Definition, list: ArrayNode, node: StringNode): Described | undefined {
  const place = argumentsPlaceOf(definition, list);
  const item = place?.shape.item;
  return place && item?.values.includes(node.value) ? { span: node.span, text: paragraphs(`**${escape(node.value)}**`, valuesLine(item.values), sourceLine(place.service, actionOf(place.call))) } : undefined;
}

function describeError(definition: Definition, list: ArrayNode, node: StringNode): Described | undefined {
  const part = list.parent?.kind === 'property' && list.parent.key.value === 'ErrorEquals' ? definition.partOf(list.parent.parent) : undefined;
  if (!part?.state) {
    return undefined;
  }
  const own = errorNames.find(({ name }) => name === node.value);
  const raised = errorsOf(definition, part.state);
  const by = [
    ...(raised?.names.includes(node.value) ? [`Raised by ${code(raised.by)}.`] : []),
    ...(definition.failNames.has(node.value) ? ['Raised by a Fail state of this machine.'] : []),
  ];
  return own || by.length > 0 ? { span: node.span, text: paragraphs(`**${escape(node.value)}**`, own?.docs, by.join(' ')) } : undefined;
}

/** The service, the action or the way to wait, whichever the cursor is on. */
function describeResource(definition: Definition, property: ObjectProperty, node: StringNode | UnknownNode, offset: number): Described | undefined {
  const part = definition.partOf(property.parent);
  const call = part && callOf(part);
  if (call?.node !== node || call.by !== 'Task' || call.resource.kind !== 'integration') {
    return undefined;
  }
  const { service, action, pattern } = call.resource;
  const [waits, isService] = [pattern, service].map(({ span }) => span.end > span.start && touches(definition.inside(node, span).span, offset));
  if (waits) {
    const docs = Object.entries(patternDocs).find(([name]) => name === pattern.text)?.[1];
    return docs === undefined ? undefined : { span: definition.inside(node, pattern.span).span, text: paragraphs(`**${escape(pattern.text)}** of ${code(call.title)}`, docs) };
  }
  const called = calledAction(call, definition.services);
  if (isService) {
    const model = called?.service ?? (call.resource.sdk ? definition.services.get(service.text) : undefined);
    return model && { span: definition.inside(node, service.span).span, text: describeService(call, model) };
  }
  return called && { span: definition.inside(node, { start: service.span.start, end: action.span.end }).span, text: describeAction(definition, call, called) };
}

function describeService(call: Call, service: Service): string {
  const count = service.actionNames.filter((name) => !service.isUnsupported(name)).length;
  const isSdk = call.resource.kind === 'integration' && call.resource.sdk;
  return paragraphs(
    `**${escape(service.data.id)}**${isSdk ? ` · ${count === 1 ? 'one action' : `${String(count)} actions`}` : ' · an integration of Step Functions\' own'}`,
    `Model: ${code(service.source)}${service.isOld ? ', which AWS does not keep up any more' : ''}.`,
  );
}

function describeAction(definition: Definition, call: Call, { service, action }: CalledAction): string {
  const name = modelOf(call);
  const docs = name === undefined ? undefined : definition.services.docs({ service: name, action: actionOf(call) });
  const patterns = patternsOf(call) ?? [];
  return paragraphs(
    `**${escape(call.title)}**${action.deprecated ? ' · deprecated' : ''}`,
    escape(docs ?? ''),
    patterns.length > 0 ? patterns.map((pattern) => `- ${code(pattern)}: ${patternDocs[pattern]}`).join('\n') : undefined,
    sourceLine(service, actionOf(call)),
  );
}

/** The action as its service's file names it. */
function actionOf({ resource, title }: Call): string {
  return resource.kind === 'integration' && resource.sdk ? resource.action.text : title;
}

/** Where all of this is from, and where more is told. */
function sourceLine(service: Service, action: string): string {
  const page = referencePage(service, action);
  return `${page === undefined ? '' : `[API reference](${page}) · `}${code(service.source)}`;
}

function paragraphs(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n\n');
}
