import type { Control } from './vocabulary';

/** A place in a file. Offsets are absolute. */
export interface RoutePlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** What may refuse a request before the handler answers, or in it. */
export interface Guard extends RoutePlace {
  readonly kind: Control;
  /** What the source calls it. */
  readonly name: string;
}

/** One method of one path, as a client sees it. Plain data, in the same order at every door. */
export interface Route extends RoutePlace {
  /** Upper case; `*` for any. */
  readonly method: string;
  /** With the prefixes of all routers that it is below; what is not known is `…`. */
  readonly path: string;
  /** The library whose words register it. */
  readonly framework: string;
  readonly handler: (RoutePlace & { readonly name: string }) | undefined;
  /** In the order in which a request meets them. */
  readonly guards: readonly Guard[];
  /** Whether the way from an application to it is known. */
  readonly isAttached: boolean;
}
