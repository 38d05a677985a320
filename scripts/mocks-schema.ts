// The JSON schema of files with mocks, from the table of their grammar.
import { mockAnswers, mockGrammar, mockHandler, mockStatuses, type MockField, type MockObject, type MockType } from '../server/src/spec/mocks';

/** The schema as an object. Recorded answers and AWS's own form are left open: they have no table. */
export function mocksSchema(): object {
  const recorded = { type: 'object', required: ['outcome'] };
  const rule = { if: recorded, else: { $ref: '#/definitions/rule' } };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Mocks of a state machine',
    description: 'What tasks answer in runs on one\'s own machine, and the cases that are tested. Lies beside the definition: name.asl.mocks.json beside name.asl.json.',
    type: 'object',
    if: { anyOf: [{ required: ['mocks'] }, { required: ['cases'] }] },
    then: { $ref: '#/definitions/file' },
    else: { if: { required: ['StateMachines'] }, else: { allOf: [{ $ref: '#/definitions/rulesByState' }] } },
    definitions: {
      rules: { if: { type: 'array' }, then: { items: rule }, else: { $ref: '#/definitions/rule' } },
      rulesByState: { type: 'object', additionalProperties: { $ref: '#/definitions/rules' } },
      ...Object.fromEntries((Object.keys(mockGrammar) as MockObject[]).map((object) => [object, objectSchema(object)])),
    },
  };
}

function objectSchema(object: MockObject): object {
  const fields = mockGrammar[object];
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: { ...(object === 'file' && { $schema: { type: 'string' } }), ...Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])) },
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...(object === 'rule' && { oneOf: mockAnswers.map((name) => ({ required: [name] })) }),
  };
}

function fieldSchema({ takes, docs }: MockField): object {
  const type = typeSchema(takes);
  // Beside a reference the draft reads nothing else.
  return { description: docs.replaceAll('`', ''), markdownDescription: docs, ...('$ref' in type ? { allOf: [type] } : type) };
}

const seconds = { type: 'number', minimum: 0 };
const state = { type: 'string', minLength: 1 };

function typeSchema(takes: MockType): object {
  if (typeof takes === 'object') {
    return { $ref: `#/definitions/${takes.object}` };
  }
  switch (takes) {
    case 'any':
      return {};
    case 'text':
      return { type: ['string', 'number'] };
    case 'true':
      return { const: true };
    case 'range':
      return { anyOf: [{ type: 'integer', minimum: 0 }, { type: 'string', pattern: '^\\d+(-\\d+)?$' }] };
    case 'seconds':
      return seconds;
    case 'list of seconds':
      return { type: 'array', items: seconds };
    case 'condition':
      return { anyOf: [{ type: 'boolean' }, { type: 'string', pattern: '^\\{%[\\s\\S]*%\\}$' }] };
    case 'handler':
      return { type: 'string', pattern: mockHandler.source.replaceAll(/\?<\w+>/g, '') };
    case 'status':
      return { enum: mockStatuses };
    case 'names of states':
      return { type: 'array', items: state };
    case 'rules by state':
      return { $ref: '#/definitions/rulesByState' };
    case 'cases':
      return { type: 'object', additionalProperties: { $ref: '#/definitions/case' } };
  }
}
