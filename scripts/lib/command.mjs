/**
 * Runs other programs with their output streamed. Node built-ins only: this runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder; every command runs in it. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Runs a program to its end, its output going where ours goes and its standard input closed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env] added to our own environment
 * @returns {Promise<number>} its exit code; 127 when it cannot be started, 128 + n when a signal ended it
 */
export function run(program, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      // Only npm.cmd needs a shell, and only where npm does not tell its own script.
      shell: process.platform === 'win32' && program === 'npm',
    });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? (signal === null ? 1 : 128)));
  });
}

/** Runs npm: the very npm that runs us where there is one, which also spares a shell on Windows. */
export function npm(args) {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? run(process.execPath, [script, ...args]) : run('npm', args);
}

/** Runs a package's command with the Node that runs us. `script` is its path inside `node_modules`. */
export function node(script, args, env) {
  return run(process.execPath, [resolve(ROOT, script), ...args], env);
}
