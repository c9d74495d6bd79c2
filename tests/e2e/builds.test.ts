import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../../scripts/lib/find-browser.mjs';
import { grantHosts, grantedFolder, releaseFolder } from '../../scripts/lib/granted.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Hash of every file below a folder, by its path. */
function filesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

function manifestOf(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
}

describe.each(BROWSERS)('the builds for %s', (browser) => {
  const release = releaseFolder(browser);
  const granted = grantedFolder(browser);

  test('differ in the manifest only, and there only in the hosts', () => {
    const differing = [...filesOf(release)].filter(([path, hash]) => filesOf(granted).get(path) !== hash);
    expect(differing.map(([path]) => path)).toEqual(['manifest.json']);
    expect([...filesOf(granted).keys()].toSorted()).toEqual([...filesOf(release).keys()].toSorted());
    expect(manifestOf(granted)).toEqual(grantHosts(manifestOf(release)));
    expect(manifestOf(release)).not.toHaveProperty('host_permissions');
  });

  test('ask for what they always asked for', () => {
    // A permission that appears here must be weighed: some disable the extension until the reader agrees anew.
    expect(manifestOf(release)).toMatchSnapshot();
  });
});

// Two seconds of work that starts a large program, so a busy machine gets its time.
test(
  'the Firefox build has no lint error, and no warning but the one in Preact itself',
  { timeout: 180_000 },
  async () => {
    const report = await lint(releaseFolder('firefox'));
    expect(report.errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    // Preact supports `dangerouslySetInnerHTML`; nothing here uses it, and the linter sees the assignment all the same.
    expect(report.warnings.filter(({ code }) => code !== 'UNSAFE_VAR_ASSIGNMENT')).toEqual([]);
  },
);

interface LintReport {
  readonly errors: readonly { readonly code: string; readonly message: string }[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

async function lint(folder: string): Promise<LintReport> {
  const args = [join(ROOT, 'node_modules/web-ext/bin/web-ext.js'), 'lint', '-s', folder, '-o', 'json'];
  // It exits with 1 when there are errors; the report says so better.
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 16_000_000 }).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  );
  return JSON.parse(stdout) as LintReport;
}
