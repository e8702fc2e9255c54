const macSigns: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Cmd: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
};

const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };

/** Whether key names follow macOS. */
export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}

/** The parts of an Electron accelerator as people read them: `Ctrl`, `Shift`, `P` or `⌘`, `⇧`, `P`. */
export function keyParts(accelerator: string, mac: boolean = isMac()): readonly string[] {
  return accelerator.split('+').map((part) => {
    const arrow = arrows[part];
    if (arrow !== undefined) return arrow;
    if (mac) return macSigns[part] ?? part;
    return part === 'CmdOrCtrl' ? 'Ctrl' : part;
  });
}

/** An Electron accelerator in one word for tooltips: `Ctrl+Shift+P` or `⌘⇧P`. */
export function keyLabel(accelerator: string, mac: boolean = isMac()): string {
  return keyParts(accelerator, mac).join(mac ? '' : '+');
}
