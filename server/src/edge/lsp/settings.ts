import { RULES } from '../../rules/index.generated';
import { parseTeamFile, type Settings } from '../../workspace/configuration';

export const SECTION = 'backendSecurity';

export interface EditorSettings {
  readonly settings: Settings;
  readonly scanOnStart: boolean;
  /** What is wrong with them, in words. */
  readonly problems: readonly string[];
}

const SHARED = ['profile', 'rules', 'include', 'exclude', 'maxFileSize'];

/** The editor's settings have the words of the team file, and whoever typed them makes the same mistakes. */
export function readEditorSettings(value: unknown): EditorSettings {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const entries = SHARED.filter((name) => given[name] !== undefined && given[name] !== null);
  const shared = Object.fromEntries(entries.map((name) => [name, given[name]]));
  const ids = RULES.map(({ id }) => id);
  const { settings, problems } = parseTeamFile(JSON.stringify(shared), ids);
  return {
    settings,
    scanOnStart: given.scanOnStart !== false,
    problems: problems.map(({ message }) => `In the settings ${SECTION}.*: ${message}`),
  };
}
