import type { Change } from './change.js';
import { LiveConnection } from './connection.js';

/** Something that can be closed. */
export interface Listening { close(): void }

/** Listens through the worker that all tabs share; where there is none, through a connection of this tab. */
export function listen(address: string, onChange: (change: Change) => void, onState: (open: boolean) => void, onUnread: (count: number) => void): Listening {
  if (!('SharedWorker' in globalThis)) return new LiveConnection(address, onChange, onState, onUnread);
  const worker = new SharedWorker(new URL(HELIOS_LIVE_WORKER, import.meta.url), { name: address, type: 'module' });
  worker.port.onmessage = ({ data }: MessageEvent<{ change?: Change; open?: boolean; unread?: number }>) => {
    if (data.change) onChange(data.change);
    if (data.open !== undefined) onState(data.open);
    if (data.unread !== undefined) onUnread(data.unread);
  };
  return { close() { worker.port.postMessage('leave'); worker.port.close(); } };
}
