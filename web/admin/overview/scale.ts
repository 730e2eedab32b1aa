/** The end of an axis that starts at 0 and is halved once: an even number such as 2, 4, 10, 20, 50, 100 that is not below `value`. */
export function niceCeiling(value: number): number {
  if (value <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}
