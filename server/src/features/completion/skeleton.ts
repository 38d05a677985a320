import { CompletionItemKind } from 'vscode-languageserver-types';
import type { AslDocument } from '../../analysis/document';
import type { Suggestion } from './suggestion';
import type { Written } from './write';

/** True where a document holds nothing yet, or only the first letters of something that is no definition. */
export function isSkeletonPlace(document: AslDocument): boolean {
  return /^\s*[\w-]*\s*$/.test(document.text);
}

/** A whole machine to start from, in place of what has been typed so far. */
export function writeSkeleton(document: AslDocument): [Suggestion, Written] {
  const suggestion = skeleton(document);
  const typed = document.text.trim();
  const start = document.text.length - document.text.trimStart().length;
  return [suggestion, { span: { start: typed === '' ? 0 : start, end: document.text.length }, newText: suggestion.snippet, filterText: suggestion.label, others: [] }];
}

function skeleton({ notation }: AslDocument): Suggestion & { readonly snippet: string } {
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
