import { announce, whenMorphed } from '../dom.js';
import { MentionList } from './mention-list.js';

/** Around a form: keeps an unsent text for this tab, sends with Ctrl or ⌘ and Enter. */
export class ReplyComposer extends HTMLElement {
  #off = new AbortController();
  #mentions: MentionList | null = null;

  connectedCallback(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    this.#restore();
    const people = this.getAttribute('mentions');
    if (people && this.#text) this.#mentions = new MentionList(this.#text, people, signal);
    this.addEventListener('input', () => { this.#keep(); }, { signal });
    this.addEventListener('change', () => { this.#keep(); }, { signal });
    this.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#mentions?.close();
      this.#form?.requestSubmit();
    }, { signal });
    this.addEventListener('hotkey', () => {
      this.scrollIntoView({ block: 'nearest' });
      this.#text?.focus();
    }, { signal });
    whenMorphed(this, signal, () => {
      this.#mentions?.attach();
      this.#restore();
    });
    this.addEventListener('turbo:submit-end', event => { this.#sent((event as CustomEvent<{ success: boolean }>).detail.success); }, { signal });
  }

  disconnectedCallback(): void { this.#off.abort(); }

  get #form(): HTMLFormElement | null { return this.querySelector('form'); }

  get #text(): HTMLTextAreaElement | null { return this.querySelector('textarea'); }

  get #key(): string { return `helios-draft:${this.getAttribute('draft') ?? location.pathname}`; }

  get #audience(): string { return this.querySelector<HTMLInputElement>('input[name=audience]:checked')?.value ?? ''; }

  #keep(): void {
    const body = this.#text?.value ?? '';
    if (body.trim()) sessionStorage.setItem(this.#key, JSON.stringify({ body, audience: this.#audience, mentions: this.#form ? MentionList.picked(this.#form) : [] }));
    else sessionStorage.removeItem(this.#key);
  }

  #restore(): void {
    const text = this.#text;
    const kept = sessionStorage.getItem(this.#key);
    if (!text || !kept) return;
    const draft = JSON.parse(kept) as { body: string; audience: string; mentions?: string[] };
    if (text.value && text.value !== draft.body) return;
    const audience = this.querySelector<HTMLInputElement>(`input[name=audience][value="${CSS.escape(draft.audience)}"]`);
    // A note must never come back as a public reply: without its audience the draft stays where it is.
    if (draft.audience && !audience) return;
    if (audience) audience.checked = true;
    text.value = draft.body;
    if (this.#form) MentionList.restore(this.#form, draft.mentions ?? []);
  }

  #sent(success: boolean): void {
    if (!success) return;
    sessionStorage.removeItem(this.#key);
    this.#form?.reset();
    for (const field of this.querySelectorAll('input[name=mentions]')) field.remove();
    announce('Sent');
  }
}
