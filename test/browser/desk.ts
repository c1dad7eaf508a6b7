/** The real desk, as `npm run desk` opens it, on a briefing that `npm run draft` made of an article of our own. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Look, Watched } from './browser.ts';

const ARTICLE = path.join(import.meta.dirname, '../fixtures/articles/ferry.txt');
const GREETING = /The desk is open at (http:\/\/[^\s;]+?)\/desk\/ferry;/;
const PATIENCE_MS = 20_000;

export type RunningDesk = {
  /** Of the server. */
  readonly url: string;
  /** Of the briefing. */
  readonly folder: string;
  /** A file of the briefing as it stands. */
  read(file: string): string;
  /** Ends it as a power cut would, and starts it again on the same port. */
  crash(): Promise<void>;
  stop(): Promise<void>;
};

export type DeskHow = {
  readonly rights?: 'own' | 'restricted';
  /** More words after `npm run desk -- ferry`. */
  readonly words?: readonly string[];
  /** A program before node, with its own words: to limit what it may do. */
  readonly under?: readonly string[];
};

/** Drafts the ferry's article into a folder of its own and opens the desk on it. */
export async function startDesk({
  rights = 'own',
  words = [],
  under = [],
}: DeskHow = {}): Promise<RunningDesk> {
  const root = mkdtempSync(path.join(tmpdir(), 'attache-desk-'));
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, BRIEFINGS_DIR: root, DATA_DIR: path.join(root, '.data'), LOG_LEVEL: 'warn' };
  execFileSync('node', ['src/main.ts', 'draft', ARTICLE, '--id', 'ferry', '--source-rights', rights], {
    env,
    stdio: 'pipe',
  });
  const folder = path.join(root, 'ferry');
  const start = async (port: number) => {
    const [program = 'node', ...before] = [...under, 'node'];
    const child = spawn(program, [...before, 'src/main.ts', 'desk', 'ferry', ...words], {
      env: { ...env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
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
      child.once('exit', (code) => reject(new Error(`The desk ended with ${code}: ${said}`)));
      setTimeout(() => reject(new Error(`The desk did not greet: ${said}`)), PATIENCE_MS).unref();
    });
    const end = (signal: 'SIGTERM' | 'SIGKILL') => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill(signal);
      return ended;
    };
    return { url, end };
  };
  let running = await start(0);
  return {
    url: running.url,
    folder,
    read: (file) => readFileSync(path.join(folder, file), 'utf8'),
    async crash() {
      await running.end('SIGKILL');
      // The port of the desk is the setting's and two more.
      running = await start(Number(new URL(running.url).port) - 2);
    },
    async stop() {
      await running.end('SIGTERM');
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Opens the desk's page, its clock at `at` where that is given, and notes what goes wrong behind the scenes. */
export async function openDesk(
  browser: Browser,
  url: string,
  look: Look & { readonly at?: number } = {},
): Promise<Watched> {
  const { theme = 'light', width = 1500, height = 950 } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: 'en-GB',
  });
  const page = await context.newPage();
  if (look.at !== undefined) await page.clock.setFixedTime(look.at);
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      troubles.push(`asked ${request.url()}`);
  });
  await page.goto(`${url}/desk/ferry`);
  await current(page).waitFor();
  return { page, troubles };
}

/** The card that is in hand. */
export const current = (page: Page) => page.locator('article.card.current');
