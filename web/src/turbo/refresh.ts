import { session } from '@hotwired/turbo';
import { meta } from '../dom.js';
import { reached } from '../live/heard.js';
import { beginLiveRefresh } from './guard.js';

const retryAfter = 100;
let submitting = 0;
let wanted = false;
let retry: ReturnType<typeof setTimeout> | undefined;
let asOf = 0;

document.addEventListener('turbo:submit-start', () => { submitting++; });
document.addEventListener('turbo:submit-end', () => { submitting = Math.max(0, submitting - 1); });
document.addEventListener('visibilitychange', () => { if (wanted) attempt(); });
// A page that says how new it is needs no refresh that was meant for the one before.
document.addEventListener('turbo:load', () => { if (meta('helios-seq') !== null) wanted = false; });

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
  if (submitting > 0 || session.navigator.currentVisit) {
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

function withoutTransition(): void {
  const setting = document.head.querySelector<HTMLMetaElement>('meta[name="view-transition"]');
  if (!setting) return;
  const before = setting.content;
  setting.content = 'none';
  // The new head brings its own; this is for a refresh that failed.
  document.addEventListener('turbo:load', () => { setting.content = before; }, { once: true });
}
