// A kassabro whose wall clock is moved: libfaketime reads by how much from a file. Its timers stay at the real time, as they do when somebody
// sets a computer's clock.
import fs from 'node:fs';

function library() {
  for (const machine of fs.readdirSync('/usr/lib')) {
    const path = `/usr/lib/${machine}/faketime/libfaketimeMT.so.1`;
    if (fs.existsSync(path)) return path;
  }
  throw new Error('libfaketime is not installed; script/soak installs it');
}

/** The environment of whoever reads the file, which says the real time where there is none yet. */
export function fakeClock(file) {
  if (!fs.existsSync(file)) moveClock(file, 0);
  return { LD_PRELOAD: library(), FAKETIME_TIMESTAMP_FILE: file, FAKETIME_DONT_FAKE_MONOTONIC: '1', FAKETIME_NO_CACHE: '1' };
}

/** Moves the clock of who reads the file to so many seconds beside the real time. Read as a whole or not at all. */
export function moveClock(file, seconds) {
  fs.writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
  fs.renameSync(`${file}.new`, file);
}
