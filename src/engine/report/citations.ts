import type { Citation } from "../model/pack.js";
import { glue } from "./inline.js";

/** A citation as packs write it: `rfc-6455 §1.1`. */
export const citationKey = ({ id, section }: Citation): string =>
  section === null ? id : `${id} §${section}`;

/** A citation as people write it: `RFC 6455 §1.1`. Other ids stand as they are, so that they can be looked up. */
export function citationLabel({ id, section }: Citation): string {
  const rfc = /^rfc-(\d+)$/.exec(id)?.[1];
  const label = rfc === undefined ? id : `RFC${glue}${rfc}`;
  return section === null ? label : `${label}${glue}§${section.replaceAll(" ", glue)}`;
}
