import { PAGE } from '../../page-model';

/** What the function is called that the code of a page becomes; no page calls anything so. */
export const BODY = '$template';
export const WRITE = `require("${PAGE}").write`;
export const INCLUDE = `require("${PAGE}").include`;

export function opening(): string {
  return `function ${BODY}($variables) {\n`;
}

export function closing(): string {
  return '\n}\n';
}
