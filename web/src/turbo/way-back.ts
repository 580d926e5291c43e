import { session } from '@hotwired/turbo';

/**
 * How far a page is scrolled is remembered for the way back. A browser tells of it late: what it tells while the page of
 * before is on its way is about the page that is left, and would lead back to a wrong place.
 */
export function guardWayBack(): void {
  const remember = session.scrollPositionChanged.bind(session);
  session.scrollPositionChanged = position => {
    if (session.navigator.currentVisit?.action !== 'restore') remember(position);
  };
}
