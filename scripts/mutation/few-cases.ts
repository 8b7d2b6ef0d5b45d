import fc from "fast-check";

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  numRuns: 40,
  // Shrinking to the smallest counterexample takes long and says nothing about a mutant.
  endOnFailure: true,
});
