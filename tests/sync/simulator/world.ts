import { writing } from '../../../utils/crdt/author';
import { bodyOf } from '../../../utils/crdt/body';
import { headsOf } from '../../../utils/crdt/versions';
import type { DocId } from '../../../utils/crdt/op';
import type { EpochId } from '../../../utils/crdt/stamp';
import { joinVectors, NOTHING_SEEN, type Vector } from '../../../utils/crdt/vector';
import type { FillRandom } from '../../../utils/crypto/bytes';
import { newRootKey, type VaultId, type VaultKey, vaultKeyOf } from '../../../utils/crypto/vault-key';
import { EncryptedRemote } from '../../../utils/sync/encrypted-remote';
import { syncRound } from '../../../utils/sync/engine';
import { SyncError } from '../../../utils/sync/errors';
import { LIMITS, type Limits } from '../../../utils/sync/round';
import { RULES } from '../../../utils/sync/rules';
import type { ProfileId } from '../../../utils/sync/store';
import { Random } from '../../crdt/random';
import { docIn, MemoryStore } from '../memory-store';
import { DOCS, Editor, MARKER, type Opened } from './edits';
import { gatedStore } from './gated-store';
import { type Faults, HostileRemote } from './hostile-remote';
import type { Mutant } from './mutants';
import { Scheduler } from './scheduler';

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Small sizes, so that snapshots in parts, folding and tidying happen within a hundred edits. */
const SIM_LIMITS: Limits = {
  ...LIMITS,
  opsMax: 3,
  partDocsMax: 2,
  logsMax: 6,
  foldAgeMs: 2 * DAY_MS,
  versionsMax: 6,
  retireMs: 8 * DAY_MS,
};

/** What may happen in a run. */
export interface Weather {
  readonly faults: Faults;
  /** At each gate of each round. */
  readonly kill: number;
  /** At each database transaction. */
  readonly databaseFailure: number;
  /** At each step of the run. */
  readonly wipe: number;
  readonly clone: number;
  readonly restore: number;
  readonly newSession: number;
  /** Clocks are off by up to this, and jump. */
  readonly skewMs: number;
}

/** One profile of a run. */
export interface Profile {
  readonly name: string;
  readonly store: MemoryStore;
  skewMs: number;
  backup: MemoryStore['state'] | null;
  opened: Opened | null;
}

/** A vault, its folder and its profiles, played from one seed. */
export class World {
  readonly random: Random;
  readonly editor: Editor;
  readonly remote: HostileRemote;
  readonly scheduler: Scheduler;
  readonly profiles: Profile[] = [];
  readonly counts: Record<string, number> = {};
  readonly problems: string[] = [];
  acknowledged: Vector = NOTHING_SEEN;
  /** Writes and deletions that reached the folder. */
  changeCount = 0;
  /** Called after each gate of each round; may throw in the engine's face. */
  trap: (label: string) => void = () => {};
  readonly #mutant: Mutant | null;
  readonly #weather: Weather;
  readonly #fill: FillRandom;
  #key: VaultKey | null = null;
  #epochCount = 0;
  #nowMs = 1_700_000_000_000;
  #hash = 0x811c9dc5;

  constructor(seed: number, weather: Weather, mutant: Mutant | null) {
    this.random = new Random(seed);
    this.#weather = weather;
    this.#mutant = mutant;
    this.editor = new Editor(new Random(seed + 1));
    const bytes = new Random(seed + 2);
    this.#fill = (array) => bytes.fillBytes(array);
    this.remote = new HostileRemote(new Random(seed + 3), weather.faults, (name, stored) => {
      this.changeCount += 1;
      if (name.includes(MARKER) || latin1(stored).includes(MARKER))
        this.problems.push(`plaintext in ${name}`);
    });
    this.scheduler = new Scheduler((event) => this.trace(event));
  }

  async prepare(profileCount: number): Promise<void> {
    this.#key = await vaultKeyOf('abcdefghjkmnpqr' as VaultId, newRootKey(this.#fill));
    for (let index = 0; index < profileCount; index += 1) this.addProfile(`p${index}`);
  }

