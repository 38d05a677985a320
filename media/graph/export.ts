// The picture as a file of its own: colors and fonts as they are in the page, but nothing of the page.
import type { Canvas } from './canvas';

const styles = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'display'];
const margin = 16;
/** An image that is larger is too large for a browser to make. */
const mostPixels = 60_000_000;
const longestSide = 16_000;

/** The picture as SVG. */
export function toSvg(canvas: Canvas): { text: string; width: number; height: number } {
  return canvas.whole((world, size) => {
    const [width, height] = [Math.ceil(size.width + 2 * margin), Math.ceil(size.height + 2 * margin)];
    const copy = world.cloneNode(true) as SVGElement;
    const aside = [...copy.querySelectorAll('.ways, .near')];
    dress(copy, world);
    for (const one of aside) {
      one.remove();
    }
    copy.setAttribute('transform', `translate(${margin} ${margin})`);
    const text = new XMLSerializer().serializeToString(copy);
    const background = getComputedStyle(document.body).backgroundColor;
    return { width, height, text: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${background}"/>${text}</svg>\n` };
  });
}

/** The picture as PNG, in Base64; twice as large as on the page where that is not too large. */
export async function toPng(canvas: Canvas): Promise<string> {
  const { text, width, height } = toSvg(canvas);
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(2, longestSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
    const drawing = document.createElement('canvas');
    drawing.width = Math.ceil(width * scale);
    drawing.height = Math.ceil(height * scale);
    const context = drawing.getContext('2d');
    context?.scale(scale, scale);
    context?.drawImage(image, 0, 0);
    return drawing.toDataURL('image/png').replace(/^data:[^,]*,/, '');
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** What style sheets say becomes attributes; what only a page needs goes. */
function dress(copy: Element, original: Element): void {
  const computed = getComputedStyle(original);
  if (original.nodeName !== 'g') {
    for (const name of styles) {
      const value = computed.getPropertyValue(name);
      if (value !== '' && value !== 'none' && value !== 'normal') {
        copy.setAttribute(name, value);
      } else if (name === 'fill' && value === 'none') {
        copy.setAttribute(name, value);
      }
    }
  } else if (computed.opacity !== '1') {
    copy.setAttribute('opacity', computed.opacity);
  }
  const { transform } = original instanceof SVGElement ? original.style : { transform: '' };
  if (transform !== '') {
    copy.setAttribute('transform', transform.replaceAll('px', ''));
  }
  for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-expanded']) {
    copy.removeAttribute(name);
  }
  for (const [index, child] of [...original.children].entries()) {
    dress(copy.children[index] as Element, child);
  }
}
