/** Characters of a name without its ending: with it, it stays under every file system's 255 bytes. */
const LENGTH_MAX = 80;
/** Names that Windows keeps to itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A safe file name, without ending, for each text, in the order given: no folder, no control or invisible character, none
 * that a file system refuses, and no two alike on systems that do not tell cases apart.
 */
export function fileNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const base = safeName(text);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\\/:*?"<>|#^[\]]/g, '-')
    .replace(/\s+/gu, ' ');
  const cut = Array.from(plain)
    .slice(0, LENGTH_MAX / 2)
    .join('')
    .replace(/^[ .]+|[ .]+$/g, '');
  if (cut === '') return 'unnamed';
  return RESERVED.test(cut) ? `${cut}-` : cut;
}
