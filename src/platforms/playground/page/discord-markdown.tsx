/** Discord's markdown, parsed by the package that knows it; lists, which it does not know, and runs of quotes and small print are laid out here. */
import { parse } from 'discord-markdown-parser';
import { fullTime } from './time.ts';

type Node = {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly [key: string]: unknown;
};

export function Markdown({ text }: { text: string }) {
  return groups(text).map((group, index) => <Grouped key={index} group={group} />);
}

function Grouped({ group: { kind, lines } }: { group: Group }) {
  const inside = lines.map((line, index) => <Nodes key={index} nodes={parsed(line)} />);
  switch (kind) {
    case 'list':
      return (
        <ul>
          {inside.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case 'quote':
      return <blockquote>{lined(inside)}</blockquote>;
    case 'small':
      return <small>{lined(inside)}</small>;
    case 'text':
      return <Nodes nodes={parsed(lines.join('\n'))} />;
  }
}

/** Each on a line of its own. */
function lined(lines: readonly React.ReactNode[]) {
  return lines.map((line, index) => <div key={index}>{line}</div>);
}

function parsed(text: string): readonly Node[] {
  return parse(text, 'extended') as unknown as Node[];
}

function Nodes({ nodes }: { nodes: readonly Node[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <One key={`${index}`} node={node} />
      ))}
    </>
  );
}

function One({ node }: { node: Node }) {
  switch (node.type) {
    case 'text':
      return <>{String(node.content)}</>;
    case 'strong':
      return (
        <b>
          <Inside node={node} />
        </b>
      );
    case 'em':
      return (
        <em>
          <Inside node={node} />
        </em>
      );
    case 'underline':
      return (
        <u>
          <Inside node={node} />
        </u>
      );
    case 'strikethrough':
      return (
        <s>
          <Inside node={node} />
        </s>
      );
    case 'inlineCode':
      return <code>{String(node.content)}</code>;
    case 'codeBlock':
      return <pre>{String(node.content)}</pre>;
    case 'heading':
      return (
        <Heading level={Number(node.level ?? 1)}>
          <Inside node={node} />
        </Heading>
      );
    case 'subtext':
      return (
        <small>
          <Inside node={node} />
        </small>
      );
    case 'blockQuote':
      return (
        <blockquote>
          <Inside node={node} />
        </blockquote>
      );
    case 'timestamp':
      return <time className="discord-time">{fullTime(Number(node.timestamp) * 1000)}</time>;
    case 'user':
      return <span className="discord-mention">@{node.id === 'you' ? 'You' : String(node.id)}</span>;
    case 'br':
    case 'newline':
      return <br />;
    default:
      return <Inside node={node} />;
  }
}

/** Below the panel's own heading. Renderers begin with either of the two greater ones. */
function Heading({ level, children }: { level: number; children: React.ReactNode }) {
  const Tag = level < 3 ? 'h3' : 'h4';
  return <Tag className={`discord-h${level}`}>{children}</Tag>;
}

function Inside({ node }: { node: Node }) {
  return typeof node.content === 'string' ? node.content : <Nodes nodes={node.content ?? []} />;
}

type Group = { readonly kind: 'list' | 'quote' | 'small' | 'text'; readonly lines: string[] };

/** What a line begins with, where the package reads it wrongly in company. */
const MARKS = [
  { kind: 'list', mark: /^\s*[-*] (?=\S)/ },
  { kind: 'quote', mark: /^> / },
  { kind: 'small', mark: /^-# / },
] as const;
/** A line that goes on with the item before it. */
const CONTINUED = /^ {2,}\S/;

/** Runs of lines of one kind, without their marks. */
function groups(text: string): Group[] {
  const result: Group[] = [];
  for (const line of text.split('\n')) {
    const last = result.at(-1);
    const found = MARKS.find(({ mark }) => mark.test(line));
    const kind = found?.kind ?? 'text';
    const words = found === undefined ? line : line.replace(found.mark, '');
    if (last?.kind === 'list' && CONTINUED.test(line) && found === undefined) {
      last.lines.push(`${last.lines.pop()}\n${line.trim()}`);
    } else if (last?.kind === kind) last.lines.push(words);
    else result.push({ kind, lines: [words] });
  }
  return result;
}
