// The part of Turbo that Helios uses; the package brings no types.
declare module '@hotwired/turbo' {
  interface VisitOptions {
    action?: 'advance' | 'replace' | 'restore';
    shouldCacheSnapshot?: boolean;
    // Internal: a new one, unless the visit stays on the entry of the way back where it is.
    restorationIdentifier?: string;
    refresh?: { method: 'morph' | 'replace'; scroll: 'preserve' | 'reset' };
  }
  export const config: { drive: { progressBarDelay: number; enabled: boolean } };
  export const session: {
    navigator: { currentVisit?: { action: string }; stop(): void };
    // Internal: tells how far the page is scrolled by now.
    scrollPositionChanged(position: { x: number; y: number }): void;
    // Internal: the entry of the way back that the page stands on.
    history: { replace(location: URL, restorationIdentifier: string): void; restorationIdentifier: string };
    // Internal: the address that decides whether a visit refreshes or replaces the page.
    view: { lastRenderedLocation: URL };
    visit(location: string, options?: VisitOptions): void;
  };
  export interface FrameElement extends HTMLElement { src: string | null; reload(): Promise<void> }
  export function renderStreamMessage(message: string): void;
  export function visit(location: string, options?: VisitOptions): void;
}

declare const HELIOS_ICONS: string;
declare const HELIOS_LIVE_WORKER: string;
