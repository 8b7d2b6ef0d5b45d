import type { Page, Prompter } from "./prompter.js";

/** Where to save: `current` is the file gone on from, `suggested` a name that is free; `taken` says that a name is not. */
export interface SaveOffer {
  readonly current: string | null;
  readonly suggested: string;
  readonly taken: (file: string) => boolean;
}

/** Offers to save the answers; gives the file to save them to, or null. */
export async function offerToSave(prompter: Prompter, offer: SaveOffer): Promise<string | null> {
  const first = offer.current ?? offer.suggested;
  const picked = await prompter.choose(offerPage(offer, first));
  if (picked.kind !== "choice" || picked.id === "no") return null;
  if (picked.id === "yes") return first;
  const file = await prompter.line({
    ask: "File to save to:",
    notes: [],
    initial: offer.suggested,
    check: (name) =>
      name !== offer.current && offer.taken(name) ? `${name} is there already; choose another name.` : null,
  });
  return file ?? offerToSave(prompter, offer);
}

function offerPage({ current }: SaveOffer, first: string): Page {
  return {
    place: "",
    ask: "Save the answers?",
    notes: [],
    choices: [
      {
        id: "yes",
        label: current === null ? `Save them to ${first}` : `Save the changes to ${first}`,
        help: `For review beside the code, for \`api-advisor advise ${first}\`, and to go on later.`,
        group: "",
      },
      { id: "other", label: "Save them to another file", help: "Asks for its name.", group: "" },
      { id: "no", label: "Do not save", help: "The answers are gone then.", group: "" },
    ],
    moves: [],
    current: [],
    canGoBack: false,
    forward: null,
    movesFirst: false,
  };
}
