/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Counts the tests in vitest's JSON report. A file that could not be loaded, or a run that failed
 * without a failed test, counts as one failed test.
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + brokenFiles.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The tests that did not run, by their names, from vitest's JSON report.
 * @param {any} report
 * @returns {string[]}
 */
export function skippedVitest(report) {
  return report.testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults
      .filter((/** @type {any} */ { status }) => status === 'skipped' || status === 'pending')
      .map((/** @type {any} */ { fullName }) => fullName),
  );
}

/**
 * The same from Playwright's JSON report.
 * @param {any} report
 * @returns {string[]}
 */
export function skippedPlaywright({ suites }) {
  return suites.flatMap((/** @type {any} */ suite) => [
    ...(suite.specs ?? [])
      .filter((/** @type {any} */ { tests }) =>
        tests.some((/** @type {any} */ { status }) => status === 'skipped'),
      )
      .map((/** @type {any} */ { title }) => title),
    ...skippedPlaywright({ suites: suite.suites ?? [] }),
  ]);
}

/**
 * Counts the tests in Playwright's JSON report. An error outside of all tests counts as a failed one.
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The plain last line, such as `12 passed, 0 failed` or `12 passed, 0 failed, 1 skipped`.
 * @param {readonly Counts[]} all
 */
export function summarize(all) {
  const [passed, failed, skipped] = /** @type {const} */ (['passed', 'failed', 'skipped']).map(
    (key) => all.reduce((sum, counts) => sum + counts[key], 0),
  );
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
