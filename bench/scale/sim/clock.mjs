// The virtual clock: what is to happen when, in order of time; what is due at the same moment happens in the order of asking.
export class Clock {
  now = 0;
  #heap = [];
  #count = 0;

  in(seconds, happen) {
    this.#push({ at: this.now + Math.max(0, seconds), order: this.#count++, happen });
  }

  runUntil(end) {
    while (this.#heap.length > 0 && this.#heap[0].at <= end) {
      const next = this.#pop();
      this.now = next.at;
      next.happen();
    }
    this.now = end;
  }

  #push(one) {
    const heap = this.#heap;
    let at = heap.push(one) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(one, heap[parent])) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = one;
  }

  #pop() {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length === 0) return top;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && before(heap[child + 1], heap[child])) ++child;
      if (!before(heap[child], last)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return top;
  }
}

const before = (a, b) => a.at < b.at || (a.at === b.at && a.order < b.order);
