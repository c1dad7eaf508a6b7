/** The bot as a process of its own, with the environment that a test gives it and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Process = {
  readonly child: ChildProcess;
  /** All that it has written, on both outputs. */
  said(): string;
  /** Waits until it has written something that fits. */
  says(wanted: RegExp): Promise<RegExpExecArray>;
  /** Waits for its end: its exit code. */
  ended(): Promise<number | null>;
};

const PATIENCE_MS = 90_000;

/** Only what a process needs to run at all comes from the real environment. */
export function bare(environment: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...environment };
}

export function temporaryFolder(): { path: string; remove(): void } {
  const made = mkdtempSync(path.join(tmpdir(), 'attache-'));
  return { path: made, remove: () => rmSync(made, { recursive: true, force: true }) };
}

export type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a verb to its end; this process goes on meanwhile, since the servers that it talks to may live here. */
export function run(
  args: readonly string[],
  environment: Record<string, string> = {},
  input = '',
): Promise<Run> {
  const child = spawn('node', ['src/main.ts', ...args], { env: bare(environment), stdio: 'pipe' });
  const outputs = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    outputs.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    outputs.stderr += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...outputs })));
}

export function startProcess(environment: Record<string, string>): Process {
  const child = spawn('node', ['src/main.ts'], { env: bare(environment), stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const listeners = new Set<() => void>();
  const heard = (chunk: Buffer) => {
    text += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', heard);
  child.stderr?.on('data', heard);
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    child,
    said: () => text,
    says(wanted) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`It never said ${wanted}: ${text}`)), PATIENCE_MS);
        const look = () => {
          const found = wanted.exec(text);
          if (found === null) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
      });
    },
    ended: () => exit,
  };
}
