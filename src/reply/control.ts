/**
 * The id that a button or a menu's option carries. It holds all that pressing it means, so that nothing is kept
 * in memory: it works after a restart, on another replica, and years later.
 *
 * Form: `1|BRIEFING|ACTION|WORDS`, where ACTION is `say`, `share`, `take back`, or `page N`, written `s`, `h`, `b`, `pN`, with an
 * optional `.K` that only keeps two controls of one message apart. The leading `1` is the version of the form.
 */
export type Control = {
  readonly briefing: string;
  /** The words that the control stands for, as typed after the command. */
  readonly words: string;
  readonly action: ControlAction;
};

export type ControlAction =
  | { readonly kind: 'say' }
  /** Post the answer for the whole channel to see. */
  | { readonly kind: 'share' }
  /** Take away what was shared; `words` is who shared it, by the platform's own id. */
  | { readonly kind: 'take-back' }
  /** The same answer from its page `page` on, counted from 1. */
  | { readonly kind: 'page'; readonly page: number };

export type ReadControl =
  | { readonly kind: 'control'; readonly control: Control }
  | { readonly kind: 'unknown' };

const VERSION = '1';
const FORM = /^1\|([a-z0-9-]{1,32})\|(s|h|b|p([1-9][0-9]{0,3}))(?:\.[0-9]{1,3})?\|([\s\S]*)$/u;

/** The id of a control; `apart` tells it from others of the same meaning in one message. */
export function controlId(control: Control, apart?: number): string {
  const suffix = apart === undefined ? '' : `.${apart}`;
  return `${VERSION}|${control.briefing}|${actionMark(control.action)}${suffix}|${control.words}`;
}

/** Reads an id back. Anything that is not one of ours, or of a later form, is `unknown`: never an exception. */
export function readControl(id: string): ReadControl {
  const found = FORM.exec(id);
  if (found === null) return { kind: 'unknown' };
  const [, briefing = '', mark = '', page, words = ''] = found;
  return { kind: 'control', control: { briefing, words, action: readAction(mark, page) } };
}

function actionMark(action: ControlAction): string {
  if (action.kind === 'page') return `p${action.page}`;
  return MARKS[action.kind];
}

function readAction(mark: string, page: string | undefined): ControlAction {
  if (page !== undefined) return { kind: 'page', page: Number(page) };
  const kind = (Object.keys(MARKS) as (keyof typeof MARKS)[]).find((one) => MARKS[one] === mark);
  return { kind: kind ?? 'say' };
}

const MARKS = { say: 's', share: 'h', 'take-back': 'b' } as const;
