import { asciiJson } from "../../diagnostics/plain-text.js";
import type { Recommendation } from "../../model/recommendation.js";
import { shortened } from "../text/shorten.js";
import { type Brief, type BriefPlace, briefLimit, briefLists } from "./brief.js";
import { limitLists } from "./limit-lists.js";
import { wholeBrief } from "./whole-brief.js";

/** What grows while there is room, in turns and in this order: the lists by an entry a turn, the titles all at once. */
const growing = ["clashes", "unconfirmed", "askNext", "tippingPoints", "titles", "assumptions"] as const;
type Amounts = Readonly<Record<(typeof growing)[number], number>>;

const most: Amounts = { ...briefLists, titles: 1 };
const least: Amounts = {
  clashes: 0,
  unconfirmed: 0,
  askNext: 0,
  tippingPoints: 0,
  titles: 0,
  assumptions: 0,
};
/** What texts are cut for. */
const needed: Amounts = { ...least, clashes: 1, unconfirmed: 1, askNext: 1, tippingPoints: 1 };

/** Bytes that a text may take: the most with which there is room for what is needed. */
const textLimits = [300, 200, 150, 100, 80, 60, 40, 20] as const;

/** The brief of a recommendation, in at most `briefLimit` bytes. */
export function briefOf(from: Recommendation): Brief {
  const whole = wholeBrief(from);
  const limit = textLimits.find((bytes) => fits(cut(whole, needed, bytes))) ?? 20;
  const full = new Set<string>();
  let amounts = least;
  for (let turn = 1; full.size < growing.length; turn += 1)
    for (const part of growing.filter((each) => !full.has(each))) {
      const more = { ...amounts, [part]: turn };
      if (turn <= most[part] && fits(cut(whole, more, limit))) amounts = more;
      else full.add(part);
    }
  return cut(whole, amounts, limit);
}

const fits = (brief: Brief): boolean => sizeOf(brief) <= briefLimit;

/** Bytes as compact JSON in pure ASCII; in UTF-8 there are no more. */
const sizeOf = (value: object | string): number => asciiJson(JSON.stringify(value)).length;

/** The brief with its lists and texts cut. Ids of patterns count as texts: there is no entry to leave out instead. */
function cut(whole: Brief, amounts: Amounts, limit: number): Brief {
  const listed = limitLists(whole, amounts);
  const short = (text: string): string => shortened(text, (part) => sizeOf(part) <= limit);
  const shortPlace = ({ place, title, ...ids }: BriefPlace): BriefPlace => ({
    place,
    ...mapped(ids, short),
    ...(title !== undefined && amounts.titles > 0 && { title: short(title) }),
  });
  return {
    ...listed,
    service: short(whole.service),
    surface: short(whole.surface),
    headline: short(whole.headline),
    places: whole.places && mapped(whole.places, shortPlace),
    askNext: listed.askNext?.map((each) => ({ ...each, ask: short(each.ask), why: short(each.why) })) ?? null,
  };
}

/** An object with each of its values changed. */
const mapped = <Key extends string, Value>(
  from: { readonly [key in Key]?: Value },
  change: (value: Value) => Value,
): { readonly [key in Key]?: Value } =>
  Object.fromEntries(
    Object.entries<Value>(from as Record<Key, Value>).map(([key, value]) => [key, change(value)]),
  ) as Record<Key, Value>;
