import { bare, likeFormatted } from "./digest.js";
import type { Piece } from "./pieces.js";

/** The heading over what lost its place. */
export const goneTitle = "## No longer asked";

export const isGoneTitle = ({ text }: Piece): boolean => bare(text) === bare(goneTitle);

const perLine = 12;

/** A comment with the digests of what the tool wrote into a block beside items with ids, to tell it from what others wrote. */
export function writtenStamp(digests: readonly string[]): readonly string[] {
  const rows = Array.from({ length: Math.ceil(digests.length / perLine) }, (_, at) =>
    digests.slice(at * perLine, (at + 1) * perLine).join(" "),
  );
  return `<!-- written: ${rows.join("\n")} -->`.split("\n");
}

const stamp = /^\s*<!--\s*written:([\s\da-z]*)-->\s*$/;

/** Whether a piece without an id is the tool's. */
export function ownsIn(before: readonly Piece[], now: readonly Piece[]): (piece: Piece) => boolean {
  const stamps = before.flatMap(({ kind, text }) => (kind === "other" ? (stamp.exec(text)?.[1] ?? []) : []));
  const written = now.flatMap(({ id, own }) => (id === null ? [own] : []));
  const digests = new Set([...written, ...stamps.join(" ").split(/\s+/)]);
  const isOld = stamps.length > 0 ? () => false : oldWords(before);
  return (piece) =>
    piece.id === null &&
    (digests.has(piece.own) ||
      (piece.kind === "other" && stamp.test(piece.text)) ||
      isGoneTitle(piece) ||
      isOld(piece));
}

/** What the tool wrote before it left digests. A summary then ended in italics; one that has lost its digests does not. */
function oldWords(before: readonly Piece[]): (piece: Piece) => boolean {
  const hasBlock = (like: RegExp): boolean =>
    before.some(({ kind, text }) => kind === "other" && like.test(text));
  const isSummary =
    before.every(({ id }) => id === null) &&
    hasBlock(/^## .*: stateless or stateful\?$/) &&
    hasBlock(/^[*_]api-advisor \d/);
  return ({ kind, text }) => isSummary || (kind === "other" && oldBlocks.test(likeFormatted(text)));
}

const oldBlocks = new RegExp(
  `^(?:${[
    "## Design review: .*",
    "### (?:Decisions to confirm|Mitigations to put in place|Errors and operation)",
    "### (?:Open questions to answer|What to revisit, and when)",
    "Not asked: [^]*",
    "[*_]api-advisor \\d[^]*",
  ].join("|")})$`,
);
