import { globSync } from "tinyglobby";
import { type PoolOptions, type PoolWorker, ThreadsPoolWorker, type WorkerRequest } from "vitest/node";

/** A thread is replaced after this many runs, so that what Vitest keeps from each run does not pile up. */
const RUNS_A_THREAD = 250;

type Listener = Parameters<PoolWorker["on"]>[1];
type StartRequest = Extract<WorkerRequest, { type: "start" }>;
type RunRequest = Extract<WorkerRequest, { type: "run" }>;

/**
 * A thread that outlives a run of Vitest. Stryker starts one run per mutant, and reloading the engine takes longer than
 * testing it. Modules of the engine stay loaded, which is right as long as mutants of code that runs at load time are
 * left out (`ignoreStatic`). Modules of the tests are reloaded for every run, and with them the packs and answers for
 * which the engine caches results.
 */
class ResidentThread extends ThreadsPoolWorker {
  #ran = 0;
  #start: StartRequest | undefined;
  #listeners: [string, Listener][] = [];
  readonly #testModules = globSync("test/**/*.ts", { absolute: true });

  override async start(): Promise<void> {
    if (this.#ran === 0) await super.start();
  }

  override on(event: string, callback: Listener): void {
    this.#listeners.push([event, callback]);
    super.on(event, callback);
  }

  override send(message: WorkerRequest): void {
    if (message.type === "start") this.#start = message;
    if (message.type === "start" && this.#ran > 0) this.#answer("started");
    else if (message.type === "stop" && !this.#spent) this.#answer("stopped");
    else if (message.type === "run") this.#run(message);
    else super.send(message);
  }

  override async stop(): Promise<void> {
    for (const [event, callback] of this.#listeners) super.off(event, callback);
    this.#listeners = [];
    if (this.#spent) await this.end();
  }

  /** Ends the thread; the next run starts another. */
  async end(): Promise<void> {
    if (this.#ran > 0) await super.stop();
    this.#ran = 0;
  }

  get #spent(): boolean {
    return this.#ran >= RUNS_A_THREAD;
  }

  #run(request: RunRequest): void {
    this.#ran += 1;
    // The names of the tests to run are part of the configuration, which a thread receives only at its start.
    const config = this.#start?.context.config;
    const context = { ...request.context, config, invalidates: this.#testModules };
    super.send({ ...request, context });
  }

  #answer(type: "started" | "stopped"): void {
    const response = { type, __vitest_worker_response__: true };
    for (const [event, callback] of this.#listeners)
      if (event === "message") setImmediate(callback, response);
  }
}

let resident: ResidentThread | undefined;

/** A pool of a single thread, kept from run to run. */
export const residentThreads = {
  name: "resident-threads",
  createPoolWorker(options: PoolOptions): PoolWorker {
    resident ??= new ResidentThread(options);
    return resident;
  },
  async close(): Promise<void> {
    await resident?.end();
  },
};
