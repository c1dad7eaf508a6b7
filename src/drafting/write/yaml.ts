/** Plain values as YAML that a person would write: an item a block, short lists and spans on one line. */
import { Document, isCollection, isMap, isScalar, visit } from 'yaml';

/** Pure. `comment` is the first line of the file. */
export function yamlOf(value: unknown, comment: string): string {
  const document = new Document(value);
  visit(document, {
    Collection: (_, node, path) => {
      if (path.length < 3 && !isShort(node)) return;
      if (isShort(node) && path.length > 1) node.flow = true;
    },
  });
  document.commentBefore = ` ${comment}`;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Of scalars alone, and not long together: `[3, 4]`, `{ paragraph: 3, start: 0, end: 58 }`. */
function isShort(node: unknown): boolean {
  if (!isCollection(node)) return false;
  const parts = node.items.flatMap((item) =>
    isMap(node) ? [(item as { key: unknown }).key, (item as { value: unknown }).value] : [item],
  );
  const scalars = parts.every((part) => isScalar(part));
  return (
    scalars &&
    parts.reduce((sum: number, part) => sum + String((part as { value: unknown }).value).length + 2, 0) < 90
  );
}
