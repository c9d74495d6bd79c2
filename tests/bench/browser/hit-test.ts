import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';

/** What {@link measureHitTest} tells; see `hit-test-page.ts`. */
export interface HitTestRow {
  readonly ours: number;
  readonly caret: number;
  readonly highlights: number | null;
  readonly marks: number;
  readonly hits: number;
}

/** The project's hit test and what it needs, as one script for a page. */
export async function bundleHitTest(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'hit-test-page.ts'), formats: ['iife'], name: 'benchBundle' },
    },
  });
  const outputs = [result].flat();
  for (const one of outputs) {
    if (!('output' in one)) continue;
    for (const chunk of one.output) if (chunk.type === 'chunk') return chunk.code;
  }
  throw new Error('the hit test was not bundled');
}

/** Times the hit test in a page, call by call in a loop, with marks wherever one of the names stands. */
export async function measureHitTest(
  page: Page,
  bundle: string,
  names: readonly string[],
): Promise<HitTestRow> {
  await page.evaluate(bundle);
  return page.evaluate(
    (list) =>
      (globalThis as unknown as { benchHitTest(names: readonly string[]): HitTestRow }).benchHitTest(list),
    names,
  );
}
