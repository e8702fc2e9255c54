import parseValue, { type FunctionNode, type Node } from 'postcss-value-parser';
import { ownAddress, type StylePlace } from './css-address.ts';

/** Functions whose text is an address, and those that load something in another way. */
const images = new Set(['image-set', '-webkit-image-set']);
const refused = new Set(['src', 'image', 'expression', 'element', '-moz-element', 'paint', 'attr']);

/** A string that ends with its line is none to a browser, which reads on where we would not. */
function isBroken(node: Node): boolean {
  if (node.type === 'string') return node.unclosed === true || /[\n\r\f]/.test(node.value);
  if (node.type === 'comment') return node.unclosed === true;
  if (node.type === 'function') return node.unclosed === true || node.value.includes('\\');
  return node.value.includes('\\');
}

function addressOf(node: FunctionNode): string | undefined {
  const [first, ...others] = node.nodes;
  if (first === undefined || others.length > 0) return undefined;
  if (first.type === 'word' || (first.type === 'string' && !first.value.includes('\\')))
    return first.value;
  return undefined;
}

function setAddress(node: FunctionNode, address: string): void {
  node.nodes = [
    {
      type: 'string',
      quote: '"',
      value: address.replaceAll('"', '%22'),
      sourceIndex: node.sourceIndex,
      sourceEndIndex: node.sourceEndIndex,
    },
  ];
  node.before = '';
  node.after = '';
}

function cleanImages(node: FunctionNode, place: StylePlace): boolean {
  return node.nodes.every((child) => {
    if (child.type === 'string') {
      const address = child.value.includes('\\') ? undefined : ownAddress(child.value, place);
      if (address === undefined) return false;
      child.value = address.replaceAll('"', '%22').replaceAll("'", '%27');
    }
    // What a variable holds is not known here, and a plain text would be an address.
    return !(child.type === 'function' && child.value.toLowerCase() === 'var');
  });
}

/**
 * A value of a declaration with its addresses made the site's own; `undefined` where it would load
 * something else, or where a browser might read it otherwise than we do.
 */
export function cleanValue(value: string, place: StylePlace): string | undefined {
  const parsed = parseValue(value);
  let isClean = true;
  parsed.walk((node) => {
    if (isBroken(node)) isClean = false;
    if (!isClean || node.type !== 'function') return isClean;
    const name = node.value.toLowerCase();
    if (refused.has(name)) isClean = false;
    if (images.has(name)) isClean = isClean && cleanImages(node, place);
    if (name !== 'url') return isClean;
    const written = addressOf(node);
    const address = written === undefined ? undefined : ownAddress(written, place);
    if (address === undefined) isClean = false;
    else setAddress(node, address);
    return false;
  });
  return isClean ? parseValue.stringify(parsed.nodes) : undefined;
}
