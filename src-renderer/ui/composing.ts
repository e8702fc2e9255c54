interface KeyLike {
  readonly keyCode: number;
  readonly key?: string;
  readonly nativeEvent?: { readonly isComposing: boolean };
  readonly isComposing?: boolean;
}

/**
 * Whether a key belongs to the input method (conversion of Japanese text): no handler may act on
 * it. Takes a DOM or a React keyboard event; 229 and `Process` are what browsers report for them.
 */
export function isComposing(event: KeyLike): boolean {
  if (event.keyCode === 229 || event.key === 'Process') return true;
  return (event.nativeEvent ?? event).isComposing === true;
}
