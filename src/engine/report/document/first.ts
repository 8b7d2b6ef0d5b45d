import type { Recommendation } from "../../model/recommendation.js";
import { type Answer, answerOf, type Limits } from "../answer/answer.js";
import type { Places } from "../answer/places.js";
import { isAboutPlace } from "../answer/reasons.js";
import { as } from "../inline.js";
import { type Picture, pictureOf, pictureTitle } from "../picture/picture.js";
import { type Gauge, sideRoles } from "../wording/concern-words.js";
import { listed } from "../wording/phrases.js";
import { concernTitles, patternTitle, shortPlaces } from "../wording/titles.js";
import { type Block, fitting, type Item, item, list, prose, type Section, section, terms } from "./blocks.js";
import { askSection, assumedSection, changeSection, helpSection } from "./outlook.js";

/** As many reasons a side, costs and changes as paper has. */
export const mostFirst: Limits = { reasons: 3, costs: 3, changes: 3 };

/** What one needs of a surface: where the state lives, why, what it costs and what would change it. */
export function firstOf(from: Recommendation, limits: Limits): readonly Section[] {
  const answer = answerOf(from, limits);
  const undecided = from.verdict === "undecided";
  return [
    ...placesSection(answer.places, pictureOf(from)),
    ...(undecided ? helpSection(answer) : []),
    ...whySection(answer),
    ...watchSection(answer),
    ...(undecided ? [] : changeSection(from, answer)),
    ...assumedSection(from, answer),
    ...(undecided ? [] : askSection(answer)),
  ];
}

/** A line for each concern that has state, with as many examples as there is room for; the note names those without. */
function placesSection({ placed, without }: Places, picture: Picture | null): readonly Section[] {
  const names = listed(without.map((concern) => concernTitles[concern].toLowerCase()));
  const items = placed.map(({ concern, place, pattern, companion, secondHome }) => {
    const more = [
      ...(companion === null ? [] : [`; with ${companion.title}`]),
      ...(secondHome === null ? [] : [`; backed by ${secondHome.title} (${shortPlaces[secondHome.place]})`]),
    ];
    const words = (examples: number) => [
      as("bold", shortPlaces[place]),
      pattern === null ? "" : `: ${patternTitle(pattern, examples)}`,
      ...more.map((part) => as("dim", part)),
    ];
    return item(as("bold", concernTitles[concern]), fitting("place", words(3), words(2), words(1)));
  });
  if (items.length > 0)
    return section("places", pictureTitle, [...drawn(picture), ...terms(items, 13)], {
      note: names === "" ? "" : `none: ${names}`,
    });
  return names === ""
    ? []
    : [{ id: "places", title: pictureTitle, note: `nowhere: ${names}`, aside: "", blocks: [] }];
}

const drawn = (picture: Picture | null): readonly Block[] =>
  picture === null ? [] : [{ kind: "figure", figure: { kind: "picture", picture } }];

/** The strongest reasons each way, a sign before each. */
function whySection({ reasons, gauges }: Answer): readonly Section[] {
  const side = (keeps: boolean): readonly Item[] =>
    reasons[keeps ? "keeping" : "against"].map((rule, at) => {
      const role = sideRoles[isAboutPlace(rule) ? "place" : "need"][keeps ? "for" : "against"];
      const fit = at === 0 ? "reason" : "other-reason";
      return item(as(role, keeps ? "+" : "−"), fitting(fit, [prose(rule.because)]));
    });
  const binds = [...reasons.keeping, ...reasons.against].some(isAboutPlace);
  return section("why", "Why", list([...side(true), ...side(false)]), {
    note: binds ? "+ keep or bind, − not" : "+ to keep, − not to",
    aside: weighed(gauges),
  });
}

/** "points: workflow 4 : 1, its place 3 : 1"; a word if requirements alone decide, nothing if nothing does. */
function weighed(gauges: readonly Gauge[]): string {
  const sums = gauges
    .filter(({ byPoints }) => byPoints)
    .map(
      ({ concern, form, points }) =>
        `${form === "place" ? "interaction's place" : concern} ${points.for} : ${points.against}`,
    );
  if (sums.length > 0) return `points: ${sums.join(", ")}`;
  return gauges.some(({ isGiven }) => isGiven) ? "requirements alone decide" : "";
}

/** What it costs, and what to do about it. */
function watchSection({ costs }: Answer): readonly Section[] {
  const items = costs.map(({ text, mitigation }) =>
    item(as("bad", "!"), fitting("cost", [prose(text)]), {
      below: mitigation === null ? [] : list([item(as("good", "→"), fitting("to-do", [prose(mitigation)]))]),
    }),
  );
  return section("watch", "Watch", list(items), { note: "→ what to do" });
}
