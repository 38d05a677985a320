// What the extension and the server say to each other about places that name a state.

/**
 * The command of a lens, which the extension turns into the editor's own before it is shown: that one takes objects of the editor's.
 * Its arguments: an address, a position, and locations, as the protocol has them.
 */
export const showReferencesCommand = 'stepwise.showReferences';
