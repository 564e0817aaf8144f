/**
 * What the catalogue asks of the first release, for the languages that are there: a row a rule, with the libraries whose
 * calls it names and the languages for which it names a fix that keeps behaviour. `coverage.ts` holds it against what
 * rules, models and examples say of themselves.
 */
export interface Row {
  readonly rule: string;
  /** By language: names of the libraries, as models call them; `-` where the row names none. */
  readonly libraries: Readonly<Partial<Record<CoveredLanguage, string>>>;
  /** Languages with a fix that keeps behaviour other than the flaw. */
  readonly safe?: readonly CoveredLanguage[];
}

export const COVERED = ['javascript', 'python', 'java', 'go'] as const;
export type CoveredLanguage = (typeof COVERED)[number];

const JS = 'javascript';
const PY = 'python';
const JAVA = 'java';
const GO = 'go';

export const ROWS: readonly Row[] = [
  // 1 General secure coding practices
  {
    rule: 'sql-injection',
    libraries: {
      [JS]: 'pg mysql mysql2 mssql better-sqlite3 sqlite3 oracledb @prisma/client typeorm sequelize knex drizzle-orm kysely postgres',
      [PY]: 'sqlite3 psycopg psycopg2 pymysql MySQLdb mysql.connector asyncpg sqlalchemy django.db peewee',
      [JAVA]:
        'java.sql org.springframework.jdbc.core javax.persistence org.hibernate org.jooq org.springframework.r2dbc.core org.apache.ibatis.jdbc',
      [GO]: 'database/sql github.com/jmoiron/sqlx github.com/jackc/pgx/v5 gorm.io/gorm',
    },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'command-injection',
    libraries: {
      [JS]: 'child_process execa shelljs',
      [PY]: 'os subprocess asyncio paramiko',
      [JAVA]: 'java.lang',
      [GO]: 'os/exec',
    },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'hardcoded-secret',
    libraries: {
      [JS]: 'express-session cookie-session passport-oauth express-basic-auth',
      [PY]: 'flask',
      [JAVA]: '-',
      [GO]: 'github.com/gin-gonic/gin',
    },
  },
  { rule: 'secret-provider-token', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-', [GO]: '-' } },
  {
    rule: 'code-injection',
    libraries: {
      [JS]: 'vm vm2',
      [PY]: 'importlib pandas',
      [JAVA]: 'javax.script org.springframework.expression.spel.standard ognl org.mvel2 groovy.lang javax.naming',
    },
    safe: [JS, PY],
  },
  {
    rule: 'insecure-deserialization',
    libraries: {
      [JS]: 'node-serialize serialize-to-js funcster cryo v8 js-yaml',
      [PY]: 'pickle dill cloudpickle marshal shelve jsonpickle joblib pandas torch numpy yaml',
      [JAVA]:
        'java.io java.beans com.thoughtworks.xstream org.yaml.snakeyaml com.esotericsoftware.kryo com.fasterxml.jackson.databind com.fasterxml.jackson.annotation com.alibaba.fastjson',
    },
    safe: [PY, JAVA],
  },
  {
    rule: 'nosql-injection',
    libraries: {
      [JS]: 'mongoose mongodb @prisma/client sequelize typeorm @mikro-orm/core ioredis @elastic/elasticsearch aws-sdk',
      [PY]: 'pymongo motor mongoengine',
    },
    safe: [JS, PY],
  },
  { rule: 'debug-mode-enabled', libraries: { [JS]: 'errorhandler', [PY]: 'flask fastapi', [JAVA]: '-' }, safe: [PY] },
  {
    rule: 'weak-random',
    libraries: { [JS]: '-', [PY]: 'random', [JAVA]: 'java.util java.lang org.apache.commons.lang3', [GO]: 'math/rand' },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'error-details-exposed',
    libraries: {
      [JS]: 'express koa @nestjs/common next',
      [PY]: 'flask fastapi traceback django.http',
      [JAVA]: 'org.springframework.http javax.servlet.http',
      [GO]: 'net/http github.com/gin-gonic/gin',
    },
    safe: [PY, GO],
  },
  {
    rule: 'template-injection',
    libraries: {
      [JS]: 'ejs pug handlebars nunjucks lodash eta express',
      [PY]: 'flask jinja2 mako django.template',
      [JAVA]: 'org.apache.velocity.app freemarker.template org.thymeleaf org.springframework.web.servlet',
    },
    safe: [JS, PY],
  },
  { rule: 'secret-default-fallback', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-', [GO]: '-' } },
  {
    rule: 'mass-assignment',
    libraries: {
      [JS]: 'mongoose @prisma/client sequelize typeorm knex @nestjs/common zod joi',
      [PY]: 'sqlalchemy django.db rest_framework',
      [JAVA]: 'javax.persistence',
    },
  },
  {
    rule: 'weak-hash',
    libraries: {
      [JS]: 'crypto',
      [PY]: 'hashlib',
      [JAVA]: 'java.security org.apache.commons.codec.digest',
      [GO]: 'crypto/md5 crypto/sha1',
    },
    safe: [PY],
  },
  {
    rule: 'weak-cipher',
    libraries: {
      [JS]: 'crypto crypto-js',
      [PY]: 'Crypto cryptography',
      [JAVA]: 'javax.crypto',
      [GO]: 'crypto/des crypto/rc4 crypto/rsa',
    },
    safe: [JS, PY, JAVA, GO],
  },
  { rule: 'prototype-pollution', libraries: { [JS]: 'lodash querystring' }, safe: [JS] },
  {
    rule: 'cleartext-transport',
    libraries: { [JS]: 'nodemailer axios', [PY]: 'smtplib ftplib requests', [JAVA]: 'okhttp3', [GO]: 'net/http' },
  },
  { rule: 'fail-open-on-error', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-', [GO]: '-' } },
  {
    rule: 'ldap-injection',
    libraries: {
      [JS]: 'ldapjs ldapts',
      [PY]: 'ldap3 ldap',
      [JAVA]: 'javax.naming.directory org.springframework.ldap.core',
    },
    safe: [JS, PY, JAVA],
  },
  // 2 HTTP security headers and cookies
  {
    rule: 'cors-origin-reflected',
    libraries: { [JS]: 'cors express', [PY]: 'flask fastapi', [GO]: 'github.com/rs/cors' },
  },
  {
    rule: 'cookie-missing-httponly',
    libraries: {
      [JS]: 'express express-session cookie-session fastify koa @hapi/hapi next cookie',
      [PY]: 'flask django.http starlette aiohttp',
      [JAVA]: 'javax.servlet.http org.springframework.http',
      [GO]: 'net/http github.com/gin-gonic/gin github.com/gorilla/sessions',
    },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'cookie-missing-secure',
    libraries: {
      [JS]: 'express express-session cookie-session fastify koa @hapi/hapi next cookie',
      [PY]: 'flask django.http starlette aiohttp',
      [JAVA]: 'javax.servlet.http org.springframework.http',
      [GO]: 'net/http github.com/gin-gonic/gin github.com/gorilla/sessions',
    },
  },
  {
    rule: 'cors-wildcard-origin',
    libraries: {
      [JS]: 'cors @fastify/cors @nestjs/core @koa/cors @hapi/hapi socket.io',
      [PY]: 'flask_cors fastapi',
      [JAVA]: 'org.springframework.web.bind.annotation org.springframework.web.cors',
      [GO]: 'github.com/rs/cors github.com/gin-contrib/cors github.com/labstack/echo/v4/middleware github.com/gofiber/fiber/v2/middleware/cors',
    },
  },
  {
    rule: 'session-fixation',
    libraries: { [JS]: 'express', [PY]: '-', [JAVA]: 'javax.servlet.http' },
    safe: [PY, JAVA],
  },
  { rule: 'csp-weak-policy', libraries: { [JS]: 'helmet express', [PY]: 'flask_talisman', [JAVA]: '-' } },
  {
    rule: 'security-headers-missing',
    libraries: {
      [JS]: 'express fastify koa @hapi/hapi @nestjs/core helmet',
      [PY]: 'flask fastapi flask_talisman',
      [JAVA]: 'org.springframework.security.config.annotation.web.builders',
      [GO]: 'net/http github.com/unrolled/secure',
    },
  },
  {
    rule: 'cookie-missing-samesite',
    libraries: {
      [JS]: 'express express-session cookie-session fastify koa @hapi/hapi next cookie',
      [PY]: 'flask django.http starlette aiohttp',
      [JAVA]: 'javax.servlet.http org.springframework.http',
      [GO]: 'net/http github.com/gin-gonic/gin github.com/gorilla/sessions',
    },
    safe: [JS, PY, JAVA, GO],
  },
  { rule: 'hsts-weak', libraries: { [JS]: 'helmet', [PY]: 'flask_talisman', [JAVA]: '-' } },
  {
    rule: 'session-no-timeout',
    libraries: { [JS]: 'express-session', [PY]: 'starlette', [JAVA]: 'javax.servlet.http' },
  },
  {
    rule: 'clickjacking-unprotected',
    libraries: { [JS]: 'helmet', [PY]: 'flask_talisman', [JAVA]: '-' },
    safe: [JS, PY, JAVA],
  },
  { rule: 'csp-missing', libraries: { [JS]: 'helmet', [PY]: 'flask_talisman', [JAVA]: '-' } },
  {
    rule: 'nosniff-disabled',
    libraries: { [JS]: 'helmet', [PY]: 'flask_talisman', [JAVA]: '-' },
    safe: [JS, PY, JAVA],
  },
  // 3 CSRF protection
  {
    rule: 'csrf-protection-disabled',
    libraries: {
      [JS]: 'graphql',
      [PY]: 'flask_wtf',
      [JAVA]: 'org.springframework.security.config.annotation.web.builders',
    },
  },
  { rule: 'csrf-protection-missing', libraries: { [JS]: 'csurf', [PY]: 'flask_wtf', [GO]: 'github.com/gorilla/csrf' } },
  {
    rule: 'cookie-samesite-none',
    libraries: { [JS]: 'express', [PY]: 'flask', [JAVA]: 'org.springframework.http', [GO]: 'net/http' },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'state-change-via-get',
    libraries: { [JS]: 'express', [PY]: 'flask', [JAVA]: 'org.springframework.web.bind.annotation' },
  },
  { rule: 'csrf-double-submit-unsigned', libraries: { [JS]: 'csurf', [PY]: '-' } },
  { rule: 'origin-check-weak', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-', [GO]: '-' } },
  { rule: 'sensitive-action-no-reauth', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-' } },
  // 4 Output rendering
  {
    rule: 'xss-reflected',
    libraries: {
      [JS]: 'express koa fastify @hapi/hapi next',
      [PY]: 'flask django.http fastapi aiohttp',
      [JAVA]: 'javax.servlet org.springframework.web.bind.annotation',
      [GO]: 'fmt net/http io github.com/gin-gonic/gin',
    },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'path-traversal',
    libraries: {
      [JS]: 'fs express fastify @hapi/hapi',
      [PY]: 'os shutil pathlib flask fastapi',
      [JAVA]: 'java.io java.nio.file org.springframework.core.io',
      [GO]: 'os net/http github.com/gin-gonic/gin github.com/gofiber/fiber/v2',
    },
    safe: [JS, PY],
  },
  {
    rule: 'xxe',
    libraries: {
      [JS]: 'libxmljs libxmljs2',
      [PY]: 'lxml xml',
      [JAVA]:
        'javax.xml.parsers org.xml.sax javax.xml.stream org.jdom2.input org.dom4j.io javax.xml.transform javax.xml.validation',
    },
    safe: [JS, PY, JAVA],
  },
  {
    rule: 'file-upload-unrestricted',
    libraries: { [JS]: 'multer formidable busboy', [PY]: 'flask fastapi', [JAVA]: 'org.springframework.web.multipart' },
    safe: [PY],
  },
  {
    rule: 'template-autoescape-disabled',
    libraries: { [JS]: 'nunjucks handlebars eta mustache', [PY]: 'jinja2 mako', [GO]: 'text/template' },
    safe: [PY, GO],
  },
  {
    rule: 'xss-raw-html-api',
    libraries: { [JS]: 'handlebars', [PY]: 'django.utils markupsafe', [GO]: 'html/template' },
    safe: [PY],
  },
  {
    rule: 'sensitive-data-in-response',
    libraries: {
      [JS]: 'mongoose @prisma/client typeorm sequelize',
      [PY]: 'django.db sqlalchemy',
      [JAVA]: 'org.springframework.web.bind.annotation',
    },
  },
  {
    rule: 'archive-path-traversal',
    libraries: {
      [JS]: 'unzipper adm-zip yauzl',
      [PY]: 'tarfile zipfile shutil',
      [JAVA]: 'java.util.zip',
      [GO]: 'archive/zip archive/tar',
    },
    safe: [PY, JAVA, GO],
  },
  { rule: 'xss-script-context', libraries: { [JS]: 'express', [PY]: 'flask' }, safe: [JS, PY] },
  {
    rule: 'json-wrong-content-type',
    libraries: {
      [JS]: 'express koa',
      [PY]: 'flask django.http',
      [JAVA]: 'javax.servlet',
      [GO]: 'encoding/json',
    },
    safe: [JS, PY, JAVA, GO],
  },
  // 5 Database security
  {
    rule: 'sql-string-building',
    libraries: {
      [JS]: 'pg mysql2 knex @prisma/client',
      [PY]: 'psycopg2 django.db sqlalchemy',
      [JAVA]: 'java.sql javax.persistence',
      [GO]: 'database/sql',
    },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'db-connection-credentials',
    libraries: {
      [JS]: 'pg mysql2 mongoose',
      [PY]: 'psycopg2 sqlalchemy pymongo',
      [JAVA]: 'java.sql',
      [GO]: 'database/sql',
    },
  },
  {
    rule: 'sql-identifier-dynamic',
    libraries: { [JS]: 'pg knex typeorm', [PY]: 'psycopg2 sqlalchemy', [JAVA]: 'java.sql', [GO]: 'gorm.io/gorm' },
    safe: [JS, PY],
  },
  {
    rule: 'db-tls-weak',
    libraries: { [JS]: 'pg mysql2 mongoose', [PY]: 'psycopg2 pymongo', [JAVA]: 'java.sql', [GO]: 'database/sql' },
  },
  {
    rule: 'encryption-key-hardcoded',
    libraries: {
      [JS]: 'crypto',
      [PY]: 'cryptography Crypto',
      [JAVA]: 'javax.crypto.spec',
      [GO]: 'crypto/aes crypto/hmac',
    },
  },
  { rule: 'backup-unencrypted', libraries: { [JS]: 'child_process', [PY]: 'subprocess os' } },
  // 6 API security
  {
    rule: 'idor-unscoped-query',
    libraries: { [JS]: 'mongoose @prisma/client sequelize', [PY]: 'django.shortcuts sqlalchemy', [JAVA]: '-' },
  },
  {
    rule: 'route-missing-auth',
    libraries: {
      [JS]: 'express fastify koa @nestjs/common next @trpc/server',
      [PY]: 'flask django.views rest_framework fastapi',
      [JAVA]: 'org.springframework.web.bind.annotation',
    },
  },
  {
    rule: 'rate-limit-missing-auth',
    libraries: {
      [JS]: 'express fastify @nestjs/common koa',
      [PY]: 'flask django.views rest_framework fastapi',
      [JAVA]: 'org.springframework.web.bind.annotation',
    },
  },
  {
    rule: 'timing-unsafe-compare',
    libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-', [GO]: '-' },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'auth-middleware-order',
    libraries: { [JS]: 'express', [JAVA]: 'org.springframework.security.config.annotation.web.builders' },
  },
  {
    rule: 'authz-permit-all',
    libraries: { [JS]: '-', [PY]: '-', [JAVA]: 'org.springframework.security.config.annotation.web.builders' },
  },
  { rule: 'client-controlled-authz', libraries: { [JS]: 'express', [PY]: 'flask', [JAVA]: '-', [GO]: 'net/http' } },
  {
    rule: 'request-schema-missing',
    libraries: {
      [JS]: 'express fastify @nestjs/common',
      [PY]: 'flask fastapi',
      [JAVA]: 'org.springframework.web.bind.annotation',
      [GO]: 'github.com/gin-gonic/gin',
    },
    safe: [JAVA],
  },
  {
    rule: 'payload-size-unlimited',
    libraries: { [JS]: 'express fastify', [PY]: 'flask aiohttp', [JAVA]: '-', [GO]: 'net/http' },
  },
  { rule: 'user-enumeration', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-' }, safe: [JAVA] },
  {
    rule: 'credential-in-url',
    libraries: { [JS]: 'express passport-jwt axios', [PY]: 'flask', [JAVA]: '-', [GO]: 'net/http' },
  },
  { rule: 'server-timeouts-missing', libraries: { [JS]: 'http', [GO]: 'net/http' }, safe: [JS, GO] },
  {
    rule: 'api-version-drift',
    libraries: { [JS]: 'express', [PY]: 'flask', [JAVA]: 'org.springframework.web.bind.annotation' },
  },
  // 7 External requests
  {
    rule: 'ssrf',
    libraries: {
      [JS]: 'axios got undici http https superagent needle node-fetch puppeteer http-proxy http-proxy-middleware',
      [PY]: 'requests httpx aiohttp urllib urllib3 pycurl',
      [JAVA]:
        'org.springframework.web.client org.springframework.web.reactive.function.client java.net.http okhttp3 org.apache.http.client.methods java.net feign',
      [GO]: 'net/http github.com/go-resty/resty/v2 net/http/httputil net',
    },
  },
  {
    rule: 'tls-verify-disabled',
    libraries: {
      [JS]: 'https tls axios',
      [PY]: 'requests ssl aiohttp paramiko',
      [JAVA]: 'javax.net.ssl org.apache.http.conn.ssl com.jcraft.jsch okhttp3',
      [GO]: 'crypto/tls golang.org/x/crypto/ssh',
    },
  },
  {
    rule: 'open-redirect',
    libraries: {
      [JS]: 'express fastify koa @hapi/hapi next',
      [PY]: 'flask django.shortcuts fastapi aiohttp',
      [JAVA]: 'javax.servlet.http org.springframework.web.servlet',
      [GO]: 'net/http github.com/gin-gonic/gin github.com/labstack/echo/v4 github.com/gofiber/fiber/v2',
    },
  },
  {
    rule: 'outbound-timeout-missing',
    libraries: {
      [JS]: 'axios got http',
      [PY]: 'requests httpx aiohttp urllib',
      [JAVA]: 'org.springframework.web.client java.net.http okhttp3',
      [GO]: 'net/http',
    },
  },
  {
    rule: 'outbound-url-unvalidated',
    // An open scheme is an open host, too: the fetchers of several protocols are told by `ssrf`, first of the family.
    libraries: { [JS]: 'axios', [PY]: 'requests', [JAVA]: 'java.net', [GO]: 'net/http' },
    safe: [JS, PY, JAVA, GO],
  },
  { rule: 'url-allowlist-weak-match', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-', [GO]: '-' } },
  {
    rule: 'trust-proxy-unrestricted',
    libraries: {
      [JS]: 'express fastify koa',
      [PY]: '-',
      [GO]: 'github.com/gin-gonic/gin github.com/labstack/echo/v4 github.com/gofiber/fiber/v2',
    },
  },
  {
    rule: 'client-ip-from-header',
    libraries: { [JS]: 'express', [PY]: 'flask', [JAVA]: 'javax.servlet.http', [GO]: 'net/http' },
  },
  {
    rule: 'proxy-forwards-all-headers',
    libraries: { [JS]: 'axios got', [PY]: 'requests', [JAVA]: 'org.springframework.web.client', [GO]: 'net/http' },
  },
  {
    rule: 'tls-version-weak',
    libraries: { [JS]: 'tls https', [PY]: 'ssl', [JAVA]: 'javax.net.ssl', [GO]: 'crypto/tls' },
    safe: [JS, PY, JAVA, GO],
  },
  // 8 Authentication and authorization
  {
    rule: 'jwt-signature-not-verified',
    libraries: {
      [JS]: 'jsonwebtoken jose jwt-decode',
      [PY]: 'jwt jose',
      [JAVA]: 'com.auth0.jwt com.nimbusds.jwt',
      [GO]: 'github.com/golang-jwt/jwt/v5',
    },
  },
  {
    rule: 'jwt-algorithm-none',
    libraries: {
      [JS]: 'jsonwebtoken jose',
      [PY]: 'jwt',
      [JAVA]: 'com.auth0.jwt.algorithms io.jsonwebtoken com.nimbusds.jwt',
      [GO]: 'github.com/golang-jwt/jwt/v5',
    },
    safe: [JS, PY],
  },
  {
    rule: 'password-weak-hash',
    libraries: {
      [JS]: 'crypto',
      [PY]: 'hashlib werkzeug passlib',
      [JAVA]: 'java.security org.apache.commons.codec.digest org.springframework.security.crypto.password',
      [GO]: 'crypto/sha256',
    },
  },
  {
    rule: 'jwt-weak-secret',
    libraries: {
      [JS]: 'jsonwebtoken @nestjs/jwt passport-jwt',
      [PY]: 'jwt',
      [JAVA]: 'io.jsonwebtoken.security',
      [GO]: 'github.com/golang-jwt/jwt/v5',
    },
  },
  { rule: 'password-plaintext', libraries: { [JS]: 'mongoose', [PY]: 'django.db', [JAVA]: '-' }, safe: [PY] },
  {
    rule: 'jwt-algorithms-unpinned',
    libraries: {
      [JS]: 'jsonwebtoken passport-jwt @nestjs/jwt express-jwt jose',
      [PY]: 'jwt jose',
      [GO]: 'github.com/golang-jwt/jwt/v5',
    },
    safe: [JS, GO],
  },
  {
    rule: 'jwt-expiration-missing',
    libraries: {
      [JS]: 'jsonwebtoken jose',
      [PY]: 'jwt',
      [JAVA]: 'io.jsonwebtoken',
      [GO]: 'github.com/golang-jwt/jwt/v5',
    },
  },
  { rule: 'password-reset-weak', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-' }, safe: [JS, PY, JAVA] },
  {
    rule: 'oauth-missing-state',
    libraries: {
      [JS]: 'passport-oauth simple-oauth2 openid-client',
      [PY]: 'requests_oauthlib',
      [JAVA]: '-',
      [GO]: 'golang.org/x/oauth2',
    },
    safe: [JS],
  },
  {
    rule: 'session-not-revoked',
    libraries: { [JS]: 'express', [PY]: 'flask', [JAVA]: 'javax.servlet.http' },
    safe: [JS, JAVA],
  },
  { rule: 'jwt-refresh-not-rotated', libraries: { [JS]: 'jsonwebtoken', [PY]: 'jwt' } },
  {
    rule: 'oauth-missing-pkce',
    libraries: { [JS]: 'passport-oauth2 openid-client', [PY]: 'authlib', [JAVA]: '-', [GO]: 'golang.org/x/oauth2' },
    safe: [JS],
  },
  { rule: 'mfa-codes-weak', libraries: { [JS]: '-', [PY]: 'random', [JAVA]: '-' }, safe: [JS, PY] },
  {
    rule: 'password-hash-low-cost',
    libraries: {
      [JS]: 'bcrypt argon2 crypto',
      [PY]: 'bcrypt hashlib',
      [JAVA]: 'javax.crypto.spec',
      [GO]: 'golang.org/x/crypto/bcrypt',
    },
    safe: [JS, PY, JAVA, GO],
  },
  {
    rule: 'password-policy-weak',
    libraries: { [JS]: 'zod joi express-validator mongoose', [PY]: '-', [JAVA]: 'jakarta.validation' },
  },
  { rule: 'mfa-totp-window-wide', libraries: { [JS]: 'otplib speakeasy', [PY]: 'pyotp' }, safe: [JS, PY] },
  { rule: 'webauthn-verification-weak', libraries: { [JS]: '@simplewebauthn/server', [PY]: 'webauthn' } },
  {
    rule: 'oauth-scope-unvalidated',
    libraries: {
      [JS]: 'express-oauth2-jwt-bearer',
      [PY]: 'fastapi',
      [JAVA]: 'org.springframework.security.config.annotation.web.builders',
    },
    safe: [JS],
  },
  // 9 Logging and monitoring
  {
    rule: 'log-sensitive-data',
    libraries: { [JS]: 'pino winston', [PY]: 'logging', [JAVA]: 'org.slf4j', [GO]: 'log log/slog' },
  },
  {
    rule: 'log-injection',
    libraries: {
      [JS]: 'winston pino bunyan log4js morgan',
      [PY]: 'logging loguru',
      [JAVA]: 'org.slf4j org.apache.logging.log4j java.util.logging',
      // Logrus and zap quote what they write, which the row names as a sanitizer.
      [GO]: 'log log/slog',
    },
    safe: [JS, PY, JAVA, GO],
  },
  { rule: 'security-event-not-logged', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-' } },
  { rule: 'management-endpoint-exposed', libraries: { [JS]: '-', [PY]: 'fastapi', [GO]: 'net/http' } },
  { rule: 'audit-event-missing', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-' } },
  { rule: 'audit-log-mutable', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-' }, safe: [JS, PY] },
  { rule: 'log-retention-missing', libraries: { [JS]: 'winston-daily-rotate-file' } },
  // 11 Dependencies
  { rule: 'dependency-deprecated', libraries: { [JS]: '-', [PY]: '-', [JAVA]: '-', [GO]: '-' } },
];
