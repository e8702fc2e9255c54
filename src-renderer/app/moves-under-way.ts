const moves = new Map<string, Promise<string>>();

/** Takes note that a guide's file is getting another name; `moved` gives the path it has in the end. */
export async function whileMoving(path: string, moved: Promise<string>): Promise<string> {
  moves.set(path, moved);
  try {
    return await moved;
  } finally {
    moves.delete(path);
  }
}

/**
 * Where a guide's file is; a promise while it is being moved, since a save to the old name would make
 * two of it.
 */
export function settledPath(path: string): string | Promise<string> {
  return moves.get(path) ?? path;
}
