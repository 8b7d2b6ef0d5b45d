/** The word for the pack that ships with the tool. In a file of its own, as every start reads it and few find a pack. */
export const defaultPackName = "default";
