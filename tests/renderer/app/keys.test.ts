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

  it('find those of the text size, but not where the right Alt types a sign', () => {
    const chord = { ctrlKey: true, altKey: true };
    expect(commandOf(press({ ...chord, key: '=', code: 'Equal' }), false)).toBe('view.fontLarger');
    expect(commandOf(press({ ...chord, key: '-', code: 'Minus' }), false)).toBe('view.fontSmaller');
    expect(commandOf(press({ ...chord, key: '0', code: 'Digit0' }), false)).toBe('view.fontReset');
    // happy-dom takes every Alt for the right one.
    const byPlace = (key: string, code: string, right: boolean) => {
      const event = new KeyboardEvent('keydown', { ...chord, key, code });
      event.getModifierState = () => right;
      return commandOf(event, false);
    };
    expect(byPlace('^', 'Equal', false)).toBe('view.fontLarger');
    expect(byPlace('}', 'Equal', true)).toBeUndefined();
    expect(byPlace('}', 'Digit0', true)).toBeUndefined();
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
