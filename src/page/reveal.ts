/**
 * Follows links within the page by hand: the address keeps the answers, what is folded over the target is unfolded, and
 * the focus goes there; within a question, to its answer.
 * @param addressOf the address of a place, by its id, with the answers: for a tab or window of its own
 */
export function followLinks(addressOf: (place: string) => string): void {
  const follow = (event: MouseEvent): void => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link === null) return;
    const id = decodeURIComponent(link.hash.slice(1));
    const target = placeCalled(id);
    if (target === null) return;
    if (isPlain(event)) {
      event.preventDefault();
      reveal(target);
      return;
    }
    // What the browser does with it is the reader's choice; it reads the address once all listeners have run.
    const { hash } = link;
    link.href = addressOf(id);
    setTimeout(() => link.setAttribute("href", hash));
  };
  document.addEventListener("click", follow);
  document.addEventListener("auxclick", follow);
}

/** Whether a click has nothing that asks for a tab, a window or a download. */
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);

/** What has an id or, as what is said of changes stands in a panel of its own, what stands there in its place. */
export const placeCalled = (id: string): HTMLElement | null =>
  document.getElementById(`${id}-live`) ?? document.getElementById(id);

/** The share of the view that is left beside lines that stay in sight. */
const mostOfView = 0.8;

/** Unfolds what is over an element, and takes the focus there. */
export function reveal(target: HTMLElement): void {
  for (let each: Element | null = target; each !== null; each = each.parentElement)
    if (each instanceof HTMLDetailsElement) each.open = true;
  const isQuestion = target instanceof HTMLFieldSetElement;
  const stop = isQuestion
    ? (target.querySelector<HTMLElement>("input:checked") ?? target.querySelector<HTMLElement>("input"))
    : target;
  if (stop === null) return;
  if (stop.tabIndex < 0) stop.tabIndex = -1;
  stop.focus({ preventScroll: true });
  // A question that fits moves no more than it has to; of a taller one, the end alone would not say what is asked.
  const fits = isQuestion && target.offsetHeight < innerHeight * mostOfView;
  target.scrollIntoView({ block: fits ? "nearest" : "start" });
}
