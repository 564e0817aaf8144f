/** Java names types, not files: where a type is declared, the workspace's classes tell by their qualified names. */
export function resolveImport(): string | undefined {
  return undefined;
}
