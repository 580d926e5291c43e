import { session } from '@hotwired/turbo';

/** The page shows more than it did: its address says so from now on, without a step of the way back. */
export function movedTo(address: string): void {
  const location = new URL(address, document.baseURI);
  session.history.replace(location, session.history.restorationIdentifier);
  session.view.lastRenderedLocation = location;
}

/** Whether another page, or this one anew, is on its way. */
export const isVisiting = (): boolean => !!session.navigator.currentVisit;
