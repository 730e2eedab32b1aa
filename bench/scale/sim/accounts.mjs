// How large shops are: most have one till, a few have hundreds. P(at least t tills) = t^-tail, cut at the largest chain.
export const shape = { tail: 1.3, tills_max: 600 };

// Deterministic quantiles instead of draws, so that the size of the whole is the same for every seed: {tills: Float64Array, sum}.
export function accountSizes(count, { tail, tills_max } = shape) {
  const tills = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; ++i) {
    tills[i] = Math.min(tills_max, Math.floor(((i + 0.5) / count) ** (-1 / tail)));
    sum += tills[i];
  }
  return { tills, sum };
}

// Accounts of one size are one class: [{tills, accounts}], the largest first.
export function sizeClasses(sizes) {
  const classes = new Map();
  for (const tills of sizes.tills) classes.set(tills, (classes.get(tills) ?? 0) + 1);
  return [...classes].map(([tills, accounts]) => ({ tills, accounts })).sort((a, b) => b.tills - a.tills);
}

// Draws an account in proportion to its tills.
export function picker(sizes) {
  const upTo = new Float64Array(sizes.tills.length);
  let sum = 0;
  sizes.tills.forEach((tills, i) => (upTo[i] = sum += tills));
  return (random) => {
    const wanted = random() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
