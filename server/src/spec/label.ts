// What a Map state's `Label` may be.
// Sources: Step Functions Developer Guide, "Map state in Distributed mode"; API reference, ValidateStateMachineDefinition (INVALID_LABEL_NAME).

export const longestLabel = 40;

/** What can't stand in a label. */
export const refusedInLabel = /[\s?*<>{}[\]:;,\\|^~$#%&"`\u0000-\u001f\u007f-\u009f]/u;

/** Why a text can't be a label; `undefined` for one that can. */
export function labelProblem(label: string): string | undefined {
  const length = Array.from(label).length;
  const bad = refusedInLabel.exec(label)?.[0];
  if (label === '') {
    return 'A label can\'t be empty. Without "Label" there is one made from the state\'s name.';
  }
  if (length > longestLabel) {
    return `A label has at most ${String(longestLabel)} characters, and this one has ${String(length)}.`;
  }
  return bad === undefined ? undefined : `${/\s/.test(bad) ? 'White space' : JSON.stringify(bad)} can't stand in a label.`;
}
