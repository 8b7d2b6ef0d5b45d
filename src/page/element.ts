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

/** The first element that a selector finds, where there always is one. Throws if there is none. */
export function the(selector: string, within: ParentNode = document): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`the page lacks ${selector}`);
  return found;
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
