import { startTurbo } from './turbo/start.js';
import { followChanges } from './live/follow.js';
import { startDialogs } from './behaviors/dialogs.js';
import { startMenus } from './behaviors/menus.js';
import { startRelativeTimes } from './behaviors/relative-times.js';
import { CommandPalette } from './elements/command-palette.js';
import { CopyButton } from './elements/copy-button.js';
import { EntityPicker } from './elements/entity-picker.js';
import { HotkeyMap } from './elements/hotkey-map.js';
import { ReplyComposer } from './elements/reply-composer.js';
import { SecretReveal } from './elements/secret-reveal.js';
import { ToastRegion } from './elements/toast-region.js';
import { root } from './dom.js';

startTurbo();
startDialogs();
startMenus();
startRelativeTimes();
customElements.define('toast-region', ToastRegion);
customElements.define('command-palette', CommandPalette);
customElements.define('entity-picker', EntityPicker);
customElements.define('reply-composer', ReplyComposer);
customElements.define('copy-button', CopyButton);
customElements.define('hotkey-map', HotkeyMap);
customElements.define('secret-reveal', SecretReveal);
followChanges();
// Tests wait for this: every script of the page has started.
root.dataset['ready'] = '';
