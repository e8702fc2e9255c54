import { expect, test } from 'vitest';
import { nearest } from '#core/text/nearest';

const slugs = ['cloud_engineer', 'data_analyst', 'site_reliability_engineer', 'network_engineer'];

test.each([
  ['cloud_enginere', 'cloud_engineer'],
  ['cloud_engneer', 'cloud_engineer'],
  ['Data_Analyst', 'data_analyst'],
  ['netwrok_enginer', 'network_engineer'],
])('suggests for %s the slug %s', (word, slug) => {
  expect(nearest(word, slugs)).toBe(slug);
});

test('suggests nothing where nothing is near', () => {
  expect(nearest('nurse', slugs)).toBeUndefined();
  expect(nearest('', slugs)).toBeUndefined();
  expect(nearest('ab', ['xy'])).toBeUndefined();
});

test('prefers the nearer candidate whatever the order', () => {
  expect(nearest('titel', ['tidal', 'title'])).toBe('title');
  expect(nearest('titel', ['title', 'tidal'])).toBe('title');
});
