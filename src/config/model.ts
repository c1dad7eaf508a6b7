/** A language model of the operator's own, which may choose among a briefing's items. */
import type { Reader } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';

export type ModelSettings = {
  /** Where its server is, up to what stands before `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** A secret: it goes to that server and nowhere else. */
  readonly key?: string;
};

/** ASK_MODEL_URL, ASK_MODEL and ASK_MODEL_KEY; undefined where none is set. */
export function readModel(read: Reader, faults: string[], say: Messages): ModelSettings | undefined {
  const url = read.url('ASK_MODEL_URL', ['http:', 'https:']);
  const [model, key] = [read.text('ASK_MODEL'), read.text('ASK_MODEL_KEY')];
  if (url !== undefined && model !== undefined)
    return { url: withoutEnding(url), model, ...(key !== undefined && { key }) };
  if (read.text('ASK_MODEL_URL') === undefined && (model ?? key) !== undefined)
    faults.push(say.settings.noModelUrl);
  if (url !== undefined) faults.push(say.settings.noModel);
  return undefined;
}

function withoutEnding(url: string): string {
  return url.replace(/\/+$/u, '').replace(/\/chat\/completions$/u, '');
}
