import type { Tree } from 'web-tree-sitter';
import { type Columns, linkRows, NodeFlag, newColumns } from './tree';

/**
 * Fills the columns by the parser's public interface only. It is the truth that the memory reader is measured by, and
 * what is used when the memory reader does not know the parser's layout; it takes about as long as parsing.
 */
export function readWithCursor(tree: Tree): Columns {
  const columns = newColumns(tree.rootNode.descendantCount);
  const { kinds, starts, ends, parents, fields, flags } = columns;
  const cursor = tree.walk();
  let size = 0;
  let parent = -1;
  for (;;) {
    const n = size++;
    const node = cursor.currentNode;
    kinds[n] = node.typeId;
    starts[n] = node.startIndex;
    ends[n] = node.endIndex;
    parents[n] = parent;
    fields[n] = cursor.currentFieldId;
    flags[n] =
      (node.isNamed ? NodeFlag.Named : 0) |
      (node.isError ? NodeFlag.Error : 0) |
      (node.isMissing ? NodeFlag.Missing : 0) |
      (node.isExtra ? NodeFlag.Extra : 0) |
      (node.hasError ? NodeFlag.HasError : 0);
    if (cursor.gotoFirstChild()) {
      parent = n;
      continue;
    }
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) {
        cursor.delete();
        linkRows(columns);
        return columns;
      }
      parent = parents[parent];
    }
  }
}
