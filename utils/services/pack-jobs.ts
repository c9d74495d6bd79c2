import type { PackId } from '../model/ids';
import type { PackStep, RunningPackJob } from '../model/pack';
import { Cancelled, Pace } from './pace';
import type { PackJob } from './prepare-pack';

/** Runs one job on packs after the other, and knows which runs. */
export class PackJobs {
  readonly #now: () => number;
  readonly #pause: () => Promise<void>;
  #turn: Promise<unknown> = Promise.resolve();
  #running: RunningPackJob | null = null;
  #isCancelled = false;

  /** @param pause lets other work have a turn */
  constructor(now: () => number, pause: () => Promise<void>) {
    this.#now = now;
    this.#pause = pause;
  }

  get running(): RunningPackJob | null {
    return this.#running;
  }

  /** Calls the running job off; it leaves everything as it was. */
  cancel(): void {
    this.#isCancelled = this.#running !== null;
  }

  /** Runs a job when its turn comes. Null when the reader called it off. */
  run<Result>(packId: PackId | null, what: (job: PackJob) => Promise<Result>): Promise<Result | null> {
    const turn = this.#turn.then(() => this.#start(packId, what));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #start<Result>(
    packId: PackId | null,
    what: (job: PackJob) => Promise<Result>,
  ): Promise<Result | null> {
    this.#isCancelled = false;
    this.#running = { packId, step: 'reading', done: 0, total: 0 };
    const pace = new Pace({ now: this.#now, pause: this.#pause, isCancelled: () => this.#isCancelled });
    const report = (step: PackStep, done: number, total: number): void => {
      this.#running = { packId, step, done, total };
    };
    try {
      return await what({ pace, report });
    } catch (error) {
      // A transaction that was called off comes out as a failure of the database.
      if (error instanceof Cancelled || this.#isCancelled) return null;
      throw error;
    } finally {
      this.#running = null;
      this.#isCancelled = false;
    }
  }
}
