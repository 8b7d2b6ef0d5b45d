/** What the shell is told. */
export const exitCodes = {
  done: 0,
  /** The gate does not hold. */
  gate: 1,
  /** Usage, or input that is not valid; nothing was written. */
  invalid: 2,
  /** A bug of ours (EX_SOFTWARE of sysexits.h). */
  bug: 70,
  /** The person cancelled. */
  cancelled: 130,
} as const;
