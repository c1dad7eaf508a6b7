import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  Mrkdwn,
  RichElement,
  RichPart,
  SlackBlock,
  SlackBody,
} from '../../../src/platforms/slack/blocks.ts';
import { ACTION_ID } from '../../../src/platforms/slack/controls.ts';
import { renderSlack, renderSlackHome } from '../../../src/platforms/slack/render.ts';
import { oneLine } from '../../../src/reply/clean.ts';
import { readControl } from '../../../src/reply/control.ts';
import type { Pages } from '../../../src/reply/pages.ts';
import { plainChoice } from '../../../src/reply/plain.ts';
import type { Block } from '../../../src/reply/reply.ts';
import { en } from '../../../src/show/messages/en.ts';
import { runs } from '../../kit/runs.ts';
import * as some from '../../reply/replies.ts';
import { validateSlackMessage, validateSlackView } from '../../servers/slack/validate.ts';
import { marksOf, readMrkdwn, undoTwins } from './mrkdwn.ts';

const MOST_EXAMPLES = 60;
const asker = { briefing: 'kuril', words: 'person newsham', audience: 'asker', say: en } as const;

describe('a reply on Slack', () => {
  test('is always something that Slack takes', () => {
    fc.assert(
      fc.property(some.reply, some.rendering, (reply, rendering) => {
        for (const body of renderSlack(reply, rendering).pages)
          expect(validateSlackMessage(body)).toEqual([]);
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test('loses no word over its pages, neither in the blocks nor in the text for notifications', () => {
    fc.assert(
      fc.property(some.reply, some.rendering, (reply, rendering) => {
        const pages = renderSlack(reply, rendering);
        expect(some.firstLost(some.wordsOf(reply), readableOf(pages))).toBeUndefined();
        const texts = pages.pages.map(({ text }) =>
          undoTwins(text.replace(/(?:^|\n\n)Page \d+ of \d+$/u, '')),
        );
        expect(some.firstLost(some.wordsOf(reply), texts.join('\n'))).toBeUndefined();
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test('never makes markup, a link, an emoji or a mention of what somebody typed', () => {
    fc.assert(
      fc.property(some.typedReply, some.rendering, (reply, rendering) => {
        for (const body of renderSlack(reply, rendering).pages) {
          expect(marksOf(body.text)).toEqual([]);
          for (const block of body.blocks) {
            for (const text of mrkdwnOf(block)) {
              // Our own: a fact's label in bold, above its value.
              const label = /^\*([^*\n]*)\*(?=\n|$)/u;
              expect(marksOf(text.replace(label, '$1'))).toEqual([]);
            }
            for (const element of richOf(block)) expect(element.type).toBe('text');
          }
        }
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test.each(some.FRAGMENTS)('shows %j letter by letter in columns and small print too', (fragment) => {
    const instant = { instant: 1_481_932_800_000, zone: 'Asia/Tokyo' };
    const blocks: Block[] = [
      {
        kind: 'facts',
        facts: [
          { label: 'Side', value: [fragment] },
          { label: 'Next', value: [instant] },
        ],
      },
      {
        kind: 'facts',
        facts: [
          { label: `x${fragment}`, value: ['y'] },
          { label: 'Next', value: [instant] },
        ],
      },
      { kind: 'note', text: [fragment, ' ', instant] },
    ];
    for (const body of renderSlack({ outcome: 'answered', shareable: false, blocks }, asker).pages) {
      for (const text of body.blocks.flatMap(mrkdwnOf)) {
        const typed = text
          .replace(/^\*([^*\n]*)\*(?=\n|$)/u, '$1')
          .replace(/<!date\^1481932800\^[^>]*>/u, '');
        expect(marksOf(typed)).toEqual([]);
      }
    }
  });

  test('leaves no empty row where a long value is cut just before a span without words', () => {
    const facts = [{ label: 'Side', value: [{ bold: '' }, 'a'.repeat(2_418), { italic: '' }, { bold: '' }] }];
    for (let more = 0; more < 90; more += 1) {
      const [fact] = facts;
      const value = ['a'.repeat(more), ...(fact?.value ?? [])];
      const blocks: Block[] = [{ kind: 'facts', facts: [{ label: 'Side', value }] }];
      for (const body of renderSlack({ outcome: 'answered', shareable: false, blocks }, asker).pages)
        expect(validateSlackMessage(body)).toEqual([]);
    }
  });

  test('sets sides that are held against each other beside each other, however much they say', () => {
    const sides = ['Japan', 'Russia'].map((label) => ({
      label,
      value: [`${'says much '.repeat(60)}and ends`],
    }));
    const facts = (more: object): Block => ({ kind: 'facts', facts: sides, ...more });
    const typesOf = (block: Block) =>
      renderSlack({ outcome: 'answered', shareable: false, blocks: [block] }, asker)
        .pages.flatMap(({ blocks }) => blocks)
        .map((each) => (each.type === 'section' ? each.fields.length : each.type));
    expect(typesOf(facts({ sideBySide: true }))[0]).toBe(2);
    expect(typesOf(facts({}))[0]).toBe('rich_text');
  });

  test('pings nobody', () => {
    const blocks = [
      { kind: 'text', text: [{ user: 'U012ABCDEF' }, { user: '!channel' }, { user: 'everyone' }] },
    ] as const;
    const [body] = renderSlack({ outcome: 'answered', shareable: false, blocks }, asker).pages;
    expect(JSON.stringify(body)).not.toMatch(/"user"|<@/u);
  });

  test('lets every choice be pressed, or says what to type', () => {
    fc.assert(
      fc.property(some.reply, some.rendering, (reply, rendering) => {
        const pages = renderSlack(reply, rendering);
        const pressed = new Set(
          controlsOf(pages).flatMap(({ value }) => {
            const read = readControl(value);
            return read.kind === 'control' && read.control.action.kind === 'say' ? [read.control.words] : [];
          }),
        );
        const shown = some.squeeze(readableOf(pages));
        const labelled = `${shown}${some.squeeze(
          controlsOf(pages)
            .map(({ label }) => label)
            .join('\n'),
        )}`;
        for (const choice of some.choicesOf(reply)) {
          const there =
            pressed.has(choice.says.toWellFormed()) || shown.includes(some.squeeze(plainChoice(choice, en)));
          expect(there, choice.says).toBe(true);
          expect(labelled).toContain(some.squeeze(oneLine(choice.label)));
        }
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test('leads from each page to its neighbours, or says that all are sent at once', () => {
    fc.assert(
      fc.property(some.reply, some.rendering, (reply, rendering) => {
        const { pages, paging } = renderSlack(reply, rendering);
        for (const { actionId } of controlsOf({ pages, paging })) expect(actionId).toMatch(ACTION_ID);
        if (pages.length === 1) return;
        for (const [index, body] of pages.entries()) {
          expect(body.text).toContain(`Page ${index + 1} of ${pages.length}`);
          const turns = controlsOf({ pages: [body], paging }).flatMap(({ value }) => {
            const read = readControl(value);
            return read.kind === 'control' && read.control.action.kind === 'page' ? [read.control] : [];
          });
          const neighbours = [index, index + 2].filter((page) => page >= 1 && page <= pages.length);
          expect(turns.map(({ action }) => (action.kind === 'page' ? action.page : 0))).toEqual(
            paging === 'controls' ? neighbours : [],
          );
          for (const turn of turns) expect(turn.words).toBe(rendering.words.toWellFormed());
        }
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });
});

describe('the App Home', () => {
  test('stays under 250 KB, and says that there is more', () => {
    const text = ['北'.repeat(2300)];
    const blocks = Array(90).fill({ kind: 'text', text }) as Block[];
    const home = renderSlackHome(
      [{ reply: { outcome: 'answered', shareable: false, blocks }, rendering: asker }],
      en,
    );
    expect(validateSlackView({ type: 'home', blocks: home })).toEqual([]);
    expect(JSON.stringify(home.at(-1))).toContain('more than fits');
  });

  test('is always something that Slack takes, whatever stands on it', () => {
    const several = fc.array(fc.record({ reply: some.reply, rendering: some.rendering }), { maxLength: 6 });
    fc.assert(
      fc.property(several, (replies) => {
        expect(validateSlackView({ type: 'home', blocks: renderSlackHome(replies, en) })).toEqual([]);
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });
});

function readableOf(pages: Pages<SlackBody>): string {
  return pages.pages
    .flatMap(({ blocks }) => blocks.map(readable))
    .filter((words) => !FURNITURE.some((form) => form.test(words)))
    .join('\n');
}

const FURNITURE = [
  /^Page \d+ of \d+$/u,
  new RegExp(`^(?:${en.rendering.shareByMention}|${en.rendering.emptyReply})$`, 'u'),
];

function readable(block: SlackBlock): string {
  if (block.type === 'header') return block.text.text;
  if (block.type === 'context') {
    return block.elements
      .map((each) => (each.type === 'mrkdwn' ? readMrkdwn(each.text) : each.text))
      .join('\n');
  }
  if (block.type === 'section') return block.fields.map((each) => readMrkdwn(each.text)).join('\n');
  return richOf(block)
    .map((each) => (each.type === 'text' ? each.text : ''))
    .join('');
}

function mrkdwnOf(block: SlackBlock): string[] {
  const texts: readonly { type: string }[] =
    block.type === 'section' ? block.fields : block.type === 'context' ? block.elements : [];
  return texts.flatMap((each) => (each.type === 'mrkdwn' ? [(each as Mrkdwn).text] : []));
}

function richOf(block: SlackBlock): RichElement[] {
  return block.type === 'rich_text' ? block.elements.flatMap(elementsOf) : [];
}

function elementsOf(part: RichPart): readonly RichElement[] {
  return part.type === 'rich_text_list'
    ? part.elements.flatMap((section) => section.elements)
    : part.elements;
}

type Control = { readonly actionId: string; readonly value: string; readonly label: string };

function controlsOf(pages: Pages<SlackBody>): Control[] {
  return pages.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.type !== 'actions') return [];
      return block.elements.flatMap((each): Control[] => {
        const actionId = each.action_id;
        if (each.type === 'button') return [{ actionId, value: each.value, label: each.text.text }];
        return each.options.map(({ value, text, description }) => ({
          actionId,
          value,
          label: `${text.text}\n${description?.text ?? ''}`,
        }));
      });
    }),
  );
}
