import { all } from '../dom.js';
import { isLiveRefresh } from '../turbo/guard.js';

/** On a small screen tabs scroll: the one of the page is in sight, whatever stands before it. */
export function startCurrentTab(): void {
  show();
  document.addEventListener('turbo:load', () => { if (!isLiveRefresh()) show(); });
}

function show(): void {
  for (const tab of all('.tabs > [aria-current]')) {
    const tabs = tab.parentElement;
    if (!tabs || tabs.scrollWidth <= tabs.clientWidth) continue;
    const [here, whole] = [tab.getBoundingClientRect(), tabs.getBoundingClientRect()];
    tabs.scrollLeft += here.left + here.width / 2 - whole.left - whole.width / 2;
  }
}
