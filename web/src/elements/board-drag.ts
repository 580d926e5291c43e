import { all, closest, make, one } from '../dom.js';

/** Around a board: a tile that is dropped on another lane presses that lane's button in the tile's own menu, so dragging does nothing that the menu does not. */
export class BoardDrag extends HTMLElement {
  #off = new AbortController();
  #tile: HTMLElement | null = null;

  connectedCallback(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    this.addEventListener('dragstart', event => { this.#begin(event); }, { signal });
    this.addEventListener('dragover', event => { this.#over(event); }, { signal });
    this.addEventListener('drop', event => { this.#drop(event); }, { signal });
    this.addEventListener('dragend', () => { this.#end(); }, { signal });
  }

  disconnectedCallback(): void {
    this.#off.abort();
  }

  #begin(event: DragEvent): void {
    const tile = closest(event, '.tile[draggable]');
    if (!tile) return;
    this.#tile = tile;
    tile.classList.add('lift');
    if (!event.dataTransfer) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setDragImage(tile, 16, 16);
  }

  #over(event: DragEvent): void {
    const lane = closest(event, '.lane');
    if (!lane || !this.#button(lane)) { this.#clear(); return; }
    event.preventDefault();
    if (one('.drop', lane)) return;
    this.#clear();
    const place = make('li', 'drop');
    place.append(make('span', 'vh', 'Drop here'));
    one('ol', lane)?.prepend(place);
  }

  #drop(event: DragEvent): void {
    const lane = closest(event, '.lane');
    const button = lane && this.#button(lane);
    this.#end();
    if (!button) return;
    event.preventDefault();
    button.form?.requestSubmit(button);
  }

  // A refresh may have taken the tile away while somebody held it.
  #button(lane: HTMLElement): HTMLButtonElement | null {
    const to = lane.dataset['lane'] ?? '';
    return this.#tile?.isConnected ? one<HTMLButtonElement>(`.menu button[value="${CSS.escape(to)}"]`, this.#tile) : null;
  }

  #end(): void {
    this.#tile?.classList.remove('lift');
    this.#tile = null;
    this.#clear();
  }

  #clear(): void {
    for (const place of all('.drop', this)) place.remove();
  }
}
