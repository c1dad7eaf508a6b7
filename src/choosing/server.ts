/** Asks a server that speaks the OpenAI chat-completions protocol: Ollama, vLLM, llama.cpp, a gateway. */
import { z } from 'zod';
import type { ModelSettings } from '../config/model.ts';
import type { Choice, Choosing } from '../ports/chooser.ts';
import { MOST_CHOSEN, requestFor } from './prompt.ts';

/** A choice is a few bytes; what is longer than this is none. */
const MOST_BYTES = 65_536;

const completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
});
const chosen = z.strictObject({ items: z.array(z.int()).max(MOST_CHOSEN) });

/**
 * One question, one request. Never throws: whatever is not a choice is a silence with its kind, and no word of what the
 * server said goes any further.
 */
export async function askServer(
  { url, model, key }: ModelSettings,
  choosing: Choosing,
  signal: AbortSignal,
): Promise<Choice> {
  try {
    const response = await fetch(`${url.replace(/\/+$/u, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(requestFor(model, choosing)),
      // Elsewhere the question would go where nobody said that it may.
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'silent', why: 'failed' };
    }
    const text = await shortTextOf(response);
    return text === undefined ? { kind: 'silent', why: 'wrong' } : choiceIn(text, choosing.items.length);
  } catch {
    return { kind: 'silent', why: signal.aborted ? 'late' : 'failed' };
  }
}

/** Undefined where it is longer than any choice; the rest is not waited for. */
async function shortTextOf(response: Response): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Numbers of items that there are, each once; everything else is no choice. */
export function choiceIn(text: string, count: number): Choice {
  const wrong: Choice = { kind: 'silent', why: 'wrong' };
  const whole = completion.safeParse(parsed(text));
  const [answer] = whole.data?.choices ?? [];
  if (answer === undefined || answer.finish_reason === 'length') return wrong;
  const read = chosen.safeParse(parsed(answer.message.content));
  if (!read.success) return wrong;
  const places = read.data.items.map((number) => number - 1);
  if (places.length === 0) return { kind: 'none' };
  if (new Set(places).size < places.length || places.some((at) => at < 0 || at >= count)) return wrong;
  return { kind: 'chosen', places };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
