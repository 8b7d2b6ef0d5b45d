/** Whether a text is JSON as it stands, a byte order mark before it aside: then it has to stay JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}
