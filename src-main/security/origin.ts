/** The origin that everything of our own has. */
export const windowOrigin = 'app://ui';
/** Where the window's page lives. */
export const windowUrl = `${windowOrigin}/index.html`;
/** Where the frame of the preview lives. */
const previewUrl = `${windowOrigin}/preview.html`;

/** What is known of the frame that sends a request; `null` where it is gone already. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/**
 * Whether a request comes from the top frame of a window at our own origin. An empty address or
 * about:blank, which a new or navigated frame has for a moment, is nobody's.
 */
export function isTrustedSender(frame: SenderFrame | null | undefined): boolean {
  if (frame === null || frame === undefined) return false;
  return frame.parent === null && isOurs(frame.url);
}

/** Whether a frame may go to an address: the window's page to itself (reload), a frame to the preview. */
export function mayNavigate(url: string, isTopFrame: boolean): boolean {
  const address = url.replace(/[?#].*$/s, '');
  return address === (isTopFrame ? windowUrl : previewUrl);
}

/** Whether a page may load an address at all: nothing ever leaves the machine. */
export function mayLoad(url: string): boolean {
  return /^(?:app:\/\/ui\/|site:\/\/|data:|devtools:\/\/)/.test(url);
}

function isOurs(url: string): boolean {
  try {
    const { protocol, host, username } = new URL(url);
    return protocol === 'app:' && host === 'ui' && username === '';
  } catch {
    return false;
  }
}
