import postcss, { type AtRule, type ChildNode, type Declaration, type Rule } from 'postcss';
import type { StylePlace } from './css-address.ts';
import { cleanValue } from './clean-value.ts';

/** Something of a style sheet that the preview does without. */
export interface LeftOut {
  /** What it was: `@import`, or the name of a property. */
  readonly what: string;
  /** From 1. */
  readonly line: number;
}

/** A style sheet as the preview uses it. */
export interface CleanCss {
  readonly css: string;
  readonly leftOut: readonly LeftOut[];
  /** Whether it looks different for readers who prefer the dark. */
  readonly hasDark: boolean;
}

/** A style sheet that cannot be read, with the line (from 1) where that shows. */
export interface BrokenCss {
  readonly brokenLine: number;
}

/** Rules that load nothing and name no other file; new ones are left out until they are known. */
const atRules = new Set(
  'color-profile container counter-style font-face font-feature-values font-palette-values keyframes -webkit-keyframes layer media page position-try property scope starting-style supports view-transition'.split(
    ' ',
  ),
);
/** Blocks inside `@font-feature-values` and `@page`. */
const innerRules =
  /^(?:annotation|character-variant|historical-forms|ornaments|styleset|stylistic|swash|(?:top|bottom|left|right)-[a-z-]+)$/;

const properties = new Set(['behavior', '-ms-behavior', '-moz-binding']);

/** Whether a browser might read a name or a condition otherwise than we do, or load by it. */
function isOdd(text: string): boolean {
  return /\\|url\s*\(|[\n\r\f]\s*["']/i.test(text);
}

function cleanDeclaration(declaration: Declaration, place: StylePlace): boolean {
  const name = declaration.prop.toLowerCase();
  if (properties.has(name) || !/^[*_]?[-\w\u0080-\uffff]+$/.test(name)) return false;
  const value = cleanValue(declaration.value, place);
  if (value === undefined) return false;
  declaration.value = value;
  // The raw text still has the comments, and would be printed instead of the value.
  delete declaration.raws.value;
  delete declaration.raws.important;
  return true;
}

function cleanSelector(rule: Rule): boolean {
  delete rule.raws.selector;
  // Marks of HTML comments, which browsers pass over, and strings that end with their line.
  return !/<!--|-->|@|"[^"]*[\n\r\f]|'[^']*[\n\r\f]/.test(rule.selector);
}

function cleanAtRule(rule: AtRule): boolean {
  const name = rule.name.toLowerCase();
  delete rule.raws.params;
  if (rule.params !== '') rule.raws.afterName = ' ';
  return (atRules.has(name) || innerRules.test(name)) && !isOdd(rule.params);
}

function isKept(node: ChildNode, place: StylePlace): boolean {
  if (node.type === 'rule') return cleanSelector(node);
  if (node.type === 'atrule') return cleanAtRule(node);
  return node.type === 'decl' && cleanDeclaration(node, place);
}

/**
 * Leaves out of a style sheet whatever would load something that is not the site's own (cases T13,
 * T14): imports, foreign addresses, and rules that are not known. `@charset` goes without being
 * told, since what is served is UTF-8.
 */
export function cleanCss(text: string, place: StylePlace): CleanCss | BrokenCss {
  const leftOut: LeftOut[] = [];
  try {
    const root = postcss.parse(text.replace(/^\ufeff/, ''));
    root.walk((node) => {
      if (node.type === 'comment') {
        node.remove();
        return;
      }
      if (isKept(node, place)) return;
      node.remove();
      const what =
        node.type === 'decl'
          ? node.prop
          : node.type === 'atrule'
            ? `@${node.name}`
            : node.type === 'rule'
              ? node.selector
              : '';
      if (what.toLowerCase() === '@charset') return;
      leftOut.push({ what, line: node.source?.start?.line ?? 1 });
    });
    const css = root.toString();
    return { css, leftOut, hasDark: /prefers-color-scheme|light-dark\(/i.test(css) };
  } catch (error) {
    if (error instanceof postcss.CssSyntaxError) return { brokenLine: error.line ?? 1 };
    // Rules nested deeper than the stack.
    if (error instanceof RangeError) return { brokenLine: 1 };
    throw error;
  }
}
