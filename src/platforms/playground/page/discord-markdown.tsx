/** Discord's markdown, parsed by the package that knows it; lists, which it does not know, are laid out here. */
import { parse } from 'discord-markdown-parser';
import { fullTime } from './time.ts';

type Node = {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly [key: string]: unknown;
};

export function Markdown({ text }: { text: string }) {
  return (
    <>
      {groups(text).map((group, index) =>
        group.kind === 'list' ? (
          <List key={`${index}`} items={group.lines} />
        ) : (
          <Nodes key={`${index}`} nodes={parse(group.lines.join('\n'), 'extended') as unknown as Node[]} />
        ),
      )}
    </>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item, index) => (
        <li key={`${index}`}>
          <Nodes nodes={parse(item, 'extended') as unknown as Node[]} />
        </li>
      ))}
    </ul>
  );
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
      // The page has headings of its own: a message's are told to a screen reader as such, one level below them.
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

/** Two levels below the page's own headings. */
function Heading({ level, children }: { level: number; children: React.ReactNode }) {
  const Tag = (['h3', 'h4', 'h5'] as const)[level - 1] ?? 'h5';
  return <Tag className={`discord-h${level}`}>{children}</Tag>;
}

function Inside({ node }: { node: Node }) {
  return typeof node.content === 'string' ? node.content : <Nodes nodes={node.content ?? []} />;
}

type Group = { readonly kind: 'list' | 'text'; readonly lines: string[] };

const ITEM = /^\s*[-*] (?=\S)/;
/** A line that goes on with the item before it. */
const CONTINUED = /^ {2,}\S/;

/** Runs of list items, with the lines that continue them, and the text between. */
function groups(text: string): Group[] {
  const result: Group[] = [];
  for (const line of text.split('\n')) {
    const last = result.at(-1);
    if (ITEM.test(line)) {
      const item = line.replace(ITEM, '');
      if (last?.kind === 'list') last.lines.push(item);
      else result.push({ kind: 'list', lines: [item] });
    } else if (last?.kind === 'list' && CONTINUED.test(line)) {
      last.lines.push(`${last.lines.pop()}\n${line.trim()}`);
    } else if (last?.kind === 'text') last.lines.push(line);
    else result.push({ kind: 'text', lines: [line] });
  }
  return result;
}
