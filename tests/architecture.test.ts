import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom. A layer is a folder; what it may import is listed, everything else is forbidden. Names without a
 * slash that are no layer are packages.
 */
const LAYERS: Record<string, readonly string[]> = {
  'utils/model': [],
  'utils/text': ['utils/model'],
  'utils/matcher': ['utils/model', 'utils/text'],
  'utils/resolver': ['utils/model', 'utils/text', 'utils/matcher'],
  'utils/related': ['utils/model', 'utils/text'],
  'utils/search': ['utils/model', 'minisearch'],
  'utils/packs': ['utils/model', 'utils/text', 'utils/matcher', 'utils/resolver', 'valibot'],
  'utils/crdt': ['utils/model'],
  'utils/backup': ['utils/model', 'valibot'],
  'utils/exchange': ['utils/model', 'utils/backup'],
  'utils/crypto': ['utils/model', '@noble/hashes'],
  'utils/sync': ['utils/model', 'utils/crdt', 'utils/crypto', 'aws4fetch'],
  'utils/markdown': ['markdown-it'],
  'utils/db': ['utils/model', 'utils/crdt', 'dexie'],
  'utils/page': ['utils/model', 'utils/text', '@mozilla/readability'],
  'utils/platform': ['utils/model', 'wxt', 'webextension-polyfill'],
  'utils/messaging': ['utils/model', 'utils/backup', 'utils/platform', 'wxt', 'valibot'],
  'utils/services': [
    'utils/model',
    'utils/backup',
    'utils/text',
    'utils/matcher',
    'utils/resolver',
    'utils/related',
    'utils/search',
    'utils/packs',
    'utils/crdt',
    'utils/crypto',
    'utils/sync',
    'utils/db',
    // Only for the types of what crosses the wire.
    'utils/messaging',
  ],
  components: ['utils/model', 'utils/backup', 'utils/markdown', 'preact'],
  'entrypoints/background': [
    'utils/model',
    'utils/backup',
    'utils/services',
    'utils/db',
    'utils/sync',
    'utils/messaging',
    'utils/platform',
    'wxt',
  ],
  'entrypoints/content': ['utils/model', 'utils/page', 'utils/messaging', 'utils/platform', 'wxt'],
  'entrypoints/card': ['utils/model', 'utils/messaging', 'utils/platform', 'components', 'preact'],
  'entrypoints/popup': ['utils/model', 'utils/messaging', 'utils/platform', 'components', 'preact'],
  'entrypoints/sidepanel': [
    'entrypoints/popup',
    'utils/model',
    'utils/messaging',
    'utils/platform',
    'components',
    'preact',
  ],
  'entrypoints/options': [
    'utils/model',
    // Only for words and hosts (`errors.ts`, `place.ts`); the engine runs in the background.
    'utils/sync',
    'uqr',
    'utils/backup',
    'utils/exchange',
    'fflate',
    'utils/messaging',
    'utils/platform',
    'components',
    'preact',
  ],
  'entrypoints/library': [
    'entrypoints/popup',
    'utils/model',
    'utils/messaging',
    'utils/platform',
    'components',
    'preact',
  ],
  'entrypoints/welcome': ['utils/model', 'utils/messaging', 'utils/platform', 'components', 'preact'],
};

/** What an entry point must never reach, however long the chain. */
const UNREACHABLE: Record<string, readonly string[]> = {
  'entrypoints/content': [
    'dexie',
    'preact',
    'utils/db',
    'utils/crypto',
    'utils/matcher',
    'utils/resolver',
    'markdown-it',
  ],
  'entrypoints/card': ['dexie', 'utils/db', 'utils/crypto'],
  'entrypoints/popup': ['dexie', 'utils/db', 'utils/crypto'],
  'entrypoints/background': ['preact', 'components', 'markdown-it'],
};

const ROOT = resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  /** Layer or package. */
  readonly target: string;
  /** File that it resolves to, or null for a package. */
  readonly targetFile: string | null;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const files = ['entrypoints', 'components', 'utils'].flatMap((folder) => sourceFiles(join(ROOT, folder)));
const known = new Set(files);

function layerOf(file: string): string | null {
  const path = relative(ROOT, file);
  return Object.keys(LAYERS).find((layer) => path.startsWith(`${layer}/`)) ?? null;
}

function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return specifier.startsWith('@') && !specifier.startsWith('@/') ? `${scope}/${name}` : scope;
}

function specifiersIn(file: string): string[] {
  const { module } = parseSync(file, readFileSync(file, 'utf8'));
  const statics = module.staticImports.map((entry) => entry.moduleRequest.value);
  const reexports = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
  );
  const source = readFileSync(file, 'utf8');
  const dynamics = module.dynamicImports.map((entry) =>
    source.slice(entry.moduleRequest.start, entry.moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
  );
  return [...statics, ...reexports, ...dynamics];
}

function importsOf(file: string): Import[] {
  return specifiersIn(file)
    .filter((specifier) => !specifier.endsWith('.css'))
    .map((specifier) => {
      const isOwn = specifier.startsWith('.') || specifier.startsWith('@/');
      if (!isOwn) return { file, target: packageOf(specifier), targetFile: null };
      const base = specifier.startsWith('@/')
        ? join(ROOT, specifier.slice(2))
        : resolve(dirname(file), specifier);
      const targetFile = [base, `${base}.ts`, `${base}.tsx`].find((path) => known.has(path)) ?? null;
      if (targetFile === null)
        throw new Error(`${relative(ROOT, file)} imports ${specifier}, which is no source file`);
      return { file, target: layerOf(targetFile) ?? relative(ROOT, targetFile), targetFile };
    });
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The shortest chain of files from one file to a forbidden target, or null. */
function chainTo(start: string, forbidden: readonly string[]): string[] | null {
  const seen = new Set([start]);
  const queue: { file: string; chain: string[] }[] = [{ file: start, chain: [relative(ROOT, start)] }];
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    for (const { target, targetFile } of imports.get(step.file) ?? []) {
      if (forbidden.includes(target))
        return [...step.chain, targetFile ? relative(ROOT, targetFile) : target];
      if (targetFile === null || seen.has(targetFile)) continue;
      seen.add(targetFile);
      queue.push({ file: targetFile, chain: [...step.chain, relative(ROOT, targetFile)] });
    }
  }
  return null;
}

describe('architecture', () => {
  test('sees the source files', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  test('every source file lies in a layer', () => {
    expect(files.filter((file) => layerOf(file) === null).map((file) => relative(ROOT, file))).toEqual([]);
  });

  test('layers import only what the table allows', () => {
    const broken = files.flatMap((file) => {
      const layer = layerOf(file);
      if (layer === null) return [];
      return (imports.get(file) ?? [])
        .filter(({ target }) => target !== layer && !LAYERS[layer]?.includes(target))
        .map(({ target }) => `${relative(ROOT, file)} (${layer}) imports ${target}`);
    });
    expect(broken).toEqual([]);
  });

  test.each(Object.entries(UNREACHABLE))('%s never reaches %j', (layer, forbidden) => {
    const chains = files
      .filter((file) => layerOf(file) === layer)
      .map((file) => chainTo(file, forbidden)?.join(' -> '))
      .filter((chain) => chain !== undefined);
    expect(chains).toEqual([]);
  });
});
