import { LiveConnection } from './live/connection.js';
import type { Call, Listener } from './live/listener.js';

// One connection for all tabs of an organization: the worker's name is the address.
interface SharedWorkerScope { name: string; onconnect: ((event: MessageEvent) => void) | null }
const scope = self as unknown as SharedWorkerScope;
const ports = new Set<MessagePort>();
let connection: LiveConnection | null = null;
let open = false;
let reached: number | undefined;
let unread: number | undefined;

const tell = (call: Call): void => { for (const port of ports) port.postMessage(call); };

const all: Listener = {
  begin(seq) { reached = seq; tell({ name: 'begin', with: seq }); },
  change(change) { reached = change.seq; tell({ name: 'change', with: change }); },
  unread(count) { unread = count; tell({ name: 'unread', with: count }); },
  open(isOpen) { open = isOpen; tell({ name: 'open', with: isOpen }); },
  back() { tell({ name: 'back', with: undefined }); },
};

scope.onconnect = event => {
  const port = event.ports[0];
  if (!port) return;
  ports.add(port);
  port.onmessage = message => { if (message.data === 'leave') leave(port); };
  connection ??= new LiveConnection(scope.name, all);
  catchUp(port);
};

// A tab that comes later hears what the others know.
function catchUp(port: MessagePort): void {
  const say = (call: Call): void => { port.postMessage(call); };
  say({ name: 'open', with: open });
  if (reached !== undefined) say({ name: 'begin', with: reached });
  if (unread !== undefined) say({ name: 'unread', with: unread });
}

function leave(port: MessagePort): void {
  ports.delete(port);
  port.close();
  if (ports.size > 0) return;
  connection?.close();
  connection = null;
  open = false;
  reached = unread = undefined;
}
