import { describe, expect, it } from 'vitest';
import { readConfig } from '#core/catalog/read-config';
import { allRules } from '#core/lint/all-rules';
import { checkRuleSettings, usableOptions } from '#core/lint/rule-settings';
import { createValidator } from '#core/schema/validator';

const marks = (text: string): readonly string[] =>
  checkRuleSettings(text).map(({ code, from, to }) => `${code} ${text.slice(from, to)}`);

describe('rules in config.json', () => {
  it('[P5] takes a severity alone, or with options', () => {
    const text =
      '{ "rules": { "link-broken": "off", "keyword-coverage": { "severity": "warning", "options": { "share": 0.5 } } } }';
    const { config, diagnostics } = readConfig(text);
    expect(diagnostics).toEqual([]);
    expect(checkRuleSettings(text)).toEqual([]);
    expect(config.rules).toEqual({ 'link-broken': 'off', 'keyword-coverage': 'warning' });
    expect(config.ruleOptions).toEqual({ 'keyword-coverage': { share: 0.5 } });
  });

  it('[P5] says where a check or an option does not exist, and what was probably meant', () => {
    const text =
      '{ "rules": { "link-brokn": "off", "keyword-coverage": { "options": { "shaer": 1 } } } }';
    expect(marks(text)).toEqual(['config-unknown "link-brokn"', 'config-value "shaer"']);
    expect(checkRuleSettings(text)[0]?.advice?.en).toContain('link-broken');
  });

  it('[P5] says where an option has a value that the check cannot use, and leaves it out', () => {
    const text = '{ "rules": { "keyword-coverage": { "options": { "share": 3 } } } }';
    expect(marks(text)).toEqual(['config-value 3']);
    expect(usableOptions({ 'keyword-coverage': { share: 3 } })).toEqual({});
    expect(usableOptions({ 'keyword-coverage': { share: 1 } })).toEqual({
      'keyword-coverage': { share: 1 },
    });
  });

  it('[P5] says that a check has nothing to set, and takes codes of families', () => {
    expect(
      marks('{ "rules": { "json-syntax": { "options": {} }, "schema-width": "hint" } }'),
    ).toEqual(['config-unknown "options"']);
  });

  it.each(allRules.flatMap((rule) => (rule.options ? [[rule.id, rule.options] as const] : [])))(
    '[P5] %s can use its own defaults, and requires none of its options',
    (_id, options) => {
      const validator = createValidator({ type: 'object', ...options.schema });
      expect(validator.ok && validator.validate(options.defaults)).toEqual([]);
      expect(validator.ok && validator.validate({})).toEqual([]);
    },
  );
});
