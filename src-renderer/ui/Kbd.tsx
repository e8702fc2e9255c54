import './kbd.css';
import { keyParts } from './key-label.ts';

interface KbdProps {
  /** Electron accelerator, such as `CmdOrCtrl+Shift+P`, or one key such as `Enter`. */
  readonly keys: string;
  /** One frame a key, as in the palette; otherwise one frame for all. */
  readonly split?: boolean | undefined;
}

/** Keys as they are printed on the keyboard of this system. */
export function Kbd({ keys, split = false }: KbdProps) {
  const parts = keyParts(keys);
  if (!split) return <kbd>{parts.join(' ')}</kbd>;
  return (
    <span className="keys">
      {parts.map((part) => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
