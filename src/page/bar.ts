import { copied, download } from "./copy.js";
import { button, element } from "./element.js";
import type { PrintedFile } from "./print-file.js";

/** What the bar asks of the page. */
export interface BarHost {
  /** All answers as a file. */
  readonly print: () => PrintedFile;
  readonly link: () => string;
  /** Takes the present answers as those to compare with, and to go back to. */
  readonly setBaseline: () => void;
  readonly reset: () => void;
  /** Whether there are answers to go back to. */
  readonly isFilled: boolean;
}

export interface Bar {
  /** Folded away on a narrow page. */
  readonly element: HTMLDetailsElement;
  /** For what comes before the buttons. */
  readonly head: HTMLElement;
  /** For other answers than before: takes back what was said of those, and names what there is to go back to. */
  readonly renew: (hasBaseline: boolean) => void;
}

/** Buttons to take the answers along, to hand them on, and to go back to those of the file. */
export function barOf({ print, link, setBaseline, reset, isFilled }: BarHost): Bar {
  const said = element("p", { role: "status" });
  const field = element("textarea", {
    readonly: "",
    rows: "8",
    "aria-label": "To copy by hand",
    hidden: "",
    spellcheck: "false",
  });
  const say = (text: string): void => {
    said.textContent = text;
    field.hidden = true;
  };
  const quiet = (): void => say("");
  const copy = async (text: string, done: string): Promise<void> => {
    // Emptied, so that the same words are read out again.
    quiet();
    if (await copied(text)) return say(done);
    say("This browser does not let a page copy: copy it from the field.");
    field.hidden = false;
    field.value = text;
    field.focus();
    field.select();
  };
  const toGiven = isFilled ? "Back to the file\u2019s answers" : "Clear all answers";
  const back = button(toGiven, () => {
    reset();
    say("Done. Your browser\u2019s Back button undoes it.");
  });
  const whole = element(
    "div",
    {},
    button("Copy answers as YAML", () => {
      const { text, leftOut } = print();
      copy(text, leftOut === null ? "Copied." : `Copied. ${leftOut}`);
    }),
    button("Download", () => {
      const { text, leftOut } = print();
      download(text, "answers.yaml");
      quiet();
      if (leftOut !== null) say(leftOut);
    }),
    button("Copy a link", () => copy(link(), "Copied: the link has the answers in it, no server sees them.")),
    button("Set as baseline", () => {
      setBaseline();
      say("What you change from here on is compared with these answers.");
    }),
    back,
    said,
    field,
  );
  return {
    element: element("details", { class: "toolbar" }, element("summary", {}, "Name, copy or share"), whole),
    head: whole,
    renew: (hasBaseline) => {
      quiet();
      back.textContent = hasBaseline ? "Back to the baseline" : toGiven;
    },
  };
}