  addProfile(name: string): Profile {
    const profile: Profile = {
      name,
      store: new MemoryStore(name as ProfileId, this.#newEpoch()),
      skewMs: this.#randomSkew(),
      backup: null,
      opened: null,
    };
    this.profiles.push(profile);
    return profile;
  }

  /** One random event. */
  async step(): Promise<void> {
    const { random } = this;
    this.#nowMs += random.below(4 * HOUR_MS);
    const profile = random.pick(this.profiles);
    if (random.chance(this.#weather.wipe)) this.remote.wipe(0.7);
    if (random.chance(this.#weather.clone) && this.profiles.length < 6) this.#clone(profile);
    if (random.chance(this.#weather.restore)) this.#restore(profile);
    if (random.chance(this.#weather.newSession)) this.#newSession(profile);
    if (random.chance(0.02)) profile.skewMs = this.#randomSkew();
    if (random.chance(0.05)) profile.backup = profile.store.state;
    if (random.chance(0.05)) this.remote.deliverLate();
    if (random.chance(0.1)) this.#openEditor(profile);
    if (random.chance(0.45)) this.edit(profile);
    if (random.chance(0.6)) await this.startRound(profile);
    const moves = random.below(30);
    for (let move = 0; move < moves; move += 1) {
      const running = this.scheduler.running();
      if (running.length === 0) return;
      await this.#move(random.pick(running));
    }
  }

  edit(profile: Profile): void {
    const opened = this.random.chance(0.5) ? profile.opened : null;
    if (opened !== null) profile.opened = null;
    if (this.#mutant?.rewritesPending === true) this.#rewritePending(profile);
    this.trace(`${profile.name} ${this.editor.edit(profile.store, this.nowMs(profile), opened)}`);
  }

  nowMs(profile: Profile): number {
    return this.#nowMs + profile.skewMs;
  }

  async startRound(profile: Profile): Promise<void> {
    if (this.scheduler.running().includes(profile.name)) return;
    const budgetMs = this.random.chance(0.1) ? 10 : Number.MAX_SAFE_INTEGER;
    await this.#start(profile, budgetMs);
  }

  /** Starts a round and lets it go through some gates. */
  async roundUpTo(profile: Profile, gates: number): Promise<void> {
    await this.#start(profile, Number.MAX_SAFE_INTEGER);
    for (let passed = 0; passed < gates; passed += 1) await this.scheduler.step(profile.name);
  }

  /** A whole round without interruption. */
  async wholeRound(profile: Profile): Promise<void> {
    await this.#start(profile, Number.MAX_SAFE_INTEGER);
    while (this.scheduler.running().includes(profile.name)) await this.scheduler.step(profile.name);
  }

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** FNV-1a over everything that happened. */
  trace(event: string): void {
    for (let index = 0; index < event.length; index += 1)
      this.#hash = Math.imul(this.#hash ^ event.charCodeAt(index), 0x01000193);
  }

  get traceHash(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0');
  }

  #start(profile: Profile, budgetMs: number): Promise<void> {
    return this.scheduler.start(profile.name, (gate) => this.#round(profile, gate, budgetMs));
  }

  async #round(profile: Profile, pass: (label: string) => Promise<void>, budgetMs: number): Promise<string> {
    const gate = async (label: string): Promise<void> => {
      await pass(label);
      this.trap(label);
    };
    const key = this.#key;
    if (key === null) throw new Error('the world was not prepared');
    const failure = this.remote.faults.lostRequest > 0 ? this.#weather.databaseFailure : 0;
    const gated = gatedStore(profile.store, gate, { random: this.random, failure }, (ops) =>
      this.editor.ops.push(...ops),
    );
    const store = {
      ...gated,
      apply: async (patch: Parameters<typeof gated.apply>[0]) => {
        await gated.apply(patch);
        this.acknowledged = joinVectors(this.acknowledged, patch.published ?? NOTHING_SEEN);
      },
    };
    const isEmptied = this.remote.size < profile.store.state.meta.files.size / 2;
    if (this.#mutant?.believesAbsence === true && isEmptied)
      profile.store.restore({ ...profile.store.state, docs: new Map() });
    const remote = new EncryptedRemote(this.remote.door(gate), key, this.#fill);
    try {
      const report = await syncRound({
        remote,
        store,
        budgetMs,
        nowMs: () => this.nowMs(profile),
        signal: new AbortController().signal,
        allowsDeletions: true,
        limits: SIM_LIMITS,
        rules: this.#mutant?.rules ?? RULES,
      });
      this.count('round');
      if (report.isRepairing) this.count('repair');
      this.#misbehave(profile);
      return `ended ${JSON.stringify(report)}`;
    } catch (cause) {
      if (!(cause instanceof SyncError)) throw cause;
      this.count(`error ${cause.code}`);
      if (!cause.retryable) this.problems.push(`${profile.name} stopped: ${cause.message}`);
      return `failed ${cause.code}`;
    }
  }

  async #move(name: string): Promise<void> {
    this.#nowMs += 1;
    if (this.random.chance(this.#weather.kill)) {
      this.count('kill');
      this.trace(`${name} killed`);
      this.scheduler.kill(name);
      return;
    }
    await this.scheduler.step(name);
  }

  #clone(profile: Profile): void {
    this.count('clone');
    const copy = this.addProfile(`c${this.profiles.length}`);
    copy.store.restore(profile.store.state);
    if (this.#mutant?.keepsEpoch !== true) copy.store.beginSession(this.#newEpoch());
  }

  #restore(profile: Profile): void {
    if (profile.backup === null) return;
    this.count('restore');
    this.scheduler.kill(profile.name);
    profile.opened = null;
    profile.store.restore(profile.backup);
    if (this.#mutant?.keepsEpoch !== true) profile.store.beginSession(this.#newEpoch());
  }

  #newSession(profile: Profile): void {
    this.scheduler.kill(profile.name);
    profile.store.beginSession(this.#newEpoch());
  }

  #openEditor(profile: Profile): void {
    const id = this.random.pick(DOCS);
    profile.opened = { id, body: bodyOf(docIn(profile.store, id)) };
  }

  #newEpoch(): EpochId {
    this.#epochCount += 1;
    return `e${this.#epochCount.toString().padStart(11, '0')}` as EpochId;
  }

  #randomSkew(): number {
    return Math.round((this.random.next() * 2 - 1) * this.#weather.skewMs);
  }

  /** What mutants do after a round. */
  #misbehave(profile: Profile): void {
    const { store } = profile;
    const mutant = this.#mutant;
    if (mutant?.answersMerges === true) this.#answerMerges(profile);
    if (mutant?.foldsLocally === true) this.#foldLocally(store);
  }

  #answerMerges({ name, store, skewMs }: Profile): void {
    for (const [id, doc] of store.state.docs) {
      const body = bodyOf(doc);
      if (body !== null && body.heads.length > 1)
        this.editor.ops.push(...store.write([writing(id, doc, body.text)], this.#nowMs + skewMs));
    }
    this.trace(`${name} answered`);
  }

  #foldLocally(store: MemoryStore): void {
    const docs = new Map(
      [...store.state.docs].map(([id, doc]): [DocId, typeof doc] => {
        const heads = headsOf(doc.versions);
        const [head] = heads;
        const kept = [...doc.versions].filter(([version]) => version === head);
        return [id, heads.length === 1 ? { ...doc, versions: new Map(kept) } : doc];
      }),
    );
    store.restore({ ...store.state, docs });
  }

  /** Changes the last unpublished text in place, under the same number. */
  #rewritePending({ store }: Profile): void {
    const { pending, docs } = store.state;
    const last = pending.at(-1);
    if (last === undefined || last.change.kind !== 'write') return;
    const changed = { ...last, change: { ...last.change, text: `${last.change.text} ${MARKER}more` } };
    this.editor.ops.push(changed);
    store.restore({ ...store.state, docs, pending: [...pending.slice(0, -1), changed] });
  }
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
