/** Every request the window can make of the main process; contract.ts gives each its schemas. */
export const methods = [
  'app.info',
  'app.setUnsaved',
  'settings.get',
  'settings.set',
  'layout.get',
  'layout.set',
  'workspace.choose',
  'workspace.open',
  'workspace.openSample',
  'workspace.recent',
  'workspace.rescan',
  'guide.open',
  'guide.save',
  'guide.saveCopy',
  'guide.create',
  'guide.typeOf',
  'guide.duplicate',
  'guide.namedBy',
  'guide.rename',
  'guide.trash',
  'guide.restore',
  'guide.convert',
  'guide.references',
  'guide.headings',
  'document.open',
  'document.change',
  'document.close',
  'findings.all',
  'images.list',
  'images.choose',
  'images.add',
  'vocabulary.uses',
  'schema.infer',
  'schema.try',
  'schema.save',
  'schema.cancel',
  'search.start',
  'search.cancel',
  'export.chooseTarget',
  'export.plan',
  'export.cancel',
  'export.content',
  'export.apply',
  'shell.openExternal',
  'shell.reveal',
] as const;

/** Name of a request. */
export type Method = (typeof methods)[number];

/** Every message the main process sends to a window unasked. */
export const events = [
  'settings.changed',
  'workspace.entries',
  'workspace.progress',
  'workspace.changed',
  'findings.changed',
  'guide.changedOnDisk',
  'export.progress',
  'schema.progress',
  'search.results',
  'command.run',
  'window.closing',
] as const;

/** Name of an event. */
export type EventName = (typeof events)[number];
