import { createRequire } from 'node:module';

/** An example of the CommonMark specification. */
export interface SpecificationExample {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  /** From 1. */
  readonly number: number;
}

const require = createRequire(import.meta.url);
const specification = require('commonmark-spec') as {
  readonly tests: readonly SpecificationExample[];
};

/** Every example of the specification; the specification prints tabs as arrows. */
export const specificationExamples: readonly SpecificationExample[] = specification.tests.map(
  (example) => ({
    ...example,
    markdown: example.markdown.replaceAll('→', '\t'),
    html: example.html.replaceAll('→', '\t'),
  }),
);
