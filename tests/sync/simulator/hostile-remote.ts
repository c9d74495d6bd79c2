import type { Bytes } from '../../../utils/crypto/bytes';
import { SyncError } from '../../../utils/sync/errors';
import type { Remote, RemoteFile } from '../../../utils/sync/remote';
import type { Random } from '../../crdt/random';

/** How likely each kind of trouble is, for each request. */
export interface Faults {
  readonly lostRequest: number;
  readonly lostResponse: number;
  readonly tornPut: number;
  /** A torn upload that the server answers with "created". */
  readonly silentlyTornPut: number;
  readonly tornGet: number;
  /** The request arrives once more, some time later. */
  readonly duplicatePut: number;
  readonly staleList: number;
}

export const NO_FAULTS: Faults = {
  lostRequest: 0,
  lostResponse: 0,
  tornPut: 0,
  silentlyTornPut: 0,
  tornGet: 0,
  duplicatePut: 0,
  staleList: 0,
};

export const ALL_FAULTS: Faults = {
  lostRequest: 0.03,
  lostResponse: 0.03,
  tornPut: 0.03,
  silentlyTornPut: 0.02,
  tornGet: 0.03,
  duplicatePut: 0.02,
  staleList: 0.08,
};

/** A folder on a bad day, seeded: it does to requests what real servers and networks have done. */
export class HostileRemote {
  faults: Faults;
  readonly counts: Record<string, number> = {};
  /** Every byte and name that was ever stored, looked at as it came in. */
  readonly onStore: (name: string, bytes: Bytes) => void;
  readonly #random: Random;
  #files: ReadonlyMap<string, Bytes> = new Map();
  #older: ReadonlyMap<string, Bytes>[] = [];
  #late: { readonly name: string; readonly bytes: Bytes }[] = [];

  constructor(random: Random, faults: Faults, onStore: (name: string, bytes: Bytes) => void) {
    this.#random = random;
    this.faults = faults;
    this.onStore = onStore;
  }

  get size(): number {
    return this.#files.size;
  }

  /** The remote as one profile sees it: every request waits at a gate first. */
  door(gate: (label: string) => Promise<void>): Remote {
    return {
      list: async () => {
        await gate('list');
        return this.#list();
      },
      get: async (name) => {
        await gate(`get ${name}`);
        return this.#get(name);
      },
      put: async (name, bytes) => {
        await gate(`put ${name} ${bytes.length}`);
        this.#put(name, bytes);
      },
      del: async (name) => {
        await gate(`del ${name}`);
        this.#request(() => this.#store(name, null));
      },
    };
  }

  /** Each file is lost with this chance. */
  wipe(chance: number): void {
    this.#count('wipe');
    this.#set(new Map([...this.#files].filter(() => !this.#random.chance(chance))));
  }

  /** Requests that were under way long ago arrive now. */
  deliverLate(): void {
    const late = this.#late;
    this.#late = [];
    for (const { name, bytes } of late) this.#store(name, bytes);
  }

  #list(): RemoteFile[] {
    return this.#request(() => {
      const isStale = this.#happens('staleList') && this.#older.length > 0;
      const files = isStale ? this.#random.pick(this.#older) : this.#files;
      return [...files].map(([name, bytes]) => ({ name, sizeBytes: bytes.length }));
    });
  }

  #get(name: string): Bytes | null {
    return this.#request(() => {
      const bytes = this.#files.get(name) ?? null;
      return bytes !== null && this.#happens('tornGet') ? this.#cut(bytes) : bytes;
    });
  }

  #put(name: string, bytes: Bytes): void {
    if (this.#happens('tornPut')) {
      this.#store(name, this.#cut(bytes));
      throw new SyncError('offline');
    }
    if (this.#happens('duplicatePut')) this.#late.push({ name, bytes });
    this.#request(() => this.#store(name, this.#happens('silentlyTornPut') ? this.#cut(bytes) : bytes));
  }

  #request<Answer>(serve: () => Answer): Answer {
    if (this.#happens('lostRequest')) throw new SyncError('offline');
    const answer = serve();
    if (this.#happens('lostResponse')) throw new SyncError('timeout');
    return answer;
  }

  #store(name: string, bytes: Bytes | null): void {
    const next = new Map(this.#files);
    if (bytes === null) next.delete(name);
    else {
      next.set(name, bytes);
      this.onStore(name, bytes);
    }
    this.#set(next);
  }

  #set(files: ReadonlyMap<string, Bytes>): void {
    this.#older = [...this.#older, this.#files].slice(-6);
    this.#files = files;
  }

  #cut(bytes: Bytes): Bytes {
    return bytes.slice(0, this.#random.below(bytes.length));
  }

  #happens(fault: keyof Faults): boolean {
    const does = this.#random.chance(this.faults[fault]);
    if (does) this.#count(fault);
    return does;
  }

  #count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }
}
