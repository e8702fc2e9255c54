import { expect, test } from 'vitest';
import { isSlowPattern } from '#core/schema/slow-pattern';

test.each([
  '^(a+)+$',
  '^([a-z]+)*$',
  '^(\\d+,?)*$',
  '^(.*,)*$',
  '^((ab)*)*$',
  '^(?:a|a)*$',
  '^(a+|b)*$',
  '^(a|aa)+$',
  '^(あ|い|あい)+$',
  '^(?:ab|ab)*$',
  '^((a+))+$',
  '^(\\w+\\s?)*$',
  '^([あ-ん]+){2,}$',
  '^(.*a){12}$',
  '^(\\w+,?){1,20}$',
  '^(?<part>[a-z]*)+x',
])('%s can take for ever', (pattern) => {
  expect(isSlowPattern(pattern)).toBe(true);
});

test.each([
  '^[a-z0-9]+(_[a-z0-9]+)*$',
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^/',
  '^(?:/[^/]+)+$',
  '^(\\d{4})-(\\d{2})-(\\d{2})$',
  '^(a|b)*$',
  '^(?:あ|い|う)+$',
  '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$',
  '^(a+)?$',
  '^(ab)+$',
  '^((?:jpg)|(?:png))+$',
  '^(a|ab)+$',
  '^(\\w+ ?){1,3}$',
  '^(\\d{3}){12}$',
  '^(?=.*x)[a-z]*$',
  '^([a-z]+, )*[a-z]+$',
  '(',
  '',
])('%s is as fast as its text is short', (pattern) => {
  expect(isSlowPattern(pattern)).toBe(false);
});
