import { LiveConnection } from './connection.js';
import type { Call, Listener } from './listener.js';

/** Something that can be closed. */
export interface Listening { close(): void }

/** Listens through the worker that all tabs share; where there is none, through a connection of this tab. */
export function listen(address: string, listener: Listener): Listening {
  if (!('SharedWorker' in globalThis)) return new LiveConnection(address, listener);
  const worker = new SharedWorker(new URL(HELIOS_LIVE_WORKER, import.meta.url), { name: address, type: 'module' });
  worker.port.onmessage = ({ data }: MessageEvent<Call>) => { (listener[data.name] as (value: Call['with']) => void)(data.with); };
  return { close() { worker.port.postMessage('leave'); worker.port.close(); } };
}
