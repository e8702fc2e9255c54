import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type EventName, events, type Method, methods } from '#core/ipc/methods';

type Listener = (value: unknown) => void;
const listeners = new Map<EventName, Set<Listener>>(events.map((name) => [name, new Set()]));

ipcRenderer.on('shirube:event', (_, name: EventName, value: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(value);
});

// The page gets these three functions and nothing else; contextBridge copies and freezes them.
// Names are checked here as well, so that no other channel can ever be reached.
contextBridge.exposeInMainWorld('app', {
  request(method: Method, params: unknown): Promise<unknown> {
    if (!methods.includes(method)) return Promise.reject(new TypeError('unknown request'));
    return ipcRenderer.invoke('shirube:request', method, params);
  },
  on(event: EventName, listener: Listener): () => void {
    // Each call is its own, even with a listener that is there already.
    const relay: Listener = (value) => listener(value);
    listeners.get(event)?.add(relay);
    return () => void listeners.get(event)?.delete(relay);
  },
  pathOf(file: File): string {
    return webUtils.getPathForFile(file);
  },
});
