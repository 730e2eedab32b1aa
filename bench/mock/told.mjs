// Which orders Rule has been told.
const now = () => performance.timeOrigin + performance.now();

export class Told {
  counts = new Map();
  times = new Map(); // when the call that told of it was answered
  #latest = new Map(); // of a customer, the number of the latest order
  #disordered = 0;

  // At the arrival of a call: orders of one customer have rising numbers.
  note(customer, id) {
    const count = (this.counts.get(id) ?? 0) + 1;
    this.counts.set(id, count);
    if (count > 1) return;
    const number = Number(id);
    if (number < (this.#latest.get(customer) ?? 0)) ++this.#disordered;
    else this.#latest.set(customer, number);
  }

  answered(ids) {
    const at = now();
    for (const id of ids) if (!this.times.has(id)) this.times.set(id, at);
  }

  compare(ids) {
    let missing = 0;
    let twice = 0;
    for (const id of ids) {
      const count = this.counts.get(id) ?? 0;
      if (count === 0) ++missing;
      if (count > 1) ++twice;
    }
    return { asked: ids.length, told: ids.length - missing, missing, twice, disordered: this.#disordered };
  }

  reset() {
    this.counts.clear();
    this.times.clear();
    this.#latest.clear();
    this.#disordered = 0;
  }
}
