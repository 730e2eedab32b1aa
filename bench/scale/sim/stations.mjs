// What is shared: places that are taken for a time, and a disk that makes everything durable that waits for it.

// So many at once; the others wait in the order in which they came. `speed` below 1: something else uses the rest.
export class Station {
  constructor(clock, places, speed = 1) {
    this.clock = clock;
    this.places = places;
    this.speed = speed;
    this.taken = 0;
    this.queue = [];
    this.head = 0;
    this.busy_s = 0;
  }

  // Holds a place until `leave` is called.
  enter(then) {
    if (this.taken < this.places) {
      ++this.taken;
      then();
    } else this.queue.push(then);
  }

  leave() {
    if (this.head < this.queue.length) {
      const next = this.queue[this.head];
      this.queue[this.head++] = undefined;
      if (this.head > 1024 && this.head * 2 > this.queue.length) {
        this.queue = this.queue.slice(this.head);
        this.head = 0;
      }
      next();
    } else --this.taken;
  }

  // Takes a place for a known time.
  serve(seconds, then) {
    this.enter(() => {
      const takes = seconds / this.speed;
      this.busy_s += takes;
      this.clock.in(takes, () => {
        this.leave();
        then();
      });
    });
  }

  get waiting() {
    return this.queue.length - this.head;
  }

  use(seconds) {
    return this.busy_s / seconds / this.places;
  }
}

// One flush of the log after the other, each for all commits that waited when it began.
export class Log {
  constructor(clock, flush) {
    this.clock = clock;
    this.flush = flush;
    this.waiting = [];
    this.flushing = false;
    this.flushes = 0;
    this.commits = 0;
  }

  commit(then) {
    this.waiting.push(then);
    ++this.commits;
    if (!this.flushing) this.#begin();
  }

  #begin() {
    const carried = this.waiting;
    this.waiting = [];
    this.flushing = true;
    ++this.flushes;
    this.clock.in(this.flush, () => {
      this.flushing = false;
      if (this.waiting.length > 0) this.#begin();
      for (const then of carried) then();
    });
  }
}
