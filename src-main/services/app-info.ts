import type { AppInfo } from '#core/ipc/contract';

/** What the application can say of itself, apart from any window. */
export function readAppInfo(source: {
  readonly version: string;
  readonly versions: NodeJS.ProcessVersions;
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  /** Value of SHIRUBE_RUNTIME, set by the script that starts the application. */
  readonly runtime: string | undefined;
  /**
   * Languages of the system, the preferred one first, such as `ja-JP`; empty where it names none (the
   * "C" locale of servers and containers), which means Japanese here.
   */
  readonly languages: readonly string[];
}): Omit<AppInfo, 'launchFolder'> {
  const { versions, platform, packaged, runtime, languages } = source;
  return {
    version: source.version,
    electron: versions.electron ?? '',
    chrome: versions.chrome ?? '',
    node: versions.node,
    runtime: packaged ? 'packaged' : runtime === 'fallback' ? 'fallback' : 'official',
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    systemLocale: languages.length === 0 || languages.some(isJapanese) ? 'ja' : 'en',
  };
}

function isJapanese(language: string): boolean {
  return /^ja\b/i.test(language);
}

/** The system's languages, or none where a Linux session does not name one. */
export function languagesOf(
  preferred: readonly string[],
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = environment;
  const named = LANGUAGE || LC_ALL || LC_MESSAGES || LANG || 'C';
  return platform === 'linux' && /^(?:C|POSIX)(?:\.|$)/.test(named) ? [] : preferred;
}
