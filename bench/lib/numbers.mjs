// Medians with their spread: one number of a disturbed machine says little.
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function summary(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

// Round by round, because the rounds are interleaved: what disturbs one round disturbs both sides of its ratio.
export function ratio(ours, theirs) {
  return summary(ours.map((value, round) => value / theirs[round]));
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))];
}
