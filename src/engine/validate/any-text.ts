/** Pattern of a text in which something can be seen: schemas ask for it, and messages know it by this name. */
export const anyText = "\\S";
