import type { WorkspaceConfig } from '#core/catalog/workspace-config';

/** The configuration of a folder that has none, with one export target. */
export const defaultWorkspaceConfig: WorkspaceConfig = {
  guides: ['**/*.md'],
  static: { folder: 'static', path: '/static' },
  profile: { flavour: 'gfm-cjk' },
  prose: false,
  rules: {},
  targets: [
    {
      id: 'site',
      label: { ja: 'サイト', en: 'Site' },
      static: 'static',
      manifest: 'export-manifest.json',
    },
  ],
};
