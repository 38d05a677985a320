// Making elements. Text always goes in as text, so nothing that a deck's author wrote can become markup.

/** What an element may hold. `false` and `undefined` are left out, which keeps conditions readable at the call. */
export type Child = Node | string | false | undefined;

type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>;

/** An element: attributes by name, listeners by `onclick` and the like, `true` for an attribute without a value. */
export function h<N extends keyof HTMLElementTagNameMap>(name: N, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[N] {
  const element = document.createElement(name);
  dress(element, attributes);
  append(element, children);
  return element;
}

/** An element of a drawing. */
export function svg(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  dress(element, attributes);
  append(element, children);
  return element;
}

/** Text in which `` `names` `` are set as code and `**words**` are set off. */
export function prose(text: string): Child[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part, index) => {
    if (index % 2 === 0) {
      return part;
    }
    return part.startsWith('`') ? h('code', {}, part.slice(1, -1)) : h('strong', {}, part.slice(2, -2));
  });
}

/** "1 question", "2 questions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function dress(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.replace(/^on/, ''), value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
}

function append(element: Element, children: readonly Child[]): void {
  element.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
}
