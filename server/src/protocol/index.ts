/**
 * The messages that this client and server exchange beside the standard protocol. The only server file that the client
 * imports, so it depends on nothing: a method is its name plus the types that travel under it.
 */
export interface Request<Params, Result> {
  readonly method: string;
  /** Never set: carries the types for the compiler only. */
  readonly types?: { readonly params: Params; readonly result: Result };
}

export interface Notification<Params> {
  readonly method: string;
  /** Never set: carries the types for the compiler only. */
  readonly types?: { readonly params: Params };
}

/** Positions as in the language server protocol: zero-based, characters in UTF-16 units. */
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface ProtocolTextEdit {
  readonly range: ProtocolRange;
  readonly newText: string;
}

/** The part of the protocol's WorkspaceEdit that this server uses. */
export interface ProtocolWorkspaceEdit {
  readonly changes: Record<string, ProtocolTextEdit[]>;
}

/** What the client tells the server once, at `initialize`. */
export interface InitializationOptions {
  /** In an untrusted workspace nothing that a workspace file says may hide a finding. */
  readonly trusted: boolean;
  /** A folder where the server may keep its cache. */
  readonly storagePath: string | undefined;
}

export interface SkippedFile {
  readonly uri: string;
  readonly reason: string;
}

export interface ScanResult {
  readonly files: number;
  readonly findings: number;
  readonly skipped: readonly SkippedFile[];
  readonly ms: number;
}

export type ServerState = 'starting' | 'ready' | 'scanning' | 'error';

export interface StatusParams {
  readonly state: ServerState;
  readonly findings?: number;
  readonly files?: number;
  readonly message?: string;
}

export interface SuppressParams {
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly ruleId: string;
  readonly reason: string;
}

export interface TrustParams {
  readonly trusted: boolean;
}

export interface RouteGuard {
  /** `authentication`, `authorization`, `csrf`, `validation`, `rate-limit`, `body-limit`, or `public` for open on purpose. */
  readonly kind: string;
  readonly name: string;
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** One method of one path, with what guards it in the order in which a request meets it. */
export interface RouteInfo {
  /** Upper case; `*` for any. */
  readonly method: string;
  readonly path: string;
  /** Where it is registered. */
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly handler: { readonly name: string; readonly uri: string; readonly range: ProtocolRange } | undefined;
  readonly guards: readonly RouteGuard[];
  /** Whether the way from an application to it is known. */
  readonly isMounted: boolean;
}

/** Client → server: the routes of all files that are known. */
export const routesRequest: Request<Record<string, never>, readonly RouteInfo[]> = {
  method: 'backendSecurity/routes',
};

/** Client → server: analyse every file of the workspace and publish the findings of all, open or not. */
export const scanWorkspaceRequest: Request<Record<string, never>, ScanResult> = {
  method: 'backendSecurity/scanWorkspace',
};

/** Server → client: what the status bar shows. */
export const statusNotification: Notification<StatusParams> = { method: 'backendSecurity/status' };

/** Client → server: the edit that adds a suppression comment with the user's reason, or null when the finding is gone. */
export const suppressRequest: Request<SuppressParams, ProtocolWorkspaceEdit | null> = {
  method: 'backendSecurity/suppress',
};

/** Client → server: the user has granted trust to the workspace. */
export const trustNotification: Notification<TrustParams> = { method: 'backendSecurity/trust' };

/** The command that a code action carries when the client should ask for a reason before suppressing. */
export const suppressCommand = 'backendSecurity.suppress';

/** The only argument of that command. */
export type SuppressCommandArgument = Omit<SuppressParams, 'reason'>;
