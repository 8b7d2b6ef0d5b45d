import fc from "fast-check";

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  numRuns: 40,
  // Looking for the smallest counterexample takes long and tells nothing about a mutant.
  endOnFailure: true,
});
