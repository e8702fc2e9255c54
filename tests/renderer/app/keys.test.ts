import { describe, expect, it } from 'vitest';
import type { Command } from '#core/commands/command';
import { commands } from '#core/commands/commands';
import { commandOf } from '../../../src-renderer/app/keys.ts';

function press(
  init: KeyboardEventInit,
  target: Element = document.createElement('div'),
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
  document.body.append(target);
  target.dispatchEvent(event);
  return event;
}

describe('keys', () => {
  it('each key belongs to one command', () => {
    const keys = (commands as readonly Command[]).flatMap(({ key }) => (key ? [key] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('find their command on both kinds of system', () => {
    expect(commandOf(press({ key: 's', ctrlKey: true }), false)).toBe('guide.save');
    expect(commandOf(press({ key: 's', metaKey: true }), true)).toBe('guide.save');
    expect(commandOf(press({ key: 's', ctrlKey: true }), true)).toBeUndefined();
    expect(commandOf(press({ key: 'F8', shiftKey: true }), false)).toBe('go.previousFinding');
  });

  it('find their command where Shift changes the character', () => {
    const event = press({ key: '>', code: 'Period', ctrlKey: true, shiftKey: true });
    expect(commandOf(event, false)).toBe('finding.fixAll');
  });

  it('find those of the text size by the sign and by its place', () => {
    const commandAt = (key: string, code: string) => {
      const event = new KeyboardEvent('keydown', { ctrlKey: true, altKey: true, key, code });
      // happy-dom takes every Alt for the right one.
      event.getModifierState = () => false;
      return commandOf(event, false);
    };
    expect(commandAt('=', 'Equal')).toBe('view.fontLarger');
    expect(commandAt('^', 'Equal')).toBe('view.fontLarger');
    expect(commandAt('-', 'Minus')).toBe('view.fontSmaller');
  });

  it('[P9] no command answers a key that belongs to a composition', () => {
    for (const { key } of commands as readonly Command[]) {
      if (!key) continue;
      const name = key.split('+').at(-1) ?? '';
      const init = { key: name, ctrlKey: true, isComposing: true };
      expect(commandOf(press(init), false)).toBeUndefined();
      expect(
        commandOf(press({ ...init, isComposing: false, keyCode: 229 }), false),
      ).toBeUndefined();
      expect(commandOf(press({ ctrlKey: true, key: 'Process' }), false)).toBeUndefined();
    }
  });

  it('[P2] undo in a field of the form is that of the guide, in a search box its own', () => {
    const form = document.createElement('section');
    form.className = 'formpane';
    const field = form.appendChild(document.createElement('input'));
    document.body.append(form);
    const inForm = new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true });
    field.dispatchEvent(inForm);
    expect(commandOf(inForm, false)).toBe('edit.undo');
    const box = document.createElement('input');
    expect(commandOf(press({ key: 'z', ctrlKey: true }, box), false)).toBeUndefined();
  });
});
