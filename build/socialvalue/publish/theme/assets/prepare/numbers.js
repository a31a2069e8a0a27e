/* Whole millionths, as BigInt: never a float. What is multiplied or divided is cut to whole millionths, as the check does. */
export const MILLION = 1_000_000n;

/* Division that goes down, as Python's does. */
export function floor(part, whole) {
  const quotient = part / whole;
  return part % whole !== 0n && part < 0n !== whole < 0n ? quotient - 1n : quotient;
}

export const modulo = (part, whole) => part - floor(part, whole) * whole;

/* The nearest whole number to part / whole, for part 0 or more; a half goes up. */
export const halfUp = (part, whole) => floor(2n * part + whole, 2n * whole);

export const grouped = (whole) => String(whole).replace(/\B(?=(\d{3})+$)/g, ",");

/* 1234500000n -> 1,234.5 */
export function figure(millionths) {
  const size = millionths < 0n ? -millionths : millionths;
  const decimals = String(size % MILLION).padStart(6, "0").replace(/0+$/, "");
  const whole = grouped(size / MILLION);
  return (millionths < 0n ? "−" : "") + (decimals ? `${whole}.${decimals}` : whole);
}

/* The same as it stands in a file: 1234.5 */
export const typed = (millionths) => figure(millionths).replaceAll(",", "").replace("−", "-");

/* Whole pence as pounds: 120050n -> £1,200.50; without pence where there are none. */
export function pounds(pence, always = false) {
  const size = pence < 0n ? -pence : pence;
  const rest = size % 100n;
  const text = `£${grouped(size / 100n)}`;
  return (pence < 0n ? "−" : "") + (rest || always ? `${text}.${String(rest).padStart(2, "0")}` : text);
}

/* Exact fractions: [numerator, denominator], the denominator above 0. */
export const fraction = (part, whole = 1n) => [BigInt(part), BigInt(whole)];
export const times = ([a, b], [c, d]) => reduced(a * c, b * d);
export const plus = ([a, b], [c, d]) => reduced(a * d + c * b, b * d);

function reduced(part, whole) {
  let [a, b] = [part < 0n ? -part : part, whole];
  while (b) [a, b] = [b, a % b];
  return a ? [part / a, whole / a] : [0n, 1n];
}
