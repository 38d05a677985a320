import type { AslDocument } from '../analysis/document';
import type { WorkflowTypeAnswer } from '../protocol/settings';
import type { WorkflowType } from '../spec/workflow-types';

/**
 * The type of workflow that a document's state machines are deployed as. A template says it of each of its machines, and nobody else has a say then.
 *
 * @param configured what has been chosen for the file, or is configured for it
 */
export function workflowTypeOf(document: AslDocument | undefined, configured: WorkflowType | undefined): WorkflowTypeAnswer {
  const said = (document?.definitions ?? []).map(({ host }) => host.resource?.workflowType);
  if (said.length === 0 || said.includes(undefined)) {
    return { type: configured ?? null, isSaidByTemplate: false };
  }
  const [first = null, ...others] = new Set(said);
  return { type: others.length === 0 ? first : null, isSaidByTemplate: true };
}
