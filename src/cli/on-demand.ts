/**
 * Everything but the plainest `advise FILE`, as one bundle that is loaded when it is needed. Keep it the only dynamic
 * import of the short path; behind it, imports are static.
 */
export { runProgram } from "./program.js";
