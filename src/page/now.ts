import { element } from "./element.js";
import type { Advice } from "./protocol.js";

/** The verdict in one line, which is read out whenever it changes, and stays in sight while the verdict itself is not. */
export interface Now {
  readonly element: HTMLElement;
  readonly show: (advice: Advice) => void;
}

export function nowLine(header: HTMLElement): Now {
  const text = element("p", { role: "status" });
  const line = element("div", { class: "now" }, text);
  new IntersectionObserver(([entry]) => {
    if (entry !== undefined) line.classList.toggle("shown", !entry.isIntersecting);
  }).observe(header);
  let grade: string | null = null;
  return {
    element: line,
    show: ({ verdict, headline, isAnalysed, ...advice }) => {
      if (isAnalysed) grade = advice.grade;
      const words = `${grade === null || verdict === "undecided" ? "" : ` \u00b7 ${grade}`} \u00b7 ${headline}`;
      if (text.textContent !== verdict + words)
        text.replaceChildren(element("strong", { class: verdict }, verdict), words);
    },
  };
}
