import type { Page } from '@playwright/test';

/** Tries one way out of the window's page, in a timer of the page; without a name, tells the ways. */
export function tryToLeave(page: Page, way?: string): Promise<readonly string[]> {
  return page.evaluate((name) => {
    const target = 'https://elsewhere.invalid/';
    const click = (attributes: Record<string, string>, type = 'click', button = 0): void => {
      const link = document.body.appendChild(document.createElement('a'));
      for (const [key, value] of Object.entries(attributes)) link.setAttribute(key, value);
      link.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, button }));
      link.remove();
    };
    const opened = (window_: Window | null): void => {
      if (window_) Reflect.set(window, '__pwn', 1);
    };
    const ways: Readonly<Record<string, () => void>> = {
      location: () => (location.href = target),
      replace: () => location.replace(target),
      'data address': () => (location.href = 'data:text/html,x'),
      'file address': () => (location.href = 'file:///etc/passwd'),
      'another page of ours': () => (location.href = 'app://ui/preview.html'),
      'site page': () => (location.href = 'site://x/static/img/evil.svg'),
      open: () => opened(window.open(target)),
      'open blank': () => opened(window.open('about:blank')),
      'open ours': () => opened(window.open('app://ui/index.html')),
      link: () => click({ href: target }),
      'link to a new window': () => click({ href: target, target: '_blank' }),
      'middle click': () => click({ href: target }, 'auxclick', 1),
      'link of the preview': () => {
        const link = document.querySelector('iframe')?.contentDocument?.createElement('a');
        if (!link) throw new Error('no preview');
        link.href = target;
        link.target = '_top';
        document.querySelector('iframe')?.contentDocument?.body.append(link);
        link.click();
        link.remove();
      },
      refresh: () => {
        const meta = document.head.appendChild(document.createElement('meta'));
        meta.httpEquiv = 'refresh';
        meta.content = `0;url=${target}`;
        meta.remove();
      },
      'frame to ours': () =>
        document.querySelector('iframe')?.contentWindow?.location.replace('index.html'),
      'frame refresh': () => {
        const page = document.querySelector('iframe')?.contentDocument;
        const meta = page?.createElement('meta');
        if (!page || !meta) throw new Error('no preview');
        meta.httpEquiv = 'refresh';
        meta.content = `0;url=${target}`;
        page.head.append(meta);
        meta.remove();
      },
    };
    return new Promise<readonly string[]>((resolve) => {
      setTimeout(() => {
        if (name !== undefined) ways[name]?.();
        // Long enough for a navigation that is allowed to be done.
        setTimeout(() => resolve(Object.keys(ways)), 150);
      });
    });
  }, way);
}
