// Keys that a page gives a meaning of its own. What the editor, the browser or a control does with a key comes first:
// chords with Ctrl, Alt or Cmd are the editor's, Enter on a button or link is that button's or link's.

/** Listens on the whole page. The function returns true if it used the key. */
export function onKey(use: (key: string) => boolean): void {
  document.addEventListener('keydown', (event) => {
    // A key that is held down repeats, and one press of Enter should not both check an answer and leave it.
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing || event.defaultPrevented) {
      return;
    }
    const target = event.target instanceof Element ? event.target : undefined;
    if (target?.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')) {
      return;
    }
    if (event.key === 'Enter' && target?.closest('button, a, summary')) {
      return;
    }
    if (use(event.key)) {
      event.preventDefault();
    }
  });
}
