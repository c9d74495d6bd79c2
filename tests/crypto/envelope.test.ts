import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, fillRandom, fromBase64, utf8, utf8Text } from '../../utils/crypto/bytes';
import { deflate, inflate } from '../../utils/crypto/deflate';
import { open, seal } from '../../utils/crypto/envelope';
import { pad, padmeLength, unpad } from '../../utils/crypto/padding';
import {
  lockRoot,
  newRootKey,
  rootKeyOf,
  unlockRoot,
  type VaultId,
  vaultKeyOf,
} from '../../utils/crypto/vault-key';

const VAULT = 'abcdefghjkmnpqr' as VaultId;
const NAME = 'aaaaaaaaaaaa_1_2.log';
const root = newRootKey(fillRandom);
const key = await vaultKeyOf(VAULT, root);

describe('envelope', () => {
  test('gives back what was sealed, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const content = Uint8Array.from(bytes);
        expect(await open(key, NAME, await seal(key, NAME, content, fillRandom))).toEqual({
          ok: true,
          content,
        });
      }),
      { numRuns: 100 },
    );
  });

  test('does not open under another name, in another vault or with another key', async () => {
    const sealed = await seal(key, NAME, utf8('secret'), fillRandom);
    const elsewhere = await vaultKeyOf('000000000000000' as VaultId, root);
    const stranger = await vaultKeyOf(VAULT, newRootKey(fillRandom));
    const damaged = { ok: false, why: 'damaged' };
    expect(await open(key, 'aaaaaaaaaaaa_1_3.log', sealed)).toEqual(damaged);
    expect(await open(elsewhere, NAME, sealed)).toEqual(damaged);
    expect(await open(stranger, NAME, sealed)).toEqual(damaged);
  });

  test('every flipped bit and every cut is noticed', async () => {
    const sealed = await seal(key, NAME, utf8('secret'), fillRandom);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Uint8Array.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect((await open(key, NAME, flipped)).ok).toBe(false);
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect((await open(key, NAME, sealed.slice(0, length))).ok).toBe(false);
  });

  test('says when a file is a stranger or from the future', async () => {
    const sealed = await seal(key, NAME, utf8('secret'), fillRandom);
    const newer = Uint8Array.from(sealed);
    newer[4] = 2;
    expect(await open(key, NAME, newer)).toEqual({ ok: false, why: 'newer' });
    expect(await open(key, NAME, utf8('<!doctype html>'))).toEqual({ ok: false, why: 'foreign' });
    expect(await open(key, NAME, new Uint8Array())).toEqual({ ok: false, why: 'foreign' });
  });

  test('two sealings of one content have nothing in common but the format', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => seal(key, NAME, utf8('secret'), fillRandom)));
    expect(a?.slice(0, 5)).toEqual(b?.slice(0, 5));
    expect(a?.slice(5)).not.toEqual(b?.slice(5));
  });

  test('contents of like length have one size', async () => {
    const sizes = await Promise.all(
      ['a', 'Operation Shader', 'a longer sentence about something else'].map(
        async (text) => (await seal(key, NAME, utf8(text), fillRandom)).length,
      ),
    );
    expect(new Set(sizes).size).toBe(1);
  });
});

describe('padding', () => {
  test('is undone, costs at most 12 %, and shows few bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (content) => {
        expect(unpad(pad(content))).toEqual(content);
      }),
    );
    for (let length = 129; length < 100_000; length += 7) {
      expect(padmeLength(length)).toBeGreaterThanOrEqual(length);
      expect(padmeLength(length)).toBeLessThanOrEqual(length * 1.12);
    }
  });

  test('refuses a length that does not fit and dirt behind the content', () => {
    const dirty = pad(utf8('x'));
    dirty[100] = 1;
    expect(unpad(dirty)).toBeNull();
    expect(unpad(Uint8Array.of(255, 255, 255, 255, 0))).toBeNull();
    expect(unpad(Uint8Array.of(0))).toBeNull();
  });
});

describe('deflate', () => {
  test('stops a bomb', async () => {
    const bomb = await deflate(new Uint8Array(1_000_000));
    await expect(inflate(bomb, 10_000)).rejects.toThrow(RangeError);
    expect((await inflate(bomb)).length).toBe(1_000_000);
  });

  test('refuses rubbish and a cut stream', async () => {
    await expect(inflate(Uint8Array.of(255, 255, 255))).rejects.toThrow(/block|end of file/);
    const whole = await deflate(utf8('hello hello hello'));
    await expect(inflate(whole.slice(0, -2))).rejects.toThrow(/block|end of file/);
  });
});

test('a locked root key comes back, and its lock cannot be exported', async () => {
  const locked = await lockRoot(root, fillRandom);
  expect(await unlockRoot(locked)).toEqual(root);
  await expect(crypto.subtle.exportKey('raw', locked.lock)).rejects.toThrow(/extractable/);
  await expect(crypto.subtle.exportKey('raw', key.files)).rejects.toThrow(/extractable/);
});

const bytes = (text: string): Bytes => fromBase64(text) ?? new Uint8Array();

test('files of every released format still open', async () => {
  const golden = JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/crypto/envelope-1.json'), 'utf8'),
  ) as Record<'vault' | 'root' | 'name' | 'sealed' | 'content', string>;
  const goldenRoot = rootKeyOf(bytes(golden.root));
  if (goldenRoot === null) throw new Error('the fixture is damaged');
  const goldenKey = await vaultKeyOf(golden.vault as VaultId, goldenRoot);
  const opened = await open(goldenKey, golden.name, bytes(golden.sealed));
  expect(opened.ok && utf8Text(opened.content)).toBe(golden.content);
});
