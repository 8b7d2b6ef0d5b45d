import type { McpServer } from "@modelcontextprotocol/server";
import { asciiJson } from "../../engine/diagnostics/plain-text.js";
import { ruleListJson } from "../../engine/explain/rule-list.js";
import type { Pack } from "../../engine/model/pack.js";
import { schemaText } from "../schemas.js";

interface Listed {
  readonly name: string;
  readonly description: string;
  readonly text: (pack: Pack) => string;
}

const listed: readonly Listed[] = [
  {
    name: "questions",
    description: "Every question with its options: what they mean and why it is asked",
    text: questionsJson,
  },
  {
    name: "rules",
    description: "Every rule with its condition and points; `explain` has the reasons and sources",
    text: (pack) => ruleListJson(pack, { unicode: false }),
  },
  {
    name: "schemas/answers",
    description: "JSON Schema of answers files",
    text: (pack) => schemaText("answers", pack),
  },
  {
    name: "schemas/brief",
    description: "JSON Schema of a line of `advise --format brief`",
    text: (pack) => schemaText("brief", pack),
  },
  {
    name: "schemas/advice",
    description: "JSON Schema of each surface that the tool `advise` returns",
    text: (pack) => schemaText("advice", pack),
  },
  {
    name: "schemas/report",
    description: "JSON Schema of `advise --format json`",
    text: (pack) => schemaText("report", pack),
  },
];

/** Adds what an agent may read beside its calls; it stays the same as long as the server runs. */
export function addResources(server: McpServer, pack: Pack): void {
  for (const { name, description, text } of listed)
    server.registerResource(
      name,
      `api-advisor://${name}`,
      { description, mimeType: "application/json" },
      ({ href }) => ({ contents: [{ uri: href, mimeType: "application/json", text: text(pack) }] }),
    );
}

function questionsJson({ name, version, topics, questions }: Pack): string {
  const entries = questions.map(({ id, topic, ask, why, help, several, essential, options }) => ({
    ...{
      id,
      topic: topics.find((each) => each.id === topic)?.title ?? topic,
      ask,
      why,
      help,
      several,
      essential,
    },
    options: options.map(({ id, label, help, examples }) => ({ id, label, help, examples })),
  }));
  return asciiJson(JSON.stringify({ pack: { name, version }, questions: entries }));
}
