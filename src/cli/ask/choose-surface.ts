import type { AnswersFile, FileSurface } from "./answers-origin.js";
import type { Page, Prompter } from "./prompter.js";

/** The surface to go on with: the only one, or the one that the person picks. */
export async function chooseSurface(
  prompter: Prompter,
  { file, surfaces }: AnswersFile,
): Promise<FileSurface> {
  const [first] = surfaces;
  if (first === undefined) throw new RangeError(`${file} holds no surface`);
  if (surfaces.length === 1) return first;
  const services = new Set(surfaces.map(({ service }) => service));
  const page: Page = {
    place: file,
    ask: "Which surface do you want to go on with?",
    notes: [{ label: "Why", text: "each surface has its own answers; the others stay as they are." }],
    choices: surfaces.map(({ surface, service }, index) => ({
      id: String(index),
      label: surface.name,
      help: surface.answers.size === 1 ? "One answer so far." : `${surface.answers.size} answers so far.`,
      group: services.size === 1 ? "" : service.service,
    })),
    moves: [],
    current: [],
    canGoBack: false,
    forward: null,
    movesFirst: false,
  };
  const picked = await prompter.choose(page);
  return (picked.kind === "choice" ? surfaces[Number(picked.id)] : undefined) ?? first;
}
