import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atExit } from './at-exit.mjs';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 127 when the program does not exist, 128 and up after a signal
 * @property {NodeJS.Signals | null} signal what ended it
 * @property {string} stdout empty when shown
 * @property {string} stderr empty when shown
 */

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] the whole environment; ours by default
 * @property {number} [uid] with root: run as this user, without supplementary groups
 * @property {number} [gid]
 * @property {boolean} [show] lets the output through instead of collecting it
 * @property {boolean} [echo] collects the output and prints it as well
 * @property {number} [timeoutMs] ends it by SIGKILL after that time
 */

/**
 * Runs a program without a shell and without stdin, and waits for it. Never rejects: a program that
 * cannot be started has code 127 and the reason in `stderr`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function run(command, args, { show = false, echo = false, timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const output = show ? 'inherit' : 'pipe';
    const child = spawn(command, args, { ...options, stdio: ['ignore', output, output] });
    const stopWatching = atExit(() => void child.kill());
    const timer = timeoutMs && setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    if (echo) {
      child.stdout?.pipe(process.stdout, { end: false });
      child.stderr?.pipe(process.stderr, { end: false });
    }
    /** @param {number} code @param {NodeJS.Signals | null} signal */
    const end = (code, signal) => {
      clearTimeout(timer || undefined);
      void stopWatching();
      resolve({ code, signal, stdout, stderr });
    };
    child.on('error', (error) => {
      stderr += error.message;
      end(127, null);
    });
    child.on('close', (code, signal) => end(code ?? 128, signal));
  });
}

/**
 * Runs npm: the one that started us where it did, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export function runNpm(args, options) {
  const path = process.env.npm_execpath;
  if (path?.endsWith('npm-cli.js')) return run(process.execPath, [path, ...args], options);
  // npm on Windows is a .cmd file, which Node starts only by way of the command interpreter.
  if (process.platform === 'win32')
    return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
  return run('npm', args, options);
}

/**
 * The absolute path of a program, or `undefined` when it is not installed.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = process.platform === 'win32' ? folders : [...folders, '/usr/sbin', '/sbin'];
  return places.map((folder) => join(folder, name)).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The last lines of a text, for telling why a program failed.
 * @param {string} text
 * @param {number} [count]
 */
export function lastLines(text, count = 15) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
