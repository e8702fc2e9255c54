/** What a probe tried, and the directives that reported it; none where nothing stopped it. */
export interface ProbeResult {
  readonly name: string;
  readonly stoppedBy: readonly string[];
}

/**
 * Tries, from inside a page, everything its policy must stop; runs in the page, so it uses nothing from
 * here. Each probe runs in a timer of its own: code that a debugger runs may do more than a page may.
 */
export async function probePolicy(): Promise<readonly ProbeResult[]> {
  const remote = 'https://probe.invalid';
  const add = (tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    document.body.append(element);
    added.push(element);
    return element;
  };
  const added: HTMLElement[] = [];
  const run = 'window.__pwn = 1';
  const blob = (): string => URL.createObjectURL(new Blob([run], { type: 'text/javascript' }));
  const submit = (attributes: Record<string, string>): void => {
    const form = add('form', attributes);
    if (form instanceof HTMLFormElement) form.submit();
  };
  const indirect = { eval: window.eval, Function: window.Function };

  const probes: Readonly<Record<string, () => unknown>> = {
    'inline script': () => add('script', {}, run),
    'remote script': () => add('script', { src: `${remote}/a.js` }),
    'data script': () => add('script', { src: `data:text/javascript,${run}` }),
    'blob script': () => add('script', { src: blob() }),
    'remote module': () => import(/* @vite-ignore */ `${remote}/b.js`).catch(() => undefined),
    'handler attribute': () => add('p', { onclick: run }).click(),
    'javascript link': () => add('a', { href: `javascript:${run}` }).click(),
    eval: () => indirect.eval(run),
    'new Function': () => indirect.Function(run)(),
    'timer with text': () => setTimeout(run as unknown as () => void, 0),
    'blob worker': () => new Worker(blob()),
    'remote worker': () => new Worker('data:text/javascript,0'),
    'fetch https': () => fetch(`${remote}/c`).catch(() => undefined),
    'fetch app': () => fetch('app://other/index.html').catch(() => undefined),
    'fetch site': () => fetch('site://other/x.png').catch(() => undefined),
    'web socket': () => new WebSocket('wss://probe.invalid/d'),
    beacon: () => navigator.sendBeacon(`${remote}/e`, 'x'),
    'event source': () => new EventSource(`${remote}/f`),
    'style element': () => add('style', {}, 'body { color: red }'),
    'remote style': () => add('link', { rel: 'stylesheet', href: `${remote}/g.css` }),
    'style attribute': () => add('p', { style: 'color: red' }),
    'remote image': () => add('img', { src: `${remote}/h.png` }),
    'remote font': () => new FontFace('probe', `url(${remote}/i.woff2)`).load().catch(() => 0),
    media: () => add('video', { src: `${remote}/j.mp4` }),
    frame: () => add('iframe', { src: `${remote}/k.html` }),
    'data frame': () => add('iframe', { src: 'data:text/html,x' }),
    'frame of text': () => add('iframe', { srcdoc: `<script>top.__pwn = 1</script>` }),
    object: () => add('object', { data: `${remote}/l.swf` }),
    embed: () => add('embed', { src: `${remote}/m.pdf` }),
    form: () => submit({ action: `${remote}/n` }),
    // Last: it is reported once more when it is taken out.
    base: () => add('base', { href: `${remote}/` }),
  };

  const results: ProbeResult[] = [];
  for (const [name, probe] of Object.entries(probes)) {
    const stoppedBy = new Set<string>();
    await new Promise<void>((resolve) => {
      const onStopped = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
        stoppedBy.add(effectiveDirective);
        // A second directive, or the same once more, may follow.
        setTimeout(resolve, 60);
      };
      document.addEventListener('securitypolicyviolation', onStopped);
      setTimeout(() => {
        try {
          void probe();
        } catch {
          // A refused eval or worker throws; the event says by which directive.
        }
      });
      setTimeout(() => {
        document.removeEventListener('securitypolicyviolation', onStopped);
        resolve();
      }, 1000);
    });
    results.push({ name, stoppedBy: [...stoppedBy].sort() });
    for (const element of added.splice(0)) element.remove();
  }
  return results;
}
