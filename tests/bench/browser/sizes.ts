import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Sizes {
  /** Bytes after gzip at its highest level. */
  readonly contentScript: number;
  /** The card page with every script and style that it loads, each file by itself. */
  readonly cardPage: number;
}

/** Sizes of what a page has to load. */
export function measureSizes(extensionFolder: string): Sizes {
  const files = [...filesOf(extensionFolder, 'card.html')];
  return {
    contentScript: gzip(join(extensionFolder, 'content-scripts/content.js')),
    cardPage: files.reduce((sum, file) => sum + gzip(join(extensionFolder, file)), 0),
  };
}

const gzip = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** A page of the build, what it names in `src` and `href`, and what those import. */
function filesOf(folder: string, page: string): Set<string> {
  const found = new Set<string>();
  const queue = [page];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    const pattern = file.endsWith('.html')
      ? /(?:src|href)="\/([^"]+\.(?:js|css))"/g
      : /(?:from|import)\s*"(\.[^"]+\.js)"/g;
    for (const [, target = ''] of text.matchAll(pattern)) {
      queue.push(file.endsWith('.html') ? target : normalize(join(dirname(file), target)));
    }
  }
  return found;
}
