/** Input on which Markdown parsers are known to take quadratic time or worse, each made to a size in characters. */
export const SLOW_PATTERNS: Readonly<Record<string, (size: number) => string>> = {
  'nested quotes': (size) => '> '.repeat(size / 2) + 'a',
  'nested lists on one line': (size) => '- '.repeat(size / 2) + 'a',
  'lists that nest line by line': (size) => {
    const lines: string[] = [];
    for (let length = 0; length < size; length += lines.length * 2 + 2) {
      lines.push(`${' '.repeat(lines.length * 2)}- a`);
    }
    return lines.join('\n');
  },
  'quotes and lists in turn': (size) => '> - '.repeat(size / 4) + 'a',
  'emphasis that never closes': (size) => '*a '.repeat(size / 3),
  'one run of stars': (size) => `${'*'.repeat(size / 2)}a${'*'.repeat(size / 2)}`,
  'strong and emphasis in turn': (size) => '**a *b '.repeat(size / 7),
  'stars closed by underscores': (size) => '*a_ '.repeat(size / 4),
  'opening brackets': (size) => '['.repeat(size),
  'closing brackets': (size) => ']'.repeat(size),
  'nested brackets': (size) => `${'['.repeat(size / 2)}a${']'.repeat(size / 2)}`,
  'links that never close': (size) => '[a]('.repeat(size / 4),
  'link titles that never close': (size) => '[a](b "'.repeat(size / 7),
  'images in brackets': (size) => '![['.repeat(size / 3),
  'code spans that never close': (size) =>
    Array.from({ length: Math.sqrt(2 * size) }, (_, index) => `e${'`'.repeat(index)}`).join(''),
  'angle brackets': (size) => '<'.repeat(size),
  'comments that never close': (size) => '<!-- a '.repeat(size / 7),
  'one definition, many uses': (size) => `[x]: https://a.example\n\n${'[x]'.repeat(size / 3)}`,
  'headings under lines': (size) => 'a\n=\n'.repeat(size / 4),
  'blank list items': (size) => '-\n'.repeat(size / 2),
};
