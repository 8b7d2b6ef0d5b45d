import { joinedLines } from "../../diagnostics/plain-text.js";
import type { Recommendation, Report, ReportedPack } from "../../model/recommendation.js";
import type { Limits } from "../answer/answer.js";
import { type NextCommand, nextCommands, nextInWords } from "../answer/next-commands.js";
import type { Fit, Section, SurfaceHead } from "../document/blocks.js";
import { firstOf } from "../document/first.js";
import { headOf } from "../document/head.js";
import { overviewOf } from "../document/overview.js";
import { as, type Inline } from "../inline.js";
import {
  block,
  columnsOf,
  empty,
  heading,
  type Lines,
  type Placing,
  paint,
  ruled,
  spaced,
  widest,
} from "../layout.js";
import type { Format, ReportStyle } from "../report-style.js";
import { surfacesOf } from "../selection.js";
import { gradeRoles, surfaceTitle, withTitles } from "../wording/titles.js";
import { drawBlocks, drawSections, inFull, type Sheet } from "./draw.js";
import { fittingCount } from "./shorten.js";

/** Lines for one surface with all that stands below it, and for each of several. */
const wholeRoom = 30;
const sharedRoom = 28;

/** What one needs first, a screen for each surface, and the commands that say more. */
export const screenReport: Format = (report, style) => {
  const surfaces = surfacesOf(report);
  const after = closing(report, style);
  const room = surfaces.length > 1 ? sharedRoom : wholeRoom - after.length - 1;
  return joinedLines(
    spaced([
      drawBlocks(overviewOf(surfaces), inFull(style), 0),
      ...withTitles(surfaces, surfaceTitle).map(([title, from]) => surfaceScreen(from, title, room, style)),
      after,
    ]),
  );
};

function closing(report: Report, style: ReportStyle): Lines {
  const words = nextInWords(report);
  return [
    ...nextLines(nextCommands(report), style),
    ...(words === null ? [] : block(style, [words], { indent: 0 })),
    ...origin(report.pack, style),
  ];
}

/** The commands beside their heading or, if one is too long for that, below it; never broken, as people copy them. */
function nextLines(commands: readonly NextCommand[], style: ReportStyle): Lines {
  if (commands.length === 0) return [];
  const beside = commands.map((each, at) =>
    nextLine(each, { indent: 0, mark: at === 0 ? [as("heading", "Next")] : [], hang: 5 }, style),
  );
  if (beside.every(({ length }) => length === 1)) return beside.flat();
  const longest = widest(
    style,
    commands.map(({ line }) => line),
  );
  const indent = Math.min(2, Math.max(0, columnsOf(style) - longest));
  const below = commands.flatMap((each) => {
    const lines = nextLine(each, { indent }, style);
    return lines.length === 1 ? lines : [paint(style, [each.line])];
  });
  return [...heading(style, "Next"), ...below];
}

/** A command with as much about it as fits beside it. */
function nextLine({ line, about }: NextCommand, placing: Placing, style: ReportStyle): Lines {
  const drawn = (...more: readonly Inline[]): Lines => block(style, [line, ...more], placing);
  const explained = about.map((words) => drawn(as("dim", ` (${words})`)));
  return explained.find(({ length }) => length === 1) ?? drawn();
}

/** Where the rules come from. */
function origin({ name, version, drawnFrom }: ReportedPack, style: ReportStyle): Lines {
  const rules = drawnFrom === null ? `Rule pack ${name} ${version}.` : `Rules from ${drawnFrom.title}.`;
  return block(style, [as("dim", rules)], { indent: 0 });
}

/** How much of a surface is shown: how many of each, and lines for one of them. */
interface Amount extends Limits {
  readonly rows: Readonly<Record<Fit, number>>;
}

const allRows: Amount["rows"] = {
  place: 2,
  reason: 2,
  "other-reason": 2,
  cost: 2,
  "to-do": 2,
  clash: 2,
  change: 2,
  decision: 2,
};
const most: Limits = { reasons: 3, costs: 3, changes: 3 };

/**
 * What gives way, in this order, until the rest fits: each also leaves out what those before it do. Second lines go before
 * entries, as the texts of a good pack begin with a sentence that says it in one.
 */
const savings: readonly Partial<Limits & Amount["rows"]>[] = [
  { "other-reason": 1 },
  { "to-do": 1 },
  { cost: 1 },
  { reason: 1 },
  { place: 1 },
  { changes: 2 },
  { costs: 2 },
  { reasons: 2 },
  { changes: 1 },
  { reasons: 1 },
  { costs: 1 },
  { clash: 1 },
  { change: 1 },
];

/** What is left after the first `count` savings. */
function amountAt(count: number): Amount {
  const { reasons, costs, changes, ...rows } = Object.assign(
    { ...most, ...allRows },
    ...savings.slice(0, count),
  );
  return { reasons, costs, changes, rows };
}

/** Columns by which a screen is measured if the window is narrower. */
const usualWidth = 80;

/** One surface in at most `room` lines, as far as its names, clashes and places allow; at least 80 columns are counted. */
function surfaceScreen(from: Recommendation, title: string, room: number, style: ReportStyle): Lines {
  const measure = { ...style, width: Math.max(usualWidth, columnsOf(style)) };
  const head = headOf(from, title);
  const drawn = (at: number, by: ReportStyle): Lines => {
    const { rows, ...limits } = amountAt(at);
    return screen(head, firstOf(from, limits), { style: by, rows, measure });
  };
  const tried = new Map<number, Lines>();
  const tooLong = (at: number): boolean => {
    const lines = drawn(at, measure);
    tried.set(at, lines);
    return lines.length > room;
  };
  const count = fittingCount(savings.length, tooLong);
  // Three surfaces take 2 % less processor time than if each were drawn once more.
  return (style.width === measure.width && tried.get(count)) || drawn(count, style);
}

function screen(head: SurfaceHead, first: readonly Section[], sheet: Sheet): Lines {
  const { style } = sheet;
  const { title, answered, grade, verdict, headline, decision, clashes } = head;
  const graded: readonly Inline[] = grade === null ? [] : [as("dim", " · "), as(gradeRoles[grade], grade)];
  return [
    ...ruled(style, [as("heading", title)], [as("dim", answered), ...graded]),
    ...drawSections(clashes.map(firstTwo), sheet),
    ...block(style, [as(verdict, verdict.toUpperCase()), as("bold", `: ${headline}`)], { indent: 0 }),
    ...drawBlocks(decision, sheet, 0),
    empty,
    ...drawSections(first, sheet),
  ];
}

const mostClashes = 2;

/** So many clashes as leave room for the rest. */
function firstTwo(section: Section): Section {
  const [only] = section.blocks;
  if (only?.kind !== "list" || only.items.length <= mostClashes) return section;
  const left = only.items.length - mostClashes;
  return {
    ...section,
    note: `${left} more in --details`,
    blocks: [{ ...only, items: only.items.slice(0, mostClashes) }],
  };
}
