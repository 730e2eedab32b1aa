// Instructions for a request: figures without noise. script/test compares them with bench/instructions.json.
import { instructions } from "../lib/callgrind.mjs";

export default {
  name: "instructions",
  sizeOf: "customers",
  about: "instructions of the whole server for a request, by callgrind, one connection",
  sizes: () => [1_000],
  rounds: () => 1,
  prepare: () => ({}),
  contenders: () => ({ kassabro: async () => ({ stop: async () => {} }) }),
  run: () => instructions(200),
  line: (run) => `${run.search} for a search, ${run.ingest} for an order`,
};
