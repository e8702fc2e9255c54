import type { ExportPlan, PlanItem } from '#core/export/plan';

/** One item of a plan; a guide of ten lines unless told otherwise. */
export function planItem(
  action: PlanItem['action'],
  name: string,
  more: Partial<PlanItem> = {},
): PlanItem {
  return {
    action,
    kind: 'guide',
    source: `guides/${name}.md`,
    target: `src/guides/${name}.md`,
    label: name,
    title: `${name}の仕事`,
    post: `post-${name}`,
    bytes: 2048,
    reasons: [],
    images: [],
    needs: [],
    ...more,
  };
}

/** An image of a plan. */
export function planImage(action: PlanItem['action'], name: string): PlanItem {
  return planItem(action, name, {
    kind: 'image',
    source: `static/img/${name}`,
    target: `src/static/img/${name}`,
    label: `/static/img/${name}`,
    title: '',
  });
}

/** A plan with every kind of item. */
export const wholePlan: ExportPlan = {
  id: 'plan-1',
  targetRoot: '/sites/career-site',
  items: [
    planItem('conflict', 'Machine Learning Engineer', {
      reasons: [{ ja: 'サイト側で変わっています', en: 'changed on the site' }],
    }),
    planItem('blocked', 'Cloud Engineer', {
      reasons: [
        { ja: '関連ガイド「sre」がありません', en: 'no related guide' },
        { ja: 'もう1つ', en: 'another' },
      ],
      place: { pointer: '/related_jobs/0', from: 10 },
    }),
    planItem('added', 'DevOps Engineer', {
      lines: { added: 218, removed: 0 },
      images: ['src/static/img/devops.png'],
      needs: ['src/static/img/devops.png', 'src/guides/Prompt Engineer.md'],
    }),
    planItem('added', 'Prompt Engineer', { lines: { added: 213, removed: 0 } }),
    planImage('added', 'devops.png'),
    planItem('changed', 'Data Analyst', { lines: { added: 4, removed: 3 } }),
    planItem('removed', 'QA Engineer', { lines: { added: 0, removed: 90 } }),
    planItem('unchanged', 'Nurse'),
    planImage('unchanged', 'nurse.png'),
  ],
};
