import type { McpServer } from "@modelcontextprotocol/server";
import { stated } from "./tool-schemas.js";

const steps = `Review whether this API should be stateful or stateless, with the tools of api-advisor.

1. Read the design and answer only what it says: for each question that it settles, \`{ answer, by: agent, note }\` with the option by its id and, as the note, where the design says so. Do not guess; leave the others out. The resource api-advisor://questions has them all.
2. Call \`advise\` with these answers.
3. Ask the person the questions in \`askNext\`, with the labels of their options, and whether your answers in \`unconfirmed\` are right; say what is \`implied\`, and why, in case they object; call \`advise\` again, with what the person said or confirmed as the option alone. Where they do not know, answer \`unsure\`. Go on until \`askNext\` is empty or they have had enough; once its first question has the \`bearing\` \`place\`, say that the verdict stays, unless they find out what they were not sure of, and that the rest only decides where state lives.
4. Report the verdict with its grade, where each state lives and by which pattern, the answers that do not fit each other, which of your answers nobody has confirmed, and the tipping points: the smallest changes that would turn the verdict. \`explain\` has the reasons and sources of every id, and \`whatif\` tries another answer.
5. Leave the decision to the person.`;

/** Adds the prompt that people start a review with. */
export function addPrompt(server: McpServer): void {
  server.registerPrompt(
    "design-review",
    {
      title: "Review a design",
      description:
        "Should this API be stateful or stateless? Reads the design, asks what is missing, and reports",
      argsSchema: stated({
        type: "object",
        properties: { design: { type: "string", description: "The design, or where it is" } },
      }),
    },
    ({ design }) => ({
      messages: [
        {
          role: "user",
          content: {
            type: "text",
            text: design === undefined ? steps : `${steps}\n\nThe design:\n\n${design}`,
          },
        },
      ],
    }),
  );
}
