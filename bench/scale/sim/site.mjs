// The nodes and databases of a deployment as stations, and the two things that are done with them: to read, and to write.
import { product } from "./deployment.mjs";
import { Log, Station } from "./stations.mjs";

export class Site {
  constructor(clock, d, background) {
    this.clock = clock;
    this.d = d;
    const many = (count, make) => Array.from({ length: count }, (_, i) => make(i));
    this.nodes = many(d.nodes, () => ({
      processors: new Station(clock, d.cores),
      writers: new Station(clock, product.writer_sessions),
      readers: new Station(clock, product.reader_sessions),
    }));
    this.databases = many(d.databases, () => ({ processors: new Station(clock, d.database_cores, 1 - background.database), log: new Log(clock, d.flush), lanes: new Map() }));
    this.replicas = d.replicas > 0 ? this.databases.map(() => new Station(clock, d.database_cores * d.replicas)) : null;
    this.leaders = many(d.leaders, () => new Station(clock, 1, 1 - background.thread));
  }

  database(account) {
    return this.databases[account % this.databases.length];
  }

  read(node, account, one, then) {
    const { readers } = this.nodes[node];
    const processors = this.replicas ? this.replicas[account % this.replicas.length] : this.database(account).processors;
    readers.enter(() =>
      this.clock.in(one.trips * this.d.round_trip, () =>
        processors.serve(one.database, () => {
          readers.leave();
          then();
        }),
      ),
    );
  }

  // Transactions of an account follow each other, and what waits meanwhile shares the next one; those of different accounts run at once.
  write(node, account, one, then) {
    const { lanes } = this.database(account);
    let lane = lanes.get(account);
    if (!lane) lanes.set(account, (lane = { busy: false, works: [] }));
    lane.works.push({ node, one, then });
    if (!lane.busy) this.#next(account, lane);
  }

  #next(account, lane) {
    const { processors, log, lanes } = this.database(account);
    lane.busy = true;
    const { writers } = this.nodes[lane.works[0].node];
    writers.enter(() => {
      const works = lane.works.splice(0, 128);
      const trips = Math.max(...works.map(({ one }) => one.trips));
      const micros = works.reduce((sum, { one }) => sum + one.database, 0);
      this.clock.in(trips * this.d.round_trip, () =>
        processors.serve(micros, () =>
          log.commit(() => {
            writers.leave();
            if (lane.works.length > 0) this.#next(account, lane);
            else lanes.delete(account);
            for (const { then } of works) then();
          }),
        ),
      );
    });
  }
}
