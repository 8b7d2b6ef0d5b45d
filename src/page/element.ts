type Attributes = Readonly<Record<string, string>>;

/** An element with attributes and children; a string becomes text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that says what it does. */
export function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", onClick);
  return made;
}

/** What an engine's writer made, which has escaped all text in it, as an element. */
export function fromHtml(html: string): HTMLElement {
  const made = element("div");
  made.innerHTML = html;
  return made;
}
