import { meta, root } from '../dom.js';
import { followedByPeek, refreshPeek } from '../peek/panel.js';
import { refreshPage } from '../turbo/refresh.js';
import { concerns, type Change } from './change.js';
import { listen, type Listening } from './client.js';
import { keepUnread, showUnread } from './unread.js';

const atMostEvery = 1_000;

let organization: string | null = null;
let listening: Listening | null = null;
let last = -atMostEvery;
let later: ReturnType<typeof setTimeout> | undefined;
let again: ReturnType<typeof setTimeout> | undefined;

/** Follows the organization of the page that is shown; the address names it, so it may change with a visit. */
export function followChanges(): void {
  sync();
  keepUnread();
  document.addEventListener('turbo:load', sync);
  repeat();
  document.addEventListener('turbo:load', repeat);
  addEventListener('pagehide', stop);
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    sync();
    show();
  });
}

function sync(): void {
  const now = meta('helios-organization');
  if (now === organization) return;
  stop();
  organization = now;
  if (now === null) return;
  listening = listen(`/live?organization=${encodeURIComponent(now)}`, receive, open => { root.dataset['live'] = open ? 'on' : 'off'; if (!open) showUnread(null); }, count);
}

// What moves without an event, as the progress of a job: each refresh asks for the next one, until the page stands still.
function repeat(): void {
  clearTimeout(again);
  const seconds = Number(meta('helios-refresh'));
  if (seconds > 0) again = setTimeout(refreshPage, seconds * 1_000);
}

function stop(): void {
  listening?.close();
  listening = null;
  organization = null;
  showUnread(null);
  delete root.dataset['live'];
}

// The inbox itself follows its number.
let first = true;
function count(unread: number): void {
  showUnread(unread);
  // What a page says that was just loaded is true; the first number only confirms it.
  if (first) { first = false; return; }
  if (meta('helios-live')?.split(' ').includes('inbox')) show();
}

function receive(change: Change): void {
  const tokens = meta('helios-live')?.split(' ').filter(Boolean) ?? [];
  if (concerns(change, [...tokens, ...followedByPeek()])) show();
}

// The first change shows at once; those that follow wait for the second to end and show together.
function show(): void {
  const wait = last + atMostEvery - performance.now();
  clearTimeout(later);
  if (wait > 0) {
    later = setTimeout(show, wait);
    return;
  }
  last = performance.now();
  refreshPage();
  refreshPeek();
}
