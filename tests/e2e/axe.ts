import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Serious and critical violations of what is on the window, each with the elements it is about. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Legacy mode opens no page of its own, which no window here would allow.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target: path, failureSummary = '' }) => {
        const [, reason = ''] = failureSummary.split('\n');
        return `${id}: ${path.join(' ')} (${reason.trim()})`;
      }),
    );
}
