import type { Pack } from "../model/pack.js";

/** A rule pack in one line, as a decision records it: `name@version sha256-…`. */
export function packIdentity({ name, version }: Pick<Pack, "name" | "version">, digest: string): string {
  return `${name}@${version} ${digest}`;
}

/** Two different identities, told apart by name and version where those differ. */
export function briefly(was: string, is: string): { readonly was: string; readonly is: string } {
  const named = (identity: string): string => identity.slice(0, identity.lastIndexOf(" "));
  const shortened = (identity: string): string => identity.slice(0, identity.lastIndexOf("-") + 13);
  return named(was) === named(is)
    ? { was: shortened(was), is: shortened(is) }
    : { was: named(was), is: named(is) };
}
