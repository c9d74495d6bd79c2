import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase32, toBase32 } from '../../utils/crypto/base32';
import { fillRandom, fromBase64, toBase64, toHex, utf8 } from '../../utils/crypto/bytes';
import { deriveKey, isAcceptable, KDF_DEFAULT } from '../../utils/crypto/kdf';
import {
  keyHeaderBytes,
  passphraseSlot,
  readKeyHeader,
  recoverySlot,
  unwrapByPassphrase,
  unwrapByRecovery,
} from '../../utils/crypto/key-header';
import { pairingText, readPairingText } from '../../utils/crypto/pairing-code';
import { newRecoveryCode, readRecoveryCode } from '../../utils/crypto/recovery-code';
import { newRootKey, type VaultId } from '../../utils/crypto/vault-key';

const VAULT = 'abcdefghjkmnpqr' as VaultId;
const root = newRootKey(fillRandom);

describe('base32', () => {
  test('gives back every byte string, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase32(bytes);
        expect(fromBase32(text)).toEqual(bytes);
        const typed = text
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', 'l')
          .replaceAll(/(.{4})/g, '$1- ');
        expect(fromBase32(typed)).toEqual(bytes);
      }),
    );
    expect(fromBase32('U')).toBeNull();
    expect(fromBase32('!')).toBeNull();
  });

  test('base64 likewise', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    expect(fromBase64('a')).toBeNull();
    expect(fromBase64('a-b_')).toBeNull();
  });
});

describe('recovery code', () => {
  test('has 26 characters and catches every single slip that this code meets', async () => {
    const code = await newRecoveryCode(fillRandom);
    const characters = code.text.replaceAll('-', '');
    expect(characters).toHaveLength(26);
    expect(await readRecoveryCode(code.text.toLowerCase())).toEqual(code.secret);
    let missed = 0;
    for (let at = 0; at < 26; at += 1) {
      const wrong = characters[at] === 'X' ? 'Y' : 'X';
      const slip = await readRecoveryCode(characters.slice(0, at) + wrong + characters.slice(at + 1));
      if (slip !== null) missed += 1;
    }
    // One slip in 1,024 goes unseen by the two check characters.
    expect(missed).toBeLessThanOrEqual(2);
    expect(await readRecoveryCode(characters.slice(1))).toBeNull();
  });
});

describe('pairing code', () => {
  const remote = { kind: 'webdav', url: 'https://cloud.example.org/dav/ü', user: 'ann', password: 'a b' };

  test('carries vault, key and place', async () => {
    const text = await pairingText({ vault: VAULT, root, remote });
    expect(text).toMatch(/^BGP1-[0-9A-HJKMNP-TV-Z]+$/);
    expect(await readPairingText(` ${text.toLowerCase()}\n`)).toEqual({ vault: VAULT, root, remote });
  });

  test('says what is wrong with a text that is none', async () => {
    const text = await pairingText({ vault: VAULT, root, remote });
    const at = text.length - 20;
    const typo = text.slice(0, at) + (text[at] === 'Z' ? 'Y' : 'Z') + text.slice(at + 1);
    expect(await readPairingText(typo)).toBe('mistyped');
    expect(await readPairingText(text.slice(0, -1))).toBe('mistyped');
    expect(await readPairingText('https://example.org')).toBe('not-a-code');
    expect(await readPairingText('BGP2-0000')).toBe('newer');
  });
});

describe('key header', () => {
  test('opens by passphrase and by recovery code, and by nothing else', async () => {
    const code = await newRecoveryCode(fillRandom);
    const slots = [
      await passphraseSlot(VAULT, root, 'correct horse battery staple', fillRandom),
      await recoverySlot(VAULT, root, code.secret, fillRandom),
    ];
    const header = readKeyHeader(keyHeaderBytes({ vault: VAULT, slots }));
    if (typeof header === 'string') throw new Error(header);
    expect(await unwrapByPassphrase(header, ' correct horse battery staple ')).toEqual(root);
    expect(await unwrapByPassphrase(header, 'correct horse')).toBe('wrong-secret');
    expect(await unwrapByRecovery(header, code.secret)).toEqual(root);
    expect(await unwrapByRecovery(header, new Uint8Array(15))).toBe('wrong-secret');
  });

  test('a lowered cost is refused before a guess is spent on it', async () => {
    const weak = { ...KDF_DEFAULT, name: 'argon2id', memoryKib: 8, passes: 1, lanes: 1 } as const;
    const slot = await passphraseSlot(VAULT, root, 'secret', fillRandom, weak);
    expect(await unwrapByPassphrase({ vault: VAULT, slots: [slot] }, 'secret')).toBe('refused');
    expect(isAcceptable(KDF_DEFAULT)).toBe(true);
    expect(isAcceptable({ name: 'argon2id', memoryKib: 8_000_000, passes: 2, lanes: 1 })).toBe(false);
    expect(isAcceptable({ name: 'pbkdf2-sha256', iterations: 1000 })).toBe(false);
  });

  test('older PBKDF2 slots still open', async () => {
    const kdf = { name: 'pbkdf2-sha256', iterations: 600_000 } as const;
    const slot = await passphraseSlot(VAULT, root, 'secret', fillRandom, kdf);
    expect(await unwrapByPassphrase({ vault: VAULT, slots: [slot] }, 'secret')).toEqual(root);
  });

  test.each([
    ['a login page', '<html>', 'not-a-header'],
    ['foreign JSON', '{"a":1}', 'not-a-header'],
    ['a list', '[]', 'not-a-header'],
    ['null', 'null', 'not-a-header'],
    ['a later version', '{"format":"backgrounder key header","v":2}', 'newer'],
    [
      'a broken vault id',
      '{"format":"backgrounder key header","v":1,"vault":"x","slots":[]}',
      'not-a-header',
    ],
  ])('%s is told apart', (_, text, why) => {
    expect(readKeyHeader(utf8(text))).toBe(why);
  });

  test('headers of every released format still open', async () => {
    const path = join(import.meta.dirname, '../fixtures/crypto/key-header-1.json');
    const header = readKeyHeader(readFileSync(path));
    if (typeof header === 'string') throw new Error(header);
    const unwrapped = await unwrapByPassphrase(header, 'four words for golden');
    expect(typeof unwrapped === 'string' ? unwrapped : toHex(unwrapped)).toBe('07'.repeat(32));
  });
});

// `argon2id, v=0x13, t=2, m=65536, p=1` with these inputs stands in the reference implementation's test suite (phc-winner-argon2, test.c).
test('Argon2id gives the reference implementation’s bytes', async () => {
  const kdf = { name: 'argon2id', memoryKib: 65_536, passes: 2, lanes: 1 } as const;
  expect(toHex(await deriveKey(kdf, 'password', utf8('somesalt')))).toBe(
    '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
  );
});
