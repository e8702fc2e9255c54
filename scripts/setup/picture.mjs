import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pngEnd = Buffer.from('IEND');
const lookEveryMs = 200;
const mostBytes = 100 * 1024 * 1024;

/**
 * Waits until the app has written its picture and, unless it is kept running, has quit.
 * @param {import('node:child_process').ChildProcess} app
 * @param {string} path of the picture
 * @param {number} limitMs
 * @param {boolean} keep the app stays open
 * @returns {Promise<string>} `drawn`, else why there is none
 */
export function waitForPicture(app, path, limitMs, keep) {
  return new Promise((resolve) => {
    /** @param {string} result */
    const end = (result) => {
      clearInterval(timer);
      clearTimeout(limit);
      resolve(result);
    };
    const limit = setTimeout(() => {
      app.kill('SIGKILL');
      end(`the app did not draw it within ${limitMs / 1000} s`);
    }, limitMs);
    const timer = setInterval(() => {
      if (keep && readPicture(path)) end('drawn');
    }, lookEveryMs);
    app.on('error', (error) => end(error.message));
    app.on('close', (code, signal) => {
      if (code === 0 && readPicture(path)) end('drawn');
      else if (code === 0) end('the app quit without drawing it');
      else end(`the app ended with ${signal ?? `exit code ${code}`}`);
    });
  });
}

/**
 * @param {string} from
 * @param {string} to
 */
export function copyPicture(from, to) {
  const picture = readPicture(from);
  if (!picture) throw new Error(`${from} is not a PNG picture`);
  writeFileSync(to, picture);
}

/**
 * Reads a whole PNG file. The folder belongs to a less privileged user, so no link is followed.
 * @param {string} path
 * @returns {Buffer | undefined} undefined when it is not there, not complete or not a plain file
 */
function readPicture(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size < 64 || stat.size > mostBytes) return undefined;
  // The flags hold even if the file is exchanged at this moment; on Windows they are undefined.
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) return undefined;
    const bytes = readFileSync(file);
    const isWhole = bytes.subarray(0, 8).equals(pngStart) && bytes.subarray(-8, -4).equals(pngEnd);
    return isWhole ? bytes : undefined;
  } finally {
    closeSync(file);
  }
}
