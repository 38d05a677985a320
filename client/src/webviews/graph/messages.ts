// The contract between the graph page and the extension.
// The extension knows the text and asks the server; the page draws, and says what the reader points at.
import type { Graph, GraphPosition, GraphRange } from '../../../../server/src/protocol/graph';
import type { RunPicture } from '../history/messages';

export type { NodeRun, RunPicture } from '../history/messages';

export type { Graph, GraphEdge, GraphNode, GraphNodeType, GraphPosition, GraphRange, GraphScope } from '../../../../server/src/protocol/graph';

/** What the graph page asks of and tells the extension. */
export type GraphHost = {
  requests: {
    /** The picture of the text as it is now. */
    graph: [params: undefined, result: Shown];
  };
  events: {
    /** Shows a place in the text; with `open`, the focus goes there too. */
    reveal: { range: GraphRange; open: boolean };
    /** The direction in which the next graphs are drawn as well. */
    turn: { direction: GraphDirection };
    copyMermaid: undefined;
    save: SavedPicture;
    /** The reader has gone to another moment of the run. */
    moment: { at: number };
    /** Opens the history of the run. */
    showHistory: undefined;
    /** The run is taken off the graph. */
    leaveRun: undefined;
  };
};

/** What the extension asks of and tells the graph page. */
export type GraphPage = {
  requests: Record<never, never>;
  events: {
    /** The text is another one, or what is wrong with it. */
    changed: undefined;
    /** Where the cursor is. */
    cursor: { position: GraphPosition };
    /** The run that is shown, at another moment; none where it is left out. */
    run: { run?: RunPicture };
  };
};

export type GraphDirection = 'down' | 'right';

export type Shown = {
  /** Of the document; the page keeps it, so that it comes back with the window. */
  uri: string;
  /** The name of the file. */
  file: string;
  /** Left out where the document has no definition any more. */
  graph?: Graph;
  direction: GraphDirection;
  cursor?: GraphPosition;
  /** Set where the graph is but looked at while something is chosen: there are no tools, and this stands beside it. */
  caption?: { name: string; text: string };
  run?: RunPicture;
};

/** A picture to save: SVG as text, PNG in Base64. */
export type SavedPicture = { kind: 'svg' | 'png'; data: string };
