import { afterEach, expect, test } from 'vitest';
import { helpPlace } from '../../../src-renderer/features/form/help-place.ts';

afterEach(() => document.body.replaceChildren());

/** A form 600 px wide with one field in it, whose row may be higher than what the field holds. */
function fieldAt(left: number, right: number, contentHeight: number): HTMLElement {
  const make = () => document.createElement('div');
  const [form, field, content, help] = [make(), make(), make(), make()];
  form.className = 'formscroll';
  help.className = 'fieldhelp';
  form.getBoundingClientRect = () => new DOMRect(100, 0, 600, 800);
  field.getBoundingClientRect = () => new DOMRect(100 + left, 50, right - left, 100);
  content.getBoundingClientRect = () => new DOMRect(100 + left, 50, right - left, contentHeight);
  field.append(content, help);
  form.append(field);
  document.body.append(form);
  return field;
}

test('help lies right under a control whose row is higher than it needs', () => {
  expect(helpPlace(fieldAt(24, 200, 82))).toBe('near');
  expect(helpPlace(fieldAt(24, 200, 83))).toBe('start');
});

test('help in the gap runs towards the side of the form that has more room', () => {
  expect(helpPlace(fieldAt(24, 200, 100))).toBe('start');
  expect(helpPlace(fieldAt(24, 576, 100))).toBe('start');
  expect(helpPlace(fieldAt(400, 576, 100))).toBe('end');
});
