import { greatestCommonDivisor } from "../model/divisors.js";
import { glue } from "./inline.js";

/**
 * `value / denominator` points, exactly: whole numbers and fractions that two decimals hold as decimals, all others
 * as mixed fractions (`1 1/3`).
 */
export function points(value: number, denominator: number): string {
  if ((value * 100) % denominator === 0) return String((value * 100) / denominator / 100);
  const whole = Math.floor(value / denominator);
  const rest = value - whole * denominator;
  const divisor = greatestCommonDivisor(rest, denominator);
  const fraction = `${rest / divisor}/${denominator / divisor}`;
  return whole === 0 ? fraction : `${whole}${glue}${fraction}`;
}

/** A share as a percentage with one decimal, never `100 %` for less than all nor `0 %` for more than none. */
export function percentage(part: bigint, of: bigint): string {
  if (part === of) return `100${glue}%`;
  if (part === 0n) return `0${glue}%`;
  const thousandths = (part * 2000n + of) / (of * 2n);
  if (thousandths === 0n) return `under${glue}0.1${glue}%`;
  if (thousandths === 1000n) return `over${glue}99.9${glue}%`;
  return `${thousandths / 10n}.${thousandths % 10n}${glue}%`;
}

/** A whole number with its thousands marked; from 10¹² on, "about" and its leading digits. */
export function count(value: bigint): string {
  const digits = value.toString();
  if (digits.length <= 12) return digits.replace(/\B(?=(\d{3})+$)/g, ",");
  const power = [...String(digits.length - 1)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return `about${glue}${digits[0]}.${digits[1]}${glue}×${glue}10${power}`;
}

/** A stability radius as a share with two decimals, rounded down: it is a promise, so it may not be overstated. */
export function radius(share: number): string {
  const percent = radiusPercent(share);
  return share > 0 && percent === 0 ? "under 0.01" : (percent / 100).toFixed(2);
}

/** The same radius as whole hundredths of a weight, rounded down. */
export const radiusPercent = (share: number): number => Math.floor(share * 100 + 1e-9);

/** A value of information with two decimals; 0 only when it is none. */
export function bits(value: number): string {
  if (value === 0) return "0";
  const drawn = value.toFixed(2);
  return drawn === "0.00" ? "<0.01" : drawn;
}

/** `1 point`, `2 points`; the plural ends in s unless given. */
export const plural = (amount: number, noun: string, many = `${noun}s`): string =>
  `${amount} ${amount === 1 ? noun : many}`;

const significant = 12;

/**
 * `part / of` to twelve significant digits, rounded half up from the exact ratio; above 0 for every part above 0.
 * Counts run past 2⁵³, where dividing them as numbers would round twice. 0 when `of` is 0.
 */
export function shareOf(part: bigint, of: bigint): number {
  if (part === 0n || of === 0n) return 0;
  let places = significant;
  while (part * 10n ** BigInt(places) < of * 10n ** BigInt(significant - 1)) places++;
  const scaled = (2n * part * 10n ** BigInt(places) + of) / (2n * of);
  return Number(`${scaled}e-${places}`);
}
