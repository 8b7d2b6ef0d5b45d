/** Whether a text is JSON, apart from a byte order mark before it: then it has to stay JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}
