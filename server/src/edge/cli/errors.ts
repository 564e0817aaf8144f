/** What the user can mend: told without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
