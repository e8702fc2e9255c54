/** The architecture's table "who may import whom", as rules; README.md draws its picture from here. */
const inside = (folder) => `^${folder}/`;
const nodeModules = { dependencyTypes: ['core'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src-' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: { path: '^src-' },
      to: { couldNotResolve: true, pathNot: '^(electron|@parcel/watcher)$|\\?(worker|url)' },
    },
    {
      name: 'core-is-pure',
      comment: 'no Node in src-core',
      severity: 'error',
      from: { path: inside('src-core') },
      to: nodeModules,
    },
    {
      name: 'core-stands-alone',
      severity: 'error',
      from: { path: inside('src-core') },
      to: {
        path: '^src-(main|renderer|preload)/|node_modules/(electron|react|react-dom|zustand|@codemirror)/|^electron$',
      },
    },
    {
      name: 'rules-never-each-other',
      severity: 'error',
      from: { path: '^src-core/lint/rules/([^/]+)\\.ts$' },
      to: { path: '^src-core/lint/rules/', pathNot: '^src-core/lint/rules/$1\\.ts$' },
    },
    {
      name: 'main-no-page',
      severity: 'error',
      from: { path: inside('src-main') },
      to: { path: '^src-(renderer|preload)/|node_modules/(react|react-dom|zustand|@codemirror)/' },
    },
    {
      name: 'cli-no-electron',
      severity: 'error',
      from: { path: '^src-main/(cli|services|files)/' },
      to: { path: '(^|node_modules/)electron(/|$)', reachable: true },
    },
    {
      name: 'services-through-compose',
      severity: 'error',
      from: {
        path: inside('src-main'),
        pathNot: '^src-main/(compose\\.ts|services/|cli/|lint-process/)',
      },
      to: { path: '^src-main/services/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      from: { path: inside('src-preload') },
      to: { path: '.', pathNot: '^src-core/ipc/|^src-preload/|(^|node_modules/)electron(/|$)' },
    },
    {
      name: 'page-is-confined',
      comment: 'no Node, Electron or main in the window',
      severity: 'error',
      from: { path: inside('src-renderer') },
      to: nodeModules,
    },
    {
      name: 'page-no-main',
      severity: 'error',
      from: { path: inside('src-renderer') },
      to: { path: '^src-(main|preload)/|(^|node_modules/)electron(/|$)' },
    },
    {
      name: 'features-apart',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'features-below-app',
      severity: 'error',
      from: { path: '^src-renderer/(features|editor|stores|ui|platform)/' },
      to: { path: '^src-renderer/(app/|main\\.tsx)' },
    },
    {
      name: 'editor-below-features',
      severity: 'error',
      from: { path: '^src-renderer/(editor|stores|ui|platform)/' },
      to: { path: '^src-renderer/features/' },
    },
    {
      name: 'feature-has-one-door',
      severity: 'error',
      from: { path: '^src-renderer/(app/|main\\.tsx)' },
      to: {
        path: '^src-renderer/features/[^/]+/',
        pathNot: '^src-renderer/features/[^/]+/[A-Z][A-Za-z]+\\.tsx$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ui-knows-nothing',
      severity: 'error',
      from: { path: '^src-renderer/ui/' },
      to: { path: '^src-renderer/(stores|editor|platform)/' },
    },
    {
      name: 'platform-is-lowest',
      severity: 'error',
      from: { path: '^src-renderer/platform/' },
      to: { path: '^src-renderer/(stores|editor|ui)/' },
    },
    {
      name: 'stores-below-editor',
      severity: 'error',
      from: { path: '^src-renderer/stores/' },
      to: { path: '^src-renderer/(editor|ui)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(out|release)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
    reporterOptions: {
      dot: {
        collapsePattern:
          '^(src-core/[^/]+|src-main/[^/]+|src-preload|src-renderer/(features/[^/]+|[^/]+))',
      },
      mermaid: { minify: true },
    },
  },
};
