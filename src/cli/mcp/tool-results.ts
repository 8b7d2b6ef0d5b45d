import type { CallToolResult } from "@modelcontextprotocol/server";
import { asciiJson } from "../../engine/diagnostics/plain-text.js";
import type { Problem } from "../../engine/diagnostics/problem.js";
import { renderProblem, renderProblems } from "../../engine/diagnostics/render-problem.js";

/** A result as data, and the same as text for clients that read only that: JSON in which no text can pass for anything else. */
export function dataResult(data: object, warnings: readonly Problem[] = []): CallToolResult {
  const structuredContent = {
    ...data,
    ...(warnings.length > 0 && { warnings: warnings.map(renderProblem) }),
  };
  return {
    structuredContent,
    content: [{ type: "text", text: asciiJson(JSON.stringify(structuredContent)) }],
  };
}

/** Problems of a call, in the words of the command line, so that the model can mend them. */
export function refusal(problems: readonly Problem[]): CallToolResult {
  return { isError: true, content: [{ type: "text", text: renderProblems(problems) }] };
}
