/** A button of the bar that finds, in the look of the kit. */
export function press(
  className: string,
  content: Node | string,
  onPress: () => void,
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `btn ${className}`;
  button.append(content);
  button.addEventListener('click', onPress);
  return button;
}

/** A sign drawn by the style sheet. */
export function glyph(name: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = `glyph ${name}`;
  return mark;
}

/** A line of controls. */
export function row(className: string, ...children: Node[]): HTMLDivElement {
  const line = document.createElement('div');
  line.className = className;
  line.append(...children);
  return line;
}

/** A field for Japanese text with its name, which is its placeholder too. */
export function input(name: string): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'text';
  field.className = 'input';
  field.lang = 'ja';
  field.spellcheck = false;
  field.placeholder = name;
  field.setAttribute('aria-label', name);
  return field;
}
