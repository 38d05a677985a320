// Places in the source as the editor counts them: from zero or from one, as it said when it came. In here both count from zero.
import type { DebugProtocol } from '@vscode/debugprotocol';

export class Places {
  private firstLine = 1;
  private firstColumn = 1;

  /** Takes what the editor says of itself; it counts from one where it says nothing. */
  agree({ linesStartAt1 = true, columnsStartAt1 = true }: DebugProtocol.InitializeRequestArguments): void {
    this.firstLine = linesStartAt1 ? 1 : 0;
    this.firstColumn = columnsStartAt1 ? 1 : 0;
  }

  lineIn(line: number): number {
    return line - this.firstLine;
  }

  columnIn(column: number): number {
    return column - this.firstColumn;
  }

  out({ line, column }: { readonly line: number; readonly column: number }): { line: number; column: number } {
    return { line: line + this.firstLine, column: column + this.firstColumn };
  }
}
