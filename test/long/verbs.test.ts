import { describe, expect, it } from 'vitest';
import { run } from '../main/running.ts';
import { validateDiscordMessage } from '../servers/discord/validate.ts';
import { validateSlackMessage } from '../servers/slack/validate.ts';

describe('say', () => {
  it('answers as text on standard output, and nothing else', async () => {
    const { status, stdout, stderr } = await run(['say', 'newsham']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /“I think it is more the Japanese .*” — Grant Newsham, direct quotation \[¶ 32\]/u,
    );
  });

  it('answers as JSON with the outcome, the words and the paragraphs', async () => {
    const answer = JSON.parse((await run(['say', '--as', 'json', 'what did Abe say about trust?'])).stdout);
    expect(Object.keys(answer)).toEqual(['outcome', 'text', 'cites']);
    expect(answer).toMatchObject({ outcome: 'answered', cites: expect.arrayContaining([11]) });
    expect(JSON.parse((await run(['say', '--as', 'json', 'who won the world cup'])).stdout).outcome).toBe(
      'not_covered',
    );
    expect(JSON.parse((await run(['say', '--as', 'json', 'help'])).stdout).outcome).toBe('help');
    expect(JSON.parse((await run(['say', '--as', 'json', 'subscribe 9:00'])).stdout).outcome).toBe('refused');
  });

  it('prints the very bodies that the platforms take', async () => {
    const slack = JSON.parse((await run(['say', '--as', 'slack', ''])).stdout);
    expect(slack.response_type).toBe('ephemeral');
    const { response_type: _, ...message } = slack;
    expect(validateSlackMessage(message)).toEqual([]);
    expect(
      validateDiscordMessage(JSON.parse((await run(['say', '--as', 'discord', 'people'])).stdout)),
    ).toEqual([]);
  });

  it('takes the words as they are, even when they look like options', async () => {
    expect((await run(['say', '--', '--as'])).status).toBe(0);
    expect((await run(['say', '-5'])).status).toBe(0);
    expect((await run(['say', 'people', '--as', 'json'])).stdout).not.toMatch(/^\{/);
  });

  it('says what is wrong with its options, and how it is used', async () => {
    const { status, stdout, stderr } = await run(['say', '--as', 'html', 'people']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('text, json, slack, discord');
    expect((await run(['say', '--briefing', 'nowhere', 'people'])).stderr).toContain("no briefing 'nowhere'");
  });
});

describe('chat', () => {
  it('answers line by line, takes a number for a choice, and leaves on exit', async () => {
    const { status, stdout } = await run(['chat'], {}, 'people\n1\nnonsense zzz\nexit\nnever reached\n');
    expect(status).toBe(0);
    expect(stdout).toContain('Quoted directly');
    expect(stdout).toContain('“without trust the goal can not be reached.”');
    expect(stdout).not.toContain('never reached');
  });
});

describe('digest', () => {
  it('prints the edition of a day, the same each time, another each day', async () => {
    const first = await run(['digest', '--at', '2016-12-17T09:00[Asia/Tokyo]']);
    expect(first.status).toBe(0);
    expect(first.stdout).toContain('17 December 2016');
    expect((await run(['digest', '--at', '2016-12-17T09:00[Asia/Tokyo]'])).stdout).toBe(first.stdout);
    expect((await run(['digest', '--at', '2016-12-18T09:00[Asia/Tokyo]'])).stdout).not.toBe(first.stdout);
    expect(
      JSON.parse((await run(['digest', '--at', '2016-12-17T09:00[Asia/Tokyo]', '--as', 'json'])).stdout).cites
        .length,
    ).toBeGreaterThan(3);
  });

  it('says how it is used when it was not', async () => {
    for (const args of [
      [],
      ['--at', 'tomorrow'],
      ['--at', '2016-12-17T09:00[Asia/Tokyo]', '--since', 'x'],
      ['--nonsense'],
    ]) {
      const { status, stderr } = await run(['digest', ...args]);
      expect(status).toBe(2);
      expect(stderr).not.toContain('    at ');
    }
  });
});

describe('a word that is no verb', () => {
  it('is told the verbs', async () => {
    const { status, stderr } = await run(['fly']);
    expect(status).toBe(2);
    expect(stderr).toContain('say');
  });
});
