import { LibraryDatabase } from '@/utils/db/database';
import { createEntity } from '@/utils/services/edit-entities';
import type { EntityId } from '@/utils/model/ids';
import type { Kind } from '@/utils/model/kind';
import type { Library } from '@/utils/services/library';

export interface TestLibrary extends Library {
  /** Goes on by a second at each look, so that later things are later. */
  time: number;
  readonly changes: { names?: boolean; marks?: boolean }[];
}

/** A library over a real database of its own; delete it with `database.delete()`. */
export function testLibrary(): TestLibrary {
  const changes: TestLibrary['changes'] = [];
  let count = 0;
  const library: TestLibrary = {
    database: new LibraryDatabase(`test-${crypto.randomUUID()}`),
    time: Date.UTC(2026, 0, 1),
    now: () => (library.time += 1000),
    newId: () => `id${String((count += 1)).padStart(13, '0')}`,
    digest: async (text) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    onChange: (change) => void changes.push(change),
    changes,
  };
  return library;
}

export function addEntity(library: Library, name: string, kind: Kind = 'operation'): Promise<EntityId> {
  return createEntity(library, { name, kind, aliases: [], summary: '' });
}
