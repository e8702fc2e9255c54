import type { KeyboardEvent } from 'react';
import { isComposing } from '../../ui/composing.ts';

/** Lets Enter in a text field do what the primary button does; Enter that ends a conversion is the input method's. */
export function submitOnEnter(submit: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || isComposing(event)) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    submit();
  };
}
