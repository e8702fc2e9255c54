import { joinPointer, keyRangeOf, rangeOf } from '../document/pointer.ts';
import { configFinding, readConfigJson } from '../catalog/config-json.ts';
import { createValidator } from '../schema/validator.ts';
import { nearest } from '../text/nearest.ts';
import { allRules } from './all-rules.ts';
import type { Diagnostic } from './diagnostic.ts';
import { isKnownCode, knownCodes } from './known-codes.ts';

/** The schema of a rule's options, which refuses names that the rule does not know. */
function schemaOf(options: Readonly<Record<string, unknown>>): unknown {
  return { type: 'object', additionalProperties: false, ...options };
}

/** Findings about the `rules` of a `config.json`: names of checks that do not exist, options that do not fit. */
export function checkRuleSettings(text: string): readonly Diagnostic[] {
  const file = readConfigJson(text);
  const { data } = file;
  const rules = (data as { readonly rules?: unknown } | undefined)?.rules;
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return [];
  const found: Diagnostic[] = [];
  for (const [name, value] of Object.entries(rules as Readonly<Record<string, unknown>>)) {
    const pointer = joinPointer('/rules', name);
    if (!isKnownCode(name)) {
      const near = nearest(name, knownCodes);
      found.push(
        configFinding(file, pointer, {
          key: 'ruleUnknown',
          advice: near === undefined ? 'ruleUnknownAdvice' : 'configNearest',
          values: { name, nearest: near ?? '' },
          onKey: true,
        }),
      );
      continue;
    }
    if (typeof value !== 'object' || value === null || !('options' in value)) continue;
    const rule = allRules.find(({ id }) => id === name);
    const place = `${pointer}/options`;
    if (!rule?.options) {
      found.push(
        configFinding(file, place, { key: 'ruleNoOptions', values: { name }, onKey: true }),
      );
      continue;
    }
    const validator = createValidator(schemaOf(rule.options.schema));
    if (!validator.ok) continue;
    for (const issue of validator.validate(value.options)) {
      const at = `${place}${issue.pointer}`;
      const key = issue.property === undefined ? undefined : keyRangeOf(file, at);
      const range = key ?? rangeOf(file, at) ?? rangeOf(file, place) ?? { from: 0, to: 0 };
      found.push({
        code: 'config-value',
        severity: 'error',
        ...range,
        message: issue.message,
        ...(issue.advice ? { advice: issue.advice } : {}),
        pointer: at,
      });
    }
  }
  return found;
}

/** Options as far as they fit their rules; what does not fit is left to the rule's defaults. */
export function usableOptions(
  options: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): typeof options {
  return Object.fromEntries(
    Object.entries(options).filter(([name, set]) => {
      const rule = allRules.find(({ id }) => id === name);
      const validator = rule?.options && createValidator(schemaOf(rule.options.schema));
      return validator?.ok === true && validator.validate(set).length === 0;
    }),
  );
}
