// The pictures in a note: of the forms that the build gave each, the one that fits.

/** A drawing made smaller than this can't be read. */
const smallest = 0.8;

/** Fits every picture to its place, now and whenever that gets wider or narrower. Returns how to stop. */
export function fitFlows(note: HTMLElement): () => void {
  const figures = [...note.querySelectorAll<HTMLElement>('figure.flow')];
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      fit(target, contentRect.width);
    }
  });
  for (const figure of figures) {
    observer.observe(figure);
  }
  return () => observer.disconnect();
}

/** From the widest to the narrowest: the drawing from left to right, the one from top to bottom, and the arrows in words, which fit anywhere. */
function fit(figure: Element, width: number): void {
  const forms = [...figure.children];
  const shown = forms.find((form) => form instanceof SVGSVGElement && form.viewBox.baseVal.width * smallest <= width) ?? forms.at(-1);
  for (const form of forms) {
    form.toggleAttribute('hidden', form !== shown);
  }
}
