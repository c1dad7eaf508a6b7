/** The real bot as a newcomer starts it, with an empty environment and a store of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type RunningBot = {
  readonly url: string;
  /** From the start of the process to its greeting, in ms. */
  readonly startedIn: number;
  stop(): Promise<void>;
  /** Ends it as a power cut would, and leaves its store. */
  kill(): Promise<{ readonly port: number; readonly dataDir: string }>;
};

const GREETING = /The playground is open at (http:\/\/\S+)/;
const PATIENCE_MS = 20_000;

export type How = {
  readonly port?: number;
  readonly dataDir?: string;
  /** The program and its arguments. */
  readonly by?: readonly [string, ...string[]];
};

/** Starts the bot on a free port, unless another is named. */
export async function startBot(how: How = {}): Promise<RunningBot> {
  const { port = 0, dataDir = mkdtempSync(path.join(tmpdir(), 'attache-')) } = how;
  const [program, ...words] = how.by ?? ['node', 'src/main.ts'];
  const began = performance.now();
  const { PATH, HOME } = process.env;
  const child = spawn(program, words, {
    env: { PATH, HOME, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: npm hands no signal on to what it runs.
    detached: true,
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      const found = GREETING.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The bot ended with ${code}: ${said}`)));
    setTimeout(() => reject(new Error(`The bot did not greet: ${said}`)), PATIENCE_MS).unref();
  });
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    process.kill(-(child.pid ?? 0), signal);
    return ended;
  };
  return {
    url,
    startedIn: performance.now() - began,
    async stop() {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
    async kill() {
      await end('SIGKILL');
      return { port: Number(new URL(url).port), dataDir };
    },
  };
}
