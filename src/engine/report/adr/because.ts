/**
 * A sentence as it follows "because": its first word in lower case, unless that is an acronym or has a capital
 * inside (`HTTP`, `WebSocket`).
 */
export function because(sentence: string): string {
  const [first = ""] = sentence.split(/[ ,:;]/, 1);
  const ordinary = /^[A-Z][a-z’']*(-[a-z]+)*$/.test(first) && first !== "I";
  return ordinary ? first.toLowerCase() + sentence.slice(first.length) : sentence;
}
