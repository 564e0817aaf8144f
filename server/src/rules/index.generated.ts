// Written by `npm run codegen`. Do not edit.
import accessAuthMiddlewareOrder from './access/auth-middleware-order';
import accessAuthzPermitAll from './access/authz-permit-all';
import accessClientControlledAuthz from './access/client-controlled-authz';
import accessCsrfProtectionMissing from './access/csrf-protection-missing';
import accessRateLimitMissingAuth from './access/rate-limit-missing-auth';
import accessRouteMissingAuth from './access/route-missing-auth';
import authenticationFailOpenOnError from './authentication/fail-open-on-error';
import authenticationMfaCodesWeak from './authentication/mfa-codes-weak';
import authenticationMfaTotpWindowWide from './authentication/mfa-totp-window-wide';
import authenticationPasswordHashLowCost from './authentication/password-hash-low-cost';
import authenticationPasswordPlaintext from './authentication/password-plaintext';
import authenticationPasswordPolicyWeak from './authentication/password-policy-weak';
import authenticationPasswordResetWeak from './authentication/password-reset-weak';
import authenticationUserEnumeration from './authentication/user-enumeration';
import authenticationWebauthnVerificationWeak from './authentication/webauthn-verification-weak';
import cookiesCookieMissingHttponly from './cookies/cookie-missing-httponly';
import cookiesCookieMissingSamesite from './cookies/cookie-missing-samesite';
import cookiesCookieMissingSecure from './cookies/cookie-missing-secure';
import cookiesCookieSamesiteNone from './cookies/cookie-samesite-none';
import cryptographyPasswordWeakHash from './cryptography/password-weak-hash';
import cryptographyWeakCipher from './cryptography/weak-cipher';
import cryptographyWeakHash from './cryptography/weak-hash';
import cryptographyWeakRandom from './cryptography/weak-random';
import databaseBackupUnencrypted from './database/backup-unencrypted';
import databaseDbConnectionCredentials from './database/db-connection-credentials';
import databaseDbTlsWeak from './database/db-tls-weak';
import databaseEncryptionKeyHardcoded from './database/encryption-key-hardcoded';
import filesArchivePathTraversal from './files/archive-path-traversal';
import filesFileUploadUnrestricted from './files/file-upload-unrestricted';
import filesPathTraversal from './files/path-traversal';
import forgeryCsrfDoubleSubmitUnsigned from './forgery/csrf-double-submit-unsigned';
import forgeryCsrfProtectionDisabled from './forgery/csrf-protection-disabled';
import forgeryOriginCheckWeak from './forgery/origin-check-weak';
import headersClickjackingUnprotected from './headers/clickjacking-unprotected';
import headersCorsOriginReflected from './headers/cors-origin-reflected';
import headersCorsWildcardOrigin from './headers/cors-wildcard-origin';
import headersCspMissing from './headers/csp-missing';
import headersCspWeakPolicy from './headers/csp-weak-policy';
import headersHstsWeak from './headers/hsts-weak';
import headersNosniffDisabled from './headers/nosniff-disabled';
import headersSecurityHeadersMissing from './headers/security-headers-missing';
import headersSessionFixation from './headers/session-fixation';
import headersSessionNoTimeout from './headers/session-no-timeout';
import injectionCodeInjection from './injection/code-injection';
import injectionCommandInjection from './injection/command-injection';
import injectionHeaderInjection from './injection/header-injection';
import injectionInsecureDeserialization from './injection/insecure-deserialization';
import injectionLdapInjection from './injection/ldap-injection';
import injectionNosqlInjection from './injection/nosql-injection';
import injectionSqlIdentifierDynamic from './injection/sql-identifier-dynamic';
import injectionSqlInjection from './injection/sql-injection';
import injectionSqlStringBuilding from './injection/sql-string-building';
import injectionTemplateInjection from './injection/template-injection';
import injectionXpathInjection from './injection/xpath-injection';
import inputMassAssignment from './input/mass-assignment';
import inputPrototypePollution from './input/prototype-pollution';
import inputRegexDos from './input/regex-dos';
import inputTrustBoundaryViolation from './input/trust-boundary-violation';
import limitsPayloadSizeUnlimited from './limits/payload-size-unlimited';
import limitsServerTimeoutsMissing from './limits/server-timeouts-missing';
import loggingAuditEventMissing from './logging/audit-event-missing';
import loggingAuditLogMutable from './logging/audit-log-mutable';
import loggingLogInjection from './logging/log-injection';
import loggingLogRetentionMissing from './logging/log-retention-missing';
import loggingLogSensitiveData from './logging/log-sensitive-data';
import loggingSecurityEventNotLogged from './logging/security-event-not-logged';
import oauthOauthMissingPkce from './oauth/oauth-missing-pkce';
import oauthOauthMissingState from './oauth/oauth-missing-state';
import oauthOauthScopeUnvalidated from './oauth/oauth-scope-unvalidated';
import outputErrorDetailsExposed from './output/error-details-exposed';
import outputJsonWrongContentType from './output/json-wrong-content-type';
import outputSensitiveDataInResponse from './output/sensitive-data-in-response';
import outputTemplateAutoescapeDisabled from './output/template-autoescape-disabled';
import outputTemplateUnescapedOutput from './output/template-unescaped-output';
import outputXssRawHtmlApi from './output/xss-raw-html-api';
import outputXssReflected from './output/xss-reflected';
import outputXssScriptContext from './output/xss-script-context';
import platformDebugModeEnabled from './platform/debug-mode-enabled';
import platformDependencyDeprecated from './platform/dependency-deprecated';
import platformManagementEndpointExposed from './platform/management-endpoint-exposed';
import requestsClientIpFromHeader from './requests/client-ip-from-header';
import requestsOpenRedirect from './requests/open-redirect';
import requestsOutboundTimeoutMissing from './requests/outbound-timeout-missing';
import requestsOutboundUrlUnvalidated from './requests/outbound-url-unvalidated';
import requestsProxyForwardsAllHeaders from './requests/proxy-forwards-all-headers';
import requestsSsrf from './requests/ssrf';
import requestsTrustProxyUnrestricted from './requests/trust-proxy-unrestricted';
import requestsUrlAllowlistWeakMatch from './requests/url-allowlist-weak-match';
import secretsCredentialInUrl from './secrets/credential-in-url';
import secretsHardcodedSecret from './secrets/hardcoded-secret';
import secretsSecretDefaultFallback from './secrets/secret-default-fallback';
import secretsSecretProviderToken from './secrets/secret-provider-token';
import secretsTimingUnsafeCompare from './secrets/timing-unsafe-compare';
import sessionsSessionNotRevoked from './sessions/session-not-revoked';
import tokensJwtAlgorithmNone from './tokens/jwt-algorithm-none';
import tokensJwtAlgorithmsUnpinned from './tokens/jwt-algorithms-unpinned';
import tokensJwtExpirationMissing from './tokens/jwt-expiration-missing';
import tokensJwtRefreshNotRotated from './tokens/jwt-refresh-not-rotated';
import tokensJwtSignatureNotVerified from './tokens/jwt-signature-not-verified';
import tokensJwtWeakSecret from './tokens/jwt-weak-secret';
import transportCleartextTransport from './transport/cleartext-transport';
import transportTlsVerifyDisabled from './transport/tls-verify-disabled';
import transportTlsVersionWeak from './transport/tls-version-weak';
import xmlXxe from './xml/xxe';
import type { Rule } from './rule';

