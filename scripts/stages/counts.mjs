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
