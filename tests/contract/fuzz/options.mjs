// How much is tried, and from where the chance comes:
//   KASSABRO_FUZZ_RUNS   requests of each operation; 70 without it, thousands for a night
//   KASSABRO_SEED        the same requests once more; a failure says which it was
import fc from 'fast-check';

export const answerMsMax = 20_000;
export const runs = Number(process.env.KASSABRO_FUZZ_RUNS ?? 70);
const seed = Number(process.env.KASSABRO_SEED ?? 20_261_130);
// The server takes what begins so for a setting, and refuses one that it does not know.
delete process.env.KASSABRO_FUZZ_RUNS;
delete process.env.KASSABRO_SEED;

/** Asks `count` requests of `requests`; each is given to `ask`, which throws when the answer is wrong. A failure shows the smallest. */
export async function fuzz(name, requests, ask, count = runs) {
  // Of its own for each name: else all would begin with the same requests.
  const own = [...name].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) | 0, seed);
  try {
    await fc.assert(fc.asyncProperty(requests, ask), { seed: own, numRuns: count, interruptAfterTimeLimit: 60_000 + 1_000 * count });
  } catch (error) {
    throw new Error(`KASSABRO_SEED=${seed} KASSABRO_FUZZ_RUNS=${runs} shows it again.\n${error.message}\n${error.cause?.message ?? ''}`);
  }
}