/** Every rule, sorted by family folder and id. */
export const RULES: readonly Rule[] = [
  accessAuthMiddlewareOrder,
  accessAuthzPermitAll,
  accessClientControlledAuthz,
  accessCsrfProtectionMissing,
  accessRateLimitMissingAuth,
  accessRouteMissingAuth,
  authenticationFailOpenOnError,
  authenticationMfaCodesWeak,
  authenticationMfaTotpWindowWide,
  authenticationPasswordHashLowCost,
  authenticationPasswordPlaintext,
  authenticationPasswordPolicyWeak,
  authenticationPasswordResetWeak,
  authenticationUserEnumeration,
  authenticationWebauthnVerificationWeak,
  cookiesCookieMissingHttponly,
  cookiesCookieMissingSamesite,
  cookiesCookieMissingSecure,
  cookiesCookieSamesiteNone,
  cryptographyPasswordWeakHash,
  cryptographyWeakCipher,
  cryptographyWeakHash,
  cryptographyWeakRandom,
  databaseBackupUnencrypted,
  databaseDbConnectionCredentials,
  databaseDbTlsWeak,
  databaseEncryptionKeyHardcoded,
  filesArchivePathTraversal,
  filesFileUploadUnrestricted,
  filesPathTraversal,
  forgeryCsrfDoubleSubmitUnsigned,
  forgeryCsrfProtectionDisabled,
  forgeryOriginCheckWeak,
  headersClickjackingUnprotected,
  headersCorsOriginReflected,
  headersCorsWildcardOrigin,
  headersCspMissing,
  headersCspWeakPolicy,
  headersHstsWeak,
  headersNosniffDisabled,
  headersSecurityHeadersMissing,
  headersSessionFixation,
  headersSessionNoTimeout,
  injectionCodeInjection,
  injectionCommandInjection,
  injectionHeaderInjection,
  injectionInsecureDeserialization,
  injectionLdapInjection,
  injectionNosqlInjection,
  injectionSqlIdentifierDynamic,
  injectionSqlInjection,
  injectionSqlStringBuilding,
  injectionTemplateInjection,
  injectionXpathInjection,
  inputMassAssignment,
  inputPrototypePollution,
  inputRegexDos,
  inputTrustBoundaryViolation,
  limitsPayloadSizeUnlimited,
  limitsServerTimeoutsMissing,
  loggingAuditEventMissing,
  loggingAuditLogMutable,
  loggingLogInjection,
  loggingLogRetentionMissing,
  loggingLogSensitiveData,
  loggingSecurityEventNotLogged,
  oauthOauthMissingPkce,
  oauthOauthMissingState,
  oauthOauthScopeUnvalidated,
  outputErrorDetailsExposed,
  outputJsonWrongContentType,
  outputSensitiveDataInResponse,
  outputTemplateAutoescapeDisabled,
  outputTemplateUnescapedOutput,
  outputXssRawHtmlApi,
  outputXssReflected,
  outputXssScriptContext,
  platformDebugModeEnabled,
  platformDependencyDeprecated,
  platformManagementEndpointExposed,
  requestsClientIpFromHeader,
  requestsOpenRedirect,
  requestsOutboundTimeoutMissing,
  requestsOutboundUrlUnvalidated,
  requestsProxyForwardsAllHeaders,
  requestsSsrf,
  requestsTrustProxyUnrestricted,
  requestsUrlAllowlistWeakMatch,
  secretsCredentialInUrl,
  secretsHardcodedSecret,
  secretsSecretDefaultFallback,
  secretsSecretProviderToken,
  secretsTimingUnsafeCompare,
  sessionsSessionNotRevoked,
  tokensJwtAlgorithmNone,
  tokensJwtAlgorithmsUnpinned,
  tokensJwtExpirationMissing,
  tokensJwtRefreshNotRotated,
  tokensJwtSignatureNotVerified,
  tokensJwtWeakSecret,
  transportCleartextTransport,
  transportTlsVerifyDisabled,
  transportTlsVersionWeak,
  xmlXxe,
];
