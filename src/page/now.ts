import { element } from "./element.js";
import type { Advice } from "./protocol.js";

/** The verdict in one line, which is read out whenever it changes, and stays in sight while the verdict itself is not. */
export interface Now {
  readonly element: HTMLElement;
  readonly show: (advice: Advice) => void;
}

/** The share of the header that has to be in sight for the verdict to be. */
const mostHidden = 0.6;

/** @param header what has the verdict, and its `heading` */
export function nowLine(header: Element, heading: string): Now {
  const text = element("p", { role: "status" });
  const back = element("a", { href: `#${heading}` }, "To the verdict");
  const line = element("div", { class: "now" }, element("div", {}, text, back));
  const toggle = ([entry]: readonly IntersectionObserverEntry[]): void => {
    line.classList.toggle("shown", entry !== undefined && entry.intersectionRatio < mostHidden);
  };
  new IntersectionObserver(toggle, { threshold: mostHidden }).observe(header);
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
