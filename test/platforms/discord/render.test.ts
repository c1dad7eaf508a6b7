import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Container, DiscordBody, Inner } from '../../../src/platforms/discord/components.ts';
import { ephemeral } from '../../../src/platforms/discord/components.ts';
import { escapeMarkdown } from '../../../src/platforms/discord/escape.ts';
import { renderDiscord } from '../../../src/platforms/discord/render.ts';
import { oneLine } from '../../../src/reply/clean.ts';
import { readControl } from '../../../src/reply/control.ts';
import type { Pages } from '../../../src/reply/pages.ts';
import { plainChoice } from '../../../src/reply/plain.ts';
import { en } from '../../../src/show/messages/en.ts';
import { runs } from '../../kit/runs.ts';
import * as some from '../../reply/replies.ts';
import { validateDiscordMessage } from '../../servers/discord/validate.ts';
import { kindsOf, nodesOf, readable } from './markdown.ts';

const MOST_EXAMPLES = 60;
const asker = { briefing: 'kuril', words: 'person newsham', audience: 'asker', say: en } as const;

describe('a reply on Discord', () => {
  test('is always something that Discord takes, seen by one or by all', () => {
    fc.assert(
      fc.property(some.reply, some.rendering, (reply, rendering) => {
        for (const body of renderDiscord(reply, rendering).pages) {
          expect(validateDiscordMessage(body)).toEqual([]);
          expect(validateDiscordMessage(ephemeral(body))).toEqual([]);
        }
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test('loses no word over its pages', () => {
    fc.assert(
      fc.property(some.reply, some.rendering, (reply, rendering) => {
        const shown = readableOf(renderDiscord(reply, rendering));
        expect(some.firstLost(some.wordsOf(reply), shown)).toBeUndefined();
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test('never makes markup, a link or a mention of what somebody typed', () => {
    const ours = new Set(['text', 'twemoji', 'br', 'newline', 'heading', 'subtext', 'blockQuote', 'strong']);
    fc.assert(
      fc.property(some.typedReply, some.rendering, (reply, rendering) => {
        for (const content of contentsOf(renderDiscord(reply, rendering))) {
          const kinds = kindsOf(nodesOf(content));
          expect(kinds.filter((kind) => !ours.has(kind))).toEqual([]);
          expect(content).not.toMatch(/@(?:everyone|here)/iu);
        }
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test('starts no list, heading, quote or small print where somebody typed one', () => {
    fc.assert(
      fc.property(some.anyText, some.anyText, (first, second) => {
        const reply = {
          outcome: 'answered',
          shareable: false,
          blocks: [{ kind: 'text', text: [first, second] }],
        };
        for (const content of ownContentsOf(renderDiscord(reply as never, asker))) {
          expect(content).not.toMatch(/^[^\S\n]*(?:[-*+>#]|-#|\d+[.)]\s)/mu);
        }
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test('lets every choice be pressed, or says what to type', () => {
    fc.assert(
      fc.property(some.reply, some.rendering, (reply, rendering) => {
        const pages = renderDiscord(reply, rendering);
        const pressed = new Set(
          controlsOf(pages).flatMap((id) => {
            const read = readControl(id);
            return read.kind === 'control' && read.control.action.kind === 'say' ? [read.control.words] : [];
          }),
        );
        const shown = some.squeeze(readableOf(pages));
        for (const choice of some.choicesOf(reply)) {
          const there =
            pressed.has(choice.says.toWellFormed()) || shown.includes(some.squeeze(plainChoice(choice, en)));
          expect(there, choice.says).toBe(true);
          expect(some.squeeze(`${shown}${labelsOf(pages)}`)).toContain(some.squeeze(oneLine(choice.label)));
        }
      }),
      { numRuns: runs(MOST_EXAMPLES) },
    );
  });

  test('leads from each page to its neighbours, or says that all are sent at once', () => {
    fc.assert(
      fc.property(some.reply, some.rendering, (reply, rendering) => {
        const { pages, paging } = renderDiscord(reply, rendering);
        if (pages.length === 1) return;
        for (const [index, body] of pages.entries()) {
          expect(contentsOf({ pages: [body], paging })).toContain(`-# Page ${index + 1} of ${pages.length}`);
          const turns = controlsOf({ pages: [body], paging }).flatMap((id) => {
            const read = readControl(id);
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

describe('what is typed', () => {
  test('reads on Discord as it was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...some.FRAGMENTS)), (parts) => {
        const typed = oneLine(parts.join(''));
        expect(some.squeeze(readable(nodesOf(escapeMarkdown(typed))))).toBe(some.squeeze(typed));
      }),
    );
  });

  test('of an ordinary kind is left alone', () => {
    expect(escapeMarkdown("Abe's visit, 15-16 December: 68 deals; $1 billion")).toBe(
      "Abe's visit, 15-16 December: 68 deals; $1 billion",
    );
  });
});

function contentsOf(pages: Pages<DiscordBody>): string[] {
  return innersOf(pages).flatMap((inner) => (inner.type === 10 ? [inner.content] : []));
}

/** What is read of the reply itself: bullets, page numbers and hints aside. */
function readableOf(pages: Pages<DiscordBody>): string {
  return ownContentsOf(pages)
    .map((content) => readable(nodesOf(content.replace(/^- /gmu, ''))))
    .join('\n');
}

function ownContentsOf(pages: Pages<DiscordBody>): string[] {
  const furniture = [
    /^-# Page \d+ of \d+$/u,
    new RegExp(`^-# (?:${en.rendering.shareByMention}|${en.rendering.emptyReply})$`, 'u'),
  ];
  return contentsOf(pages).filter((content) => !furniture.some((form) => form.test(content)));
}

function innersOf(pages: Pages<DiscordBody>): Inner[] {
  return pages.pages.flatMap((body) =>
    body.components.flatMap((top) => (top.type === 17 ? (top as Container).components : [top])),
  );
}

function controlsOf(pages: Pages<DiscordBody>): string[] {
  return elementsOf(pages).flatMap((each) =>
    each.type === 2 ? [each.custom_id] : each.options.map(({ value }) => value),
  );
}

function labelsOf(pages: Pages<DiscordBody>): string {
  return elementsOf(pages)
    .flatMap((each) => (each.type === 2 ? [each.label] : each.options.map(({ label }) => label)))
    .join('\n');
}

function elementsOf(pages: Pages<DiscordBody>) {
  return innersOf(pages).flatMap((inner) => (inner.type === 1 ? inner.components : []));
}
