import { announce, make, whenMorphed } from '../dom.js';
import { icon } from '../icon.js';
import { sizeText } from '../file-size.js';

interface Sent { id: string; name: string; size: number }

interface Row { item: HTMLLIElement; state: 'sending' | 'sent' | 'failed'; sent?: Sent; stop?: () => void }

const broken = 'The connection broke. Remove it and choose it again.';

/**
 * Sends files as soon as they are chosen, dropped or pasted, and shows how far each has come. The form then carries their ids; it
 * waits for those on their way, and does not go without one that failed. Without this script the form sends the files themselves.
 */
export class FileUpload extends HTMLElement {
  #off = new AbortController();
  #rows: Row[] = [];
  #submitter: HTMLElement | null | undefined;

  connectedCallback(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    this.#input?.addEventListener('change', () => {
      const files = [...this.#input?.files ?? []];
      if (this.#input) this.#input.value = '';
      this.#take(files);
    }, { signal });
    const form = this.#form;
    form?.addEventListener('submit', event => { this.#hold(event); }, { signal });
    form?.addEventListener('reset', () => { this.#clear(); }, { signal });
    form?.addEventListener('turbo:submit-end', event => {
      if ((event as CustomEvent<{ success: boolean }>).detail.success) this.#clear();
    }, { signal });
    form?.addEventListener('paste', event => { this.#paste(event); }, { signal });
    this.#catchDrops(signal);
    whenMorphed(this, signal, () => { this.#attach(); });
    this.#restore();
  }

  disconnectedCallback(): void {
    this.#off.abort();
    for (const row of this.#rows) row.stop?.();
    this.#rows = [];
  }

  get #form(): HTMLFormElement | null { return this.closest('form'); }

  get #input(): HTMLInputElement | null { return this.querySelector('input[type=file]'); }

  get #list(): HTMLUListElement | null { return this.querySelector('ul'); }

  get #key(): string | null { return this.hasAttribute('draft') ? `helios-files:${this.getAttribute('draft') ?? ''}` : null; }

  #number(name: string): number { return Number(this.getAttribute(name) ?? Infinity); }

  #catchDrops(signal: AbortSignal): void {
    const zone = this.closest<HTMLElement>('[data-drop]') ?? this.#form;
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    let depth = 0;
    const leave = (): void => { depth = 0; delete zone?.dataset['dropping']; };
    zone?.addEventListener('dragenter', event => {
      if (!holdsFiles(event)) return;
      depth++;
      zone.dataset['dropping'] = '';
    }, { signal });
    zone?.addEventListener('dragleave', () => { if (--depth <= 0) leave(); }, { signal });
    zone?.addEventListener('drop', event => {
      leave();
      if (!holdsFiles(event)) return;
      event.preventDefault();
      this.#take([...event.dataTransfer?.files ?? []]);
    }, { signal });
    // A file that misses its place must not open in place of the page.
    for (const name of ['dragover', 'drop'] as const)
      document.addEventListener(name, event => { if (holdsFiles(event)) event.preventDefault(); }, { signal });
  }

  /** A picture in the clipboard; where text stands beside it, the text is meant. */
  #paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data || data.files.length === 0 || data.types.includes('text/plain')) return;
    event.preventDefault();
    this.#take([...data.files]);
  }

  #take(files: File[]): void {
    for (const file of files) this.#begin(file);
  }

  #begin(file: File): void {
    const row = this.#add(file.name);
    if (this.#rows.length > this.#number('most')) this.#fail(row, `More than ${String(this.#number('most'))} files at once. Send these first.`);
    else if (file.size > this.#number('largest')) this.#fail(row, `Larger than ${String(Math.round(this.#number('largest') / 1_048_576))} MB.`);
    else this.#send(row, file);
  }

  #send(row: Row, file: File): void {
    const bar = make('progress', 'bar');
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    row.item.append(bar);
    const request = new XMLHttpRequest();
    request.open('POST', this.getAttribute('address') ?? '');
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.setRequestHeader('RequestVerificationToken', this.#form?.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')?.value ?? '');
    request.upload.onprogress = event => { if (event.lengthComputable) bar.value = event.loaded / event.total; };
    request.onload = () => {
      bar.remove();
      const answer = request.response as (Sent & { detail?: string }) | null;
      if (request.status === 200 && answer) this.#done(row, answer);
      else this.#fail(row, answer?.detail ?? broken);
    };
    request.onerror = () => { bar.remove(); this.#fail(row, broken); };
    row.stop = () => { request.abort(); };
    request.send(file);
  }

  #done(row: Row, sent: Sent): void {
    row.state = 'sent';
    row.sent = sent;
    delete row.stop;
    const id = make('input');
    id.type = 'hidden';
    id.name = this.getAttribute('name') ?? 'files';
    id.value = sent.id;
    row.item.append(make('span', 'sub', sizeText(sent.size)), id);
    announce(`${sent.name} is ready to be sent`);
    this.#changed();
  }

  #fail(row: Row, why: string): void {
    row.state = 'failed';
    delete row.stop;
    row.item.append(make('span', 'error', why));
    announce(`${row.item.title}: ${why}`);
    this.#changed();
  }

  #add(name: string): Row {
    const item = make('li');
    item.title = name;
    const remove = make('button', 'btn quiet sm icononly');
    remove.type = 'button';
    remove.ariaLabel = `Remove ${name}`;
    remove.append(icon('close', 'sm'));
    item.append(make('span', 'trunc', name), remove);
    const row: Row = { item, state: 'sending' };
    remove.addEventListener('click', () => { this.#remove(row); });
    this.#rows.push(row);
    this.#attach();
    return row;
  }

  /** Puts the rows into the list that are not there. */
  #attach(): void {
    this.#list?.append(...this.#rows.map(row => row.item).filter(item => !item.isConnected));
    this.toggleAttribute('data-files', this.#rows.length > 0);
  }

  #remove(row: Row): void {
    row.stop?.();
    row.item.remove();
    this.#rows = this.#rows.filter(other => other !== row);
    this.#input?.focus();
    this.#changed();
  }

  #clear(): void {
    for (const row of this.#rows) { row.stop?.(); row.item.remove(); }
    this.#rows = [];
    this.#submitter = undefined;
    this.#changed();
  }

  #changed(): void {
    this.toggleAttribute('data-files', this.#rows.length > 0);
    this.#keep();
    if (this.#rows.some(row => row.state !== 'sent')) return;
    if (this.#submitter !== undefined) {
      const by = this.#submitter;
      this.#submitter = undefined;
      this.#form?.requestSubmit(by);
    } else if (this.hasAttribute('auto') && this.#rows.length > 0) this.#form?.requestSubmit();
  }

  /** The form waits for files on their way, and a person decides about one that failed. */
  #hold(event: SubmitEvent): void {
    const failed = this.#rows.find(row => row.state === 'failed');
    if (failed) {
      event.preventDefault();
      announce(`${failed.item.title} was not sent. Remove it, or choose it again.`);
      failed.item.querySelector('button')?.focus();
    } else if (this.#rows.some(row => row.state === 'sending')) {
      event.preventDefault();
      this.#submitter = event.submitter;
    }
  }

  #keep(): void {
    const key = this.#key;
    if (!key) return;
    const sent = this.#rows.flatMap(row => row.sent ?? []);
    if (sent.length > 0) sessionStorage.setItem(key, JSON.stringify(sent));
    else sessionStorage.removeItem(key);
  }

  #restore(): void {
    const kept = this.#key && sessionStorage.getItem(this.#key);
    if (!kept) return;
    for (const sent of JSON.parse(kept) as Sent[]) this.#done(this.#add(sent.name), sent);
  }
}
