/** The one input, as in a chat: completion as on Discord, history with the up arrow. */
import { useEffect, useId, useRef, useState } from 'react';
import { type Asked, type BriefingCard, type Completion, complete } from './connection.ts';

type Props = {
  readonly briefings: readonly BriefingCard[];
  readonly submit: (line: string) => Promise<Asked>;
  /** Why the last line did not arrive; empty where it did. */
  readonly problem: string;
};

/** Long enough not to ask for every letter, short enough not to be felt. */
const PAUSE_MS = 40;
const MOST_TYPED = 4_000;
const MOST_ROWS = 6;
/** What browsers give as the key's code while an input method has the key. */
const COMPOSING = 229;

export function Composer({ briefings, submit, problem }: Props) {
  const [line, setLine] = useState('');
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const history = useHistory();
  const offers = useCompletions(line, briefings, open);
  const input = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const shown = open && offers.length > 0;

  const type = (words: string, opens: boolean) => {
    setLine(words);
    setActive(-1);
    setOpen(opens);
  };
  const accept = (offer: Completion) => {
    type(offer.says, false);
    input.current?.focus();
  };
  const send = async () => {
    if (line.trim() === '') return;
    history.add(line);
    type('', false);
    const asked = await submit(line);
    // A line that did not arrive comes back, unless the next one is being typed: then the up arrow has it.
    if (asked.kind === 'failed') setLine((typed) => (typed === '' ? line : typed));
  };

  const keyed = (event: React.KeyboardEvent) => {
    // The Enter that ends a composition is the input method's; Safari tells it only by this code, after the composition.
    if (event.nativeEvent.isComposing || event.keyCode === COMPOSING) return;
    const severalLines = line.includes('\n');
    const chosen = shown ? offers[active] : undefined;
    const actions: Record<string, (() => void) | undefined> = {
      Enter: event.shiftKey ? undefined : () => (chosen === undefined ? void send() : accept(chosen)),
      Escape: shown ? () => setOpen(false) : undefined,
      Tab: shown && !event.shiftKey ? () => accept(offers[Math.max(active, 0)] as Completion) : undefined,
      ArrowDown: shown
        ? () => setActive((active + 1) % offers.length)
        : severalLines
          ? undefined
          : () => type(history.later(), false),
      ArrowUp:
        shown && active >= 0
          ? () => setActive(active === 0 ? offers.length - 1 : active - 1)
          : severalLines
            ? undefined
            : () => type(history.earlier(line), false),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  return (
    <form
      className="composer"
      aria-label="Write to the bot"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {shown && (
        <div className="offers" id={list} role="listbox" aria-label="Completions">
          {offers.map((offer, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
            <div
              key={offer.says}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => accept(offer)}
            >
              <code>{offer.says}</code>
              <span>{offer.label}</span>
            </div>
          ))}
        </div>
      )}
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <textarea
        ref={input}
        value={line}
        rows={Math.min(line.split('\n').length, MOST_ROWS)}
        maxLength={MOST_TYPED}
        // biome-ignore lint/a11y/noAutofocus: the page is one input; a person comes to type
        autoFocus
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder(briefings)}
        aria-label="Message"
        aria-haspopup="listbox"
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        onChange={(event) => type(event.target.value, true)}
        onKeyDown={keyed}
        onBlur={() => setOpen(false)}
      />
      <button type="submit">Send</button>
    </form>
  );
}

function placeholder(briefings: readonly BriefingCard[]): string {
  const command = briefings[0]?.command ?? 'help';
  return `/${command}, a question, or @Attaché and a question`;
}

/** What may complete the line: a command's name after the slash, then what the bot knows. */
function useCompletions(
  line: string,
  briefings: readonly BriefingCard[],
  wanted: boolean,
): readonly Completion[] {
  const [offers, setOffers] = useState<readonly Completion[]>([]);
  useEffect(() => {
    const found = /^\/([a-z0-9-]*)(\s[\s\S]*)?$/i.exec(line);
    if (!wanted || found === null) return setOffers([]);
    const [, command = '', rest] = found;
    if (rest === undefined) {
      const begun = briefings.filter((card) => card.command.startsWith(command.toLowerCase()));
      return setOffers(begun.map((card) => ({ label: card.about, says: `/${card.command} ` })));
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const completions = await complete(line, stop.signal);
      if (stop.signal.aborted) return;
      setOffers(completions.map(({ label, says }) => ({ label, says: `/${command} ${says}` })));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [line, briefings, wanted]);
  return offers;
}

/** What was sent before, newest last; `at` walks through it. */
function useHistory() {
  const state = useRef<{ lines: string[]; at: number; draft: string }>({ lines: [], at: 0, draft: '' });
  return {
    add(line: string) {
      const { lines } = state.current;
      if (lines.at(-1) !== line) lines.push(line);
      state.current = { lines, at: lines.length, draft: '' };
    },
    earlier(current: string): string {
      const now = state.current;
      if (now.at === now.lines.length) now.draft = current;
      now.at = Math.max(0, now.at - 1);
      return now.lines[now.at] ?? current;
    },
    later(): string {
      const now = state.current;
      now.at = Math.min(now.lines.length, now.at + 1);
      return now.lines[now.at] ?? now.draft;
    },
  };
}
