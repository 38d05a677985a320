// Mocks for the state machine of a document, and what a task answers by default.
import type { AslDocument } from '../../analysis/document';
import type { Json } from '../../expressions/value';
import type { MocksDocument } from '../../mocks/document';
import { usualAnswer } from '../../mocks/generate/answers';
import { completeMocks, generateMocks } from '../../mocks/generate/write';
import { MockedStates } from '../../mocks/states';
import type { DefaultAnswerParams, GenerateMocksAnswer } from '../../protocol/mocks';
import type { Catalog } from '../../services/catalog';

/** @param existing the file with mocks that is there already */
export async function mocksFor(document: AslDocument, offset: number, name: string, existing: MocksDocument | undefined): Promise<GenerateMocksAnswer> {
  const definition = document.definitionAt(offset) ?? document.definitions[0];
  if (!definition?.machine) {
    return null;
  }
  const states = new MockedStates(definition);
  const input = document.options.exampleInput?.value as Json | undefined;
  return existing ? completeMocks(existing, states, input) : generateMocks(states, name, input);
}

export function answerByDefault({ resource, arguments: given }: DefaultAnswerParams, services: Catalog): unknown {
  return usualAnswer(resource, given as Json, services);
}
