import { session } from '@hotwired/turbo';
import { meta, root } from '../dom.js';
import { reached } from '../live/heard.js';
import { isVisiting } from './address.js';
import { beginLiveRefresh, isLiveRefresh } from './guard.js';

const retryAfter = 100;
const firstWait = 2_000;
const longestWait = 60_000;
let submitting = 0;
let wanted = false;
let retry: ReturnType<typeof setTimeout> | undefined;
let asOf = 0;
let wait = firstWait;
let giveTransitionBack = (): void => undefined;
// What refreshes failed of. Turbo rejects a promise of its own with it as well.
const failures = new WeakSet<object>();

document.addEventListener('turbo:submit-start', () => { submitting++; });
document.addEventListener('turbo:submit-end', () => { submitting = Math.max(0, submitting - 1); });
document.addEventListener('visibilitychange', () => { if (wanted) attempt(); });
// A page that says how new it is needs no refresh that was meant for the one before.
document.addEventListener('turbo:load', () => {
  wait = firstWait;
  giveTransitionBack();
  if (meta('helios-seq') !== null) wanted = false;
});
// What does not get through leaves the page as it is: whoever writes on it must not find the browser's own error page in its place.
document.addEventListener('turbo:fetch-request-error', event => { if (isOurs(event)) putOff(event); });
document.addEventListener('turbo:before-fetch-response', event => {
  if (isOurs(event) && (event as CustomEvent<{ fetchResponse: { serverError: boolean } }>).detail.fetchResponse.serverError) putOff(event);
});
addEventListener('unhandledrejection', event => { if (failures.has(event.reason as object)) event.preventDefault(); });

/** The place of the chain that the last refresh is at least as new as: what was heard of when it was asked for. */
export const refreshedAsOf = (): number => asOf;

/** Refreshes the page by morphing as soon as no visit and no form is on its way and somebody can see it. */
export function refreshPage(): void {
  wanted = true;
  attempt();
}

function attempt(): void {
  clearTimeout(retry);
  if (!wanted || document.hidden) return;
  if (submitting > 0 || isVisiting()) {
    // Turbo would drop the refresh, or stop the visit: try again.
    retry = setTimeout(attempt, retryAfter);
    return;
  }
  wanted = false;
  asOf = reached();
  beginLiveRefresh();
  withoutTransition();
  session.view.lastRenderedLocation = new URL(location.href);
  session.visit(document.baseURI, {
    action: 'replace',
    shouldCacheSnapshot: false,
    refresh: { method: 'morph', scroll: 'preserve' },
    // It stays the same entry of the way back, which remembers how far the page was scrolled.
    restorationIdentifier: session.history.restorationIdentifier,
  });
}

const isOurs = (event: Event): boolean => event.target === root && isLiveRefresh() && isVisiting();

// The refresh comes again by itself, at longer and longer intervals.
function putOff(event: Event): void {
  event.preventDefault();
  const { error } = (event as CustomEvent<{ error?: object }>).detail;
  if (error) failures.add(error);
  session.navigator.stop();
  giveTransitionBack();
  root.removeAttribute('aria-busy');
  wanted = true;
  clearTimeout(retry);
  retry = setTimeout(attempt, wait);
  wait = Math.min(wait * 2, longestWait);
}

function withoutTransition(): void {
  const setting = document.head.querySelector<HTMLMetaElement>('meta[name="view-transition"]');
  if (!setting) return;
  const before = setting.content;
  setting.content = 'none';
  // The new head brings its own; this is for a refresh that failed.
  giveTransitionBack = () => { setting.content = before; giveTransitionBack = () => undefined; };
}
