import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UsageError, readArguments } from '../../scripts/lib/arguments.mjs';

const folder = mkdtempSync(join(tmpdir(), 'start-arguments-'));
writeFileSync(join(folder, 'page.html'), '<p>');
writeFileSync(join(folder, 'page.txt'), '');

test('no arguments mean the demonstration article in Chromium', () => {
  expect(readArguments([], folder)).toEqual({
    browser: 'chromium',
    url: null,
    file: null,
    headless: false,
    fresh: false,
    help: false,
  });
});

test('reads the browser, an address and a file relative to the given folder', () => {
  expect(readArguments(['--firefox'], folder).browser).toBe('firefox');
  expect(readArguments(['--url', 'https://news.example/a'], folder).url).toBe('https://news.example/a');
  expect(readArguments(['--file=page.html'], folder).file).toBe(join(folder, 'page.html'));
});

test.each([
  [['--firefix'], /Unknown option '--firefix'/],
  [['page.html'], /Unexpected argument 'page.html'/],
  [['--url'], /argument missing/],
  [['--url', 'news.example'], /starts with https:\/\/ or http:\/\/, not news\.example/],
  [['--url', 'file:///etc/passwd'], /starts with https/],
  [['--file', 'absent.html'], /there is no .*absent\.html/],
  [['--file', '.'], /is none/],
  [['--file', 'page.txt'], /HTML page/],
  [['--url', 'https://a.example', '--file', 'page.html'], /exclude each other/],
])('%j is refused with words', (args, words) => {
  expect(() => readArguments(args, folder)).toThrow(UsageError);
  expect(() => readArguments(args, folder)).toThrow(words);
});
