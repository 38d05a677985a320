import { CompletionItemKind } from 'vscode-languageserver-types';
import type { AslDocument } from '../../analysis/document';
import type { Suggestion } from './suggestion';

/** True where a document holds nothing yet, or only the first letters of something that is no definition. */
export function isSkeletonPlace(document: AslDocument): boolean {
  return /^\s*[\w-]*\s*$/.test(document.text);
}

/** A whole machine to start from. */
export function skeleton({ notation }: AslDocument): Suggestion {
  return {
    label: 'State machine',
    kind: CompletionItemKind.Module,
    docs: 'A whole state machine with its first state.',
    snippet:
      notation === 'json'
        ? '{\n  "Comment": "${1:What this machine does}",\n  "StartAt": "${2:Start}",\n  "States": {\n    "${2:Start}": {\n      "Type": "Pass",\n      "End": true\n    }$0\n  }\n}\n'
        : 'Comment: ${1:What this machine does}\nStartAt: ${2:Start}\nStates:\n  ${2:Start}:\n    Type: Pass\n    End: true$0\n',
  };
}
