/** The last part of a folder's path, as people call it. */
export function folderName(root: string): string {
  return root.split(/[\\/]/).findLast((part) => part !== '') ?? root;
}
