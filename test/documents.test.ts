import { readdirSync } from "node:fs";
import { join } from "node:path";
import { testDocuments } from "./document-blocks.js";

const docs = readdirSync(join(import.meta.dirname, "../docs")).filter((file) => file.endsWith(".md"));

testDocuments(["CONTRIBUTING.md", ...docs.map((file) => `docs/${file}`)]);
