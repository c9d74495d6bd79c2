/**
 * Draws the toolbar icons, public/icon/<size>.png, from scripts/icon/icon.svg with the system's Chromium.
 * Run it after a change of the drawing and commit the pictures.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const SIZES_PX = [16, 32, 48, 96, 128];
const root = resolve(import.meta.dirname, '..');
const svg = readFileSync(join(root, 'scripts/icon/icon.svg'), 'utf8');
const folder = join(root, 'public/icon');
mkdirSync(folder, { recursive: true });

const browser = await puppeteer.launch({
  executablePath: process.env['CHROME_BIN'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES_PX) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, `${size}.png`), png);
  }
} finally {
  await browser.close();
}
console.log(`public/icon: ${SIZES_PX.join(', ')}`);
