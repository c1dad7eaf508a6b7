/** The source: every paragraph with its state, and the words that the item in hand rests on. */
import { memo, useCallback, useEffect, useRef } from 'react';
import type { Cite, ReviewItem, ReviewParagraph, Sheet } from './connection.ts';

type Props = {
  readonly sheet: Sheet;
  readonly item: ReviewItem | undefined;
  /** The paragraph in hand, where no item is. */
  readonly cite: Cite | undefined;
  readonly act: (what: 'add' | 'skip' | 'unskip', cite: Cite) => void;
};

const STATES = { used: 'Used', skipped: 'Skipped', unused: 'Nothing rests on it' };

export function Source({ sheet, item, cite, act }: Props) {
  const box = useRef<HTMLElement>(null);
  const at = item?.from ?? item?.cites[0] ?? cite;
  const latest = useRef(act);
  latest.current = act;
  const stable = useCallback<Props['act']>((what, here) => latest.current(what, here), []);

  useEffect(() => {
    if (at === undefined) return;
    const paragraph = box.current?.querySelector<HTMLElement>(
      `[data-paragraph="${at.source}:${at.paragraph}"]`,
    );
    const column = box.current;
    if (paragraph && column)
      column.scrollTo({ top: paragraph.offsetTop - column.offsetTop - column.clientHeight / 3 });
  }, [at]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className="desk-column source" aria-label="Source" ref={box} tabIndex={0}>
      {sheet.sources.map((source) => (
        <div key={source.id}>
          <h2>{source.name}</h2>
          {source.paragraphs.every(({ text }) => text === undefined) && (
            <p className="hint">
              Its text may not lie in the briefing’s folder. Open the desk with --source FILE to see it here.
            </p>
          )}
          <ol>
            {source.paragraphs.map((paragraph) => {
              const here = { source: source.id, paragraph: paragraph.number };
              const isCited = (one: Cite) => one.source === here.source && one.paragraph === here.paragraph;
              const isInHand =
                item === undefined ? cite !== undefined && isCited(cite) : item.cites.some(isCited);
              return (
                <Paragraph
                  key={paragraph.number}
                  source={source.id}
                  paragraph={paragraph}
                  inHand={isInHand}
                  span={item?.from && isCited(item.from) ? item.from : undefined}
                  act={stable}
                />
              );
            })}
          </ol>
        </div>
      ))}
    </section>
  );
}

type ParagraphProps = {
  readonly source: string;
  readonly paragraph: ReviewParagraph;
  readonly inHand: boolean;
  readonly span: Span | undefined;
  readonly act: Props['act'];
};

/** Drawn again only where something of it differs: a source has thousands, and each edit brings all of them anew. */
const Paragraph = memo(
  ({ source, paragraph, inHand, span, act }: ParagraphProps) => {
    const here = { source, paragraph: paragraph.number };
    return (
      <li
        value={paragraph.number}
        data-paragraph={`${source}:${paragraph.number}`}
        className={`paragraph ${paragraph.state}${inHand ? ' in-hand' : ''}`}
      >
        <p>
          <Words paragraph={paragraph} span={span} />
        </p>
        <p className="state-line">
          <span className="badge">¶ {paragraph.number}</span> {STATES[paragraph.state]}
          {paragraph.why === undefined ? '' : `: ${paragraph.why}`}{' '}
          <button type="button" className="link" onClick={() => act('add', here)}>
            New item<span className="unseen"> on paragraph {paragraph.number}</span>
          </button>{' '}
          <button
            type="button"
            className="link"
            onClick={() => act(paragraph.state === 'skipped' ? 'unskip' : 'skip', here)}
          >
            {paragraph.state === 'skipped' ? 'Take it back' : 'Skip'}
            <span className="unseen"> paragraph {paragraph.number}</span>
          </button>
        </p>
      </li>
    );
  },
  (one, other) =>
    one.source === other.source &&
    one.inHand === other.inHand &&
    one.span?.start === other.span?.start &&
    one.span?.end === other.span?.end &&
    one.paragraph.text === other.paragraph.text &&
    one.paragraph.state === other.paragraph.state &&
    one.paragraph.why === other.paragraph.why,
);

type Span = { readonly start: number; readonly end: number };

function Words({ paragraph: { text }, span }: { paragraph: ReviewParagraph; span: Span | undefined }) {
  if (text === undefined)
    return span ? (
      <i>
        Characters {span.start + 1} to {span.end}
      </i>
    ) : (
      <i>Not at hand</i>
    );
  if (span === undefined) return text;
  return (
    <>
      {text.slice(0, span.start)}
      <mark>{text.slice(span.start, span.end)}</mark>
      {text.slice(span.end)}
    </>
  );
}
