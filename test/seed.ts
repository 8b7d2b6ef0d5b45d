import fc from "fast-check";

// Property tests draw the same cases on every run; to look further, run with another seed.
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20_261_124) });
