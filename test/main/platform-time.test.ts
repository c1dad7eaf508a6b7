import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { platformTime } from '../../src/main/platform-time.ts';
import { en } from '../../src/show/messages/en.ts';

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function served(date: string | undefined): Promise<{ url: string; paths: string[] }> {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.sendDate = false;
    if (date !== undefined) response.setHeader('Date', date);
    response.writeHead(404).end('{}');
  });
  closing.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths };
}

function timeAt(url: string) {
  const read = readConfig({ DISCORD_TOKEN: 'token', DISCORD_API_URL: `${url}/api` }, en);
  if (read.kind !== 'config') throw new Error(read.faults.join(' '));
  return platformTime(read.config, fetch);
}

it('the time at a platform is read off any answer of its', async () => {
  const { url, paths } = await served('Tue, 24 Nov 2026 00:00:00 GMT');
  expect(await timeAt(url)('discord')).toBe(Date.UTC(2026, 10, 24));
  expect(paths).toEqual(['/api/v10/gateway']);
});

it('a platform that does not say, does not answer or is not there has no time', async () => {
  const { url } = await served(undefined);
  expect(await timeAt(url)('discord')).toBeUndefined();
  expect(await timeAt('http://127.0.0.1:9')('discord')).toBeUndefined();
  expect(await timeAt(url)('slack')).toBeUndefined();
});
