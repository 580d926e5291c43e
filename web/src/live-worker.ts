import type { Change } from './live/change.js';
import { LiveConnection } from './live/connection.js';

// One connection for all tabs of an organization: the worker's name is the address.
interface SharedWorkerScope { name: string; onconnect: ((event: MessageEvent) => void) | null }
const scope = self as unknown as SharedWorkerScope;
const ports = new Set<MessagePort>();
let open = false;
let unread: number | undefined;

const tell = (message: { change?: Change; open?: boolean; unread?: number }): void => { for (const port of ports) port.postMessage(message); };

let connection: LiveConnection | null = null;

scope.onconnect = event => {
  const port = event.ports[0];
  if (!port) return;
  ports.add(port);
  port.onmessage = message => { if (message.data === 'leave') leave(port); };
  connection ??= new LiveConnection(scope.name, change => { tell({ change }); }, state => { open = state; tell({ open }); }, count => { unread = count; tell({ unread: count }); });
  port.postMessage(unread === undefined ? { open } : { open, unread });
};

function leave(port: MessagePort): void {
  ports.delete(port);
  port.close();
  if (ports.size > 0) return;
  connection?.close();
  connection = null;
  open = false;
  unread = undefined;
}
