import { parse } from 'discord-markdown-parser';

type Node = { readonly type: string; readonly content?: unknown; readonly [key: string]: unknown };

/** A text display as Discord's readers see it, by somebody else's parser. */
export function nodesOf(content: string): Node[] {
  return parse(content, 'extended') as Node[];
}

/** Every kind of node in it, nested ones too. */
export function kindsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => [
    node.type,
    ...(Array.isArray(node.content) ? kindsOf(node.content as Node[]) : []),
  ]);
}

/** What can be read of it. */
export function readable(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'br' || node.type === 'newline') return '\n';
      if (node.type === 'user') return String(node.id);
      if (node.type === 'twemoji') return String(node.name);
      if (node.type === 'timestamp') return '';
      const words = Array.isArray(node.content)
        ? readable(node.content as Node[])
        : typeof node.content === 'string'
          ? node.content
          : '';
      return ['heading', 'subtext', 'blockQuote'].includes(node.type) ? `${words}\n` : words;
    })
    .join('');
}
