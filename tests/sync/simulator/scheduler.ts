/** Thrown into nothing: a task that is killed simply never goes on, as a worker that the browser has stopped. */
interface Waiting {
  readonly label: string;
  readonly go: () => void;
}

interface Task {
  waiting: Waiting | null;
  isDone: boolean;
  /** Resolves when the task has reached its next gate or its end. */
  parked: Promise<void>;
  park: () => void;
}

/**
 * Runs asynchronous programs one at a time, from gate to gate, in the order that the caller chooses: the same choices
 * give the same run, although the programs are full of awaits.
 */
export class Scheduler {
  readonly #tasks = new Map<string, Task>();
  readonly #trace: (event: string) => void;

  constructor(trace: (event: string) => void) {
    this.#trace = trace;
  }

  /** Names of programs that wait at a gate. */
  running(): string[] {
    return [...this.#tasks.keys()];
  }

  /** What the program is about to do. */
  labelOf(name: string): string | null {
    return this.#tasks.get(name)?.waiting?.label ?? null;
  }

  /** Starts a program; resolves when it waits at its first gate or has ended. */
  async start(
    name: string,
    program: (gate: (label: string) => Promise<void>) => Promise<string>,
  ): Promise<void> {
    const task: Task = { waiting: null, isDone: false, parked: Promise.resolve(), park: () => {} };
    this.#tasks.set(name, task);
    this.#arm(task);
    const gate = (label: string): Promise<void> =>
      new Promise((resolve) => {
        task.waiting = { label, go: resolve };
        task.park();
      });
    const finish = (event: string): void => {
      task.isDone = true;
      if (this.#tasks.get(name) === task) this.#tasks.delete(name);
      this.#trace(`${name} ${event}`);
      task.park();
    };
    const { parked } = task;
    program(gate).then(finish, (cause: unknown) => finish(`broke ${String(cause)}`));
    await parked;
  }

  /** Lets a program do what it waits for, up to its next gate. */
  async step(name: string): Promise<void> {
    const task = this.#tasks.get(name);
    if (task?.waiting === null || task === undefined) return;
    const { label, go } = task.waiting;
    this.#trace(`${name} ${label}`);
    task.waiting = null;
    this.#arm(task);
    const { parked } = task;
    go();
    await parked;
  }

  kill(name: string): void {
    this.#tasks.delete(name);
  }

  #arm(task: Task): void {
    task.parked = new Promise((resolve) => {
      task.park = resolve;
    });
  }
}
