import * as vscode from 'vscode';
import { eventually, openText, same } from '../../support/editor';

const snippets = ['sm-train', 'sm-transform', 'sm-tune'];

suite('snippets', () => {
  for (const [language, content] of [
    ['asl', '{\n  "StartAt": "A",\n  "States": {\n    \n  }\n}'],
    ['asl-yaml', 'StartAt: A\nStates:\n  \n'],
  ] as const) {
    test(`are offered where a state is written, in ${language}`, async () => {
      const document = await openText(content, language);
      const offered = async (): Promise<unknown> => {
        const place = new vscode.Position(language === 'asl' ? 3 : 2, language === 'asl' ? 4 : 2);
        const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, place);
        const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        return snippets.filter((snippet) => labels.includes(snippet));
      };
      await eventually(offered, snippets);
    });

    test(`are not offered where a state is named, in ${language}`, async () => {
      const document = await openText(content.replace(/A(?="|\n)/, ''), language);
      const place = new vscode.Position(language === 'asl' ? 1 : 0, language === 'asl' ? 14 : 9);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, place);
      same(list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet), []);
    });
  }
});
