/** Gives every element of the simulated page a size, without which virtual lists show nothing. */
export function giveElementsSize(size: { readonly width: number; readonly height: number }): void {
  for (const [name, value] of [
    ['offsetWidth', size.width],
    ['offsetHeight', size.height],
    ['clientHeight', size.height],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
}
