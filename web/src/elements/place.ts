/** Opens a list of options under its text field, or above it where there is no room below. */
export function place(list: HTMLElement, field: HTMLElement): void {
  if (!list.matches(':popover-open')) list.showPopover();
  const box = field.getBoundingClientRect();
  const below = innerHeight - box.bottom > list.offsetHeight + 8 || box.top < list.offsetHeight + 8;
  list.style.inset = 'auto';
  list.style.left = `${box.left}px`;
  list.style.top = `${below ? box.bottom + 4 : box.top - list.offsetHeight - 4}px`;
  list.style.minWidth = `${box.width}px`;
}
