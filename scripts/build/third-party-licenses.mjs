import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licence texts of every package of which something is in the bundles.
 * @param metafiles esbuild's descriptions of its outputs
 * @throws Error when a package has no licence file: then it must not be bundled
 */
export function thirdPartyLicenses(metafiles) {
  const folders = new Set(
    metafiles
      .flatMap(({ outputs }) => Object.values(outputs))
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []),
  );
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${licenseText(folder).trim()}\n`;
  });
  return `Parts of these packages are bundled into the files beside this one.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

function licenseText(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence file`);
  return readFileSync(join(folder, file), "utf8");
}
