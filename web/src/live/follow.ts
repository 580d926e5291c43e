import { meta, root } from '../dom.js';
import { followedByPeek, refreshPeek } from '../peek/panel.js';
import { isLiveRefresh } from '../turbo/guard.js';
import { refreshedAsOf, refreshPage } from '../turbo/refresh.js';
import { concerns, type Change } from './change.js';
import { listen, type Listening } from './client.js';
import { begin, hear, isBehind } from './heard.js';
import { keepUnread, showUnread } from './unread.js';

const atMostEvery = 1_000;

let organization: string | null = null;
// The place of the chain that the page is at least as new as; null for one that does not say.
let asOf: number | null = null;
let listening: Listening | null = null;
let last = -atMostEvery;
let later: ReturnType<typeof setTimeout> | undefined;
// How often the inbox had news, now and when the page was asked for.
let counted = 0;
let countedBefore = 0;
const due = new Set<() => void>();
let again: ReturnType<typeof setTimeout> | undefined;

/** Follows the organization of the page that is shown; the address names it, so it may change with a visit. */
export function followChanges(): void {
  keepUnread();
  for (const arrived of [sync, look, repeat]) {
    arrived();
    document.addEventListener('turbo:load', arrived);
  }
  document.addEventListener('turbo:before-fetch-request', event => { if (event.target === root) countedBefore = counted; });
  addEventListener('pagehide', stop);
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    sync();
    show(refreshPage, refreshPeek);
  });
}

function sync(): void {
  const now = meta('helios-organization');
  if (now === organization) return;
  stop();
  organization = now;
  if (now === null) return;
  listening = listen(`/live?organization=${encodeURIComponent(now)}`, {
    begin(seq) { begin(seq); catchUp(); },
    change: receive,
    unread: count,
    open(isOpen) { root.dataset['live'] = isOpen ? 'on' : 'off'; if (!isOpen) showUnread(null); },
    back() { if (tokens().length > 0) show(refreshPage, refreshPeek); },
  });
}

const tokens = (): string[] => meta('helios-live')?.split(' ').filter(Boolean) ?? [];

// A page came; what changed while it was on its way was told to the one before it.
function look(): void {
  const seq = meta('helios-seq');
  asOf = seq === null ? null : Math.max(Number(seq), isLiveRefresh() ? refreshedAsOf() : 0);
  catchUp();
  if (counted !== countedBefore) refreshInbox();
}

function catchUp(): void {
  if (asOf !== null && isBehind(asOf, tokens())) show(refreshPage);
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
  // What was heard is of this organization's chain alone.
  begin(0);
  showUnread(null);
  delete root.dataset['live'];
}

// The inbox itself follows its number.
let first = true;
function count(unread: number): void {
  const differs = showUnread(unread);
  counted++;
  // As a rule the first number only confirms what the page says that was just loaded.
  if (!first || differs) refreshInbox();
  first = false;
}

function refreshInbox(): void {
  if (tokens().includes('inbox')) show(refreshPage);
}

function receive(change: Change): void {
  hear(change);
  if (concerns(change, tokens()) && (asOf === null || change.seq > asOf)) show(refreshPage);
  if (concerns(change, followedByPeek())) show(refreshPeek);
}

// The first change shows at once; those that follow wait for the second to end and show together.
function show(...parts: (() => void)[]): void {
  for (const part of parts) due.add(part);
  const wait = last + atMostEvery - performance.now();
  clearTimeout(later);
  if (wait > 0) {
    later = setTimeout(() => { show(); }, wait);
    return;
  }
  last = performance.now();
  for (const part of due) part();
  due.clear();
}
