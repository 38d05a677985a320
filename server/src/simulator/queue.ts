// What is due when: the earliest first, and of those due together the one that was added first.

interface Entry<T> {
  readonly due: number;
  readonly order: number;
  readonly item: T;
}

export class Queue<T> {
  private readonly heap: Entry<T>[] = [];
  private added = 0;

  add(due: number, item: T): void {
    const { heap } = this;
    const entry = { due, order: this.added++, item };
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || !isBefore(entry, parent)) {
        break;
      }
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  next(): { readonly due: number; readonly item: T } | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (first && last && heap.length > 0) {
      this.sink(last);
    }
    return first;
  }

  private sink(entry: Entry<T>): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      const left = heap[at * 2 + 1];
      const right = heap[at * 2 + 2];
      const least = right && left && isBefore(right, left) ? right : left;
      if (!least || !isBefore(least, entry)) {
        break;
      }
      heap[at] = least;
      at = least === left ? at * 2 + 1 : at * 2 + 2;
    }
    heap[at] = entry;
  }
}

function isBefore<T>(one: Entry<T>, other: Entry<T>): boolean {
  return one.due < other.due || (one.due === other.due && one.order < other.order);
}
