// Keys that a page gives a meaning of its own. What the editor, the browser or a control does with a key comes first:
// chords with Ctrl, Alt or Cmd are the editor's, Enter on a button or link is that button's or link's, and letters in a field are text.

const fields = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/** Listens on the whole page. The function returns true if it used the key. */
export function onKey(use: (key: string) => boolean): void {
  document.addEventListener('keydown', (event) => {
    // A key that is held down repeats, and one press of Enter should not both check an answer and leave it.
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing || event.defaultPrevented) {
      return;
    }
    const { key } = event;
    const target = event.target instanceof Element ? event.target : undefined;
    if (target?.closest('dialog') || (target?.closest(fields) && key !== 'Enter' && key !== 'Escape')) {
      return;
    }
    if ((key === 'Enter' || key === ' ') && target?.closest('button, a, summary')) {
      return;
    }
    // It ticks a box, and scrolls what can be scrolled.
    if (key === ' ' && target?.closest('input, pre')) {
      return;
    }
    if (use(key)) {
      event.preventDefault();
    }
  });
}
