import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bare, type Process, startProcess, temporaryFolder } from '../main/running.ts';

let folder: ReturnType<typeof temporaryFolder>;
let running: Process[];

beforeEach(() => {
  folder = temporaryFolder();
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended();
  }
  folder.remove();
});

function start(environment: Record<string, string> = {}): Process {
  const one = startProcess({ DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'info', ...environment });
  running.push(one);
  return one;
}

describe('the end of the process', () => {
  it('is a failure after a crash, so that a supervisor starts it again', async () => {
    // A module that throws a moment after the start stands for a bug that nobody caught.
    const crash = 'data:text/javascript,setTimeout(() => { throw new Error("a bug") }, 3_000)';
    const bot = start({ NODE_OPTIONS: `--import ${JSON.stringify(crash)}` });
    expect(await bot.ended()).toBe(1);
    expect(bot.said()).toContain('A bug that nobody caught');
  });

  it('comes by a signal of the first moment too', async () => {
    const bot = start();
    const heard = new Promise((resolve) => bot.child.once('spawn', resolve));
    await heard;
    // Node itself takes a moment until any of the bot's code can listen.
    await new Promise((resolve) => setTimeout(resolve, 400));
    bot.child.kill('SIGTERM');
    const code = await bot.ended();
    expect([0, null]).toContain(code);
  });

  it('is told by readiness first', async () => {
    const bot = start();
    const [, ops = ''] = await bot.says(/"url":"(http:[^"]+)","msg":"Health and metrics"/);
    expect((await fetch(`${ops}/health/ready`)).status).toBe(200);
    bot.child.kill('SIGTERM');
    expect(await bot.ended()).toBe(0);
    expect(bot.said()).toContain('Stopped');
  });

  it('reaches the bot through npm: none is left behind', async () => {
    const npm = spawn('npm', ['start'], {
      env: bare({ DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'info' }),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let said = '';
    npm.stdout?.on('data', (chunk) => (said += chunk));
    npm.stderr?.on('data', (chunk) => (said += chunk));
    await expect.poll(() => said, { timeout: 25_000 }).toContain('Health and metrics');
    const [, ops = ''] = /"url":"(http:[^"]+)","msg":"Health and metrics"/.exec(said) ?? [];
    npm.kill('SIGTERM');
    await new Promise((resolve) => npm.once('exit', resolve));
    await expect
      .poll(
        () =>
          fetch(`${ops}/health/live`).then(
            () => 'answers',
            () => 'gone',
          ),
        { timeout: 12_000 },
      )
      .toBe('gone');
  });
});
