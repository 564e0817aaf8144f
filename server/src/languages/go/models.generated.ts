// Written by `npm run codegen`. Do not edit.
import type { Model } from '../../facts/model';
import amqp from './models/amqp';
import archiveTar from './models/archive-tar';
import archiveZip from './models/archive-zip';
import bcrypt from './models/bcrypt';
import beego from './models/beego';
import beegoOrm from './models/beego-orm';
import bluemonday from './models/bluemonday';
import bufio from './models/bufio';
import builtins from './models/builtins';
import bun from './models/bun';
import chi from './models/chi';
import context from './models/context';
import cryptoAes from './models/crypto-aes';
import cryptoCipher from './models/crypto-cipher';
import cryptoDes from './models/crypto-des';
import cryptoHmac from './models/crypto-hmac';
import cryptoMd5 from './models/crypto-md5';
import cryptoPbkdf2 from './models/crypto-pbkdf2';
import cryptoRc4 from './models/crypto-rc4';
import cryptoRsa from './models/crypto-rsa';
import cryptoSha1 from './models/crypto-sha1';
import cryptoSha256 from './models/crypto-sha256';
import cryptoSubtle from './models/crypto-subtle';
import cryptoTls from './models/crypto-tls';
import databaseSql from './models/database-sql';
import echo from './models/echo';
import echoMiddleware from './models/echo-middleware';
import echoPprof from './models/echo-pprof';
import encodingBase64 from './models/encoding-base64';
import encodingJson from './models/encoding-json';
import errors from './models/errors';
import etree from './models/etree';
import expressions from './models/expressions';
import expvar from './models/expvar';
import fasthttp from './models/fasthttp';
import fiber from './models/fiber';
import fiberCors from './models/fiber-cors';
import fiberHelmet from './models/fiber-helmet';
import fmt from './models/fmt';
import gin from './models/gin';
import ginCors from './models/gin-cors';
import ginPprof from './models/gin-pprof';
import ginSessions from './models/gin-sessions';
import goJose from './models/go-jose';
import goJoseJwt from './models/go-jose-jwt';
import goLdap from './models/go-ldap';
import goSqlDriverMysql from './models/go-sql-driver-mysql';
import gorillaCsrf from './models/gorilla-csrf';
import gorillaHandlers from './models/gorilla-handlers';
import gorillaMux from './models/gorilla-mux';
import gorillaSessions from './models/gorilla-sessions';
import gorillaWebsocket from './models/gorilla-websocket';
import gorm from './models/gorm';
import gormClause from './models/gorm-clause';
import grpc from './models/grpc';
import html from './models/html';
import htmlTemplate from './models/html-template';
import httprouter from './models/httprouter';
import io from './models/io';
import jwt from './models/jwt';
import jwxJwt from './models/jwx-jwt';
import jwxJwt1 from './models/jwx-jwt-1';
import libxml2Parser from './models/libxml2-parser';
import log from './models/log';
import logSlog from './models/log-slog';
import logSyslog from './models/log-syslog';
import logrus from './models/logrus';
import mathRand from './models/math-rand';
import md4 from './models/md4';
import mime from './models/mime';
import mimeMultipart from './models/mime-multipart';
import mongoBson from './models/mongo-bson';
import mongoDriver from './models/mongo-driver';
import net from './models/net';
import netHttp from './models/net-http';
import netHttpHttputil from './models/net-http-httputil';
import netHttpPprof from './models/net-http-pprof';
import netUrl from './models/net-url';
import os from './models/os';
import osExec from './models/os-exec';
import pathFilepath from './models/path-filepath';
import pgx from './models/pgx';
import pgxpool from './models/pgxpool';
import plugin from './models/plugin';
import redis from './models/redis';
import reflect from './models/reflect';
import regexp from './models/regexp';
import resty from './models/resty';
import rsCors from './models/rs-cors';
import runtimeDebug from './models/runtime-debug';
import scriptEngines from './models/script-engines';
import scs from './models/scs';
import slices from './models/slices';
import sqlx from './models/sqlx';
import squirrel from './models/squirrel';
import strconv from './models/strconv';
import strings from './models/strings';
import syscall from './models/syscall';
import textTemplate from './models/text-template';
import time from './models/time';
import unrolledSecure from './models/unrolled-secure';
import uuid from './models/uuid';
import xCryptoArgon2 from './models/x-crypto-argon2';
import xCryptoBlowfish from './models/x-crypto-blowfish';
import xCryptoCast5 from './models/x-crypto-cast5';
import xCryptoChacha20poly1305 from './models/x-crypto-chacha20poly1305';
import xCryptoPbkdf2 from './models/x-crypto-pbkdf2';
import xCryptoScrypt from './models/x-crypto-scrypt';
import xCryptoSsh from './models/x-crypto-ssh';
import xOauth2 from './models/x-oauth2';
import xTimeRate from './models/x-time-rate';
import xmlquery from './models/xmlquery';
import xorm from './models/xorm';
import xpath from './models/xpath';
import zap from './models/zap';
import zerolog from './models/zerolog';
import zerologLog from './models/zerolog-log';

export const MODELS: readonly Model[] = [
  amqp,
  archiveTar,
  archiveZip,
  bcrypt,
  beego,
  beegoOrm,
  bluemonday,
  bufio,
  builtins,
  bun,
  chi,
  context,
  cryptoAes,
  cryptoCipher,
  cryptoDes,
  cryptoHmac,
  cryptoMd5,
  cryptoPbkdf2,
  cryptoRc4,
  cryptoRsa,
  cryptoSha1,
  cryptoSha256,
  cryptoSubtle,
  cryptoTls,
  databaseSql,
  echo,
  echoMiddleware,
  echoPprof,
  encodingBase64,
  encodingJson,
  errors,
  etree,
  expressions,
  expvar,
  fasthttp,
  fiber,
  fiberCors,
  fiberHelmet,
  fmt,
  gin,
  ginCors,
  ginPprof,
  ginSessions,
  goJose,
  goJoseJwt,
  goLdap,
  goSqlDriverMysql,
  gorillaCsrf,
  gorillaHandlers,
  gorillaMux,
  gorillaSessions,
  gorillaWebsocket,
  gorm,
  gormClause,
  grpc,
  html,
  htmlTemplate,
  httprouter,
  io,
  jwt,
  jwxJwt,
  jwxJwt1,
  libxml2Parser,
  log,
  logSlog,
  logSyslog,
  logrus,
  mathRand,
  md4,
  mime,
  mimeMultipart,
  mongoBson,
  mongoDriver,
  net,
  netHttp,
  netHttpHttputil,
  netHttpPprof,
  netUrl,
  os,
  osExec,
  pathFilepath,
  pgx,
  pgxpool,
  plugin,
  redis,
  reflect,
  regexp,
  resty,
  rsCors,
  runtimeDebug,
  scriptEngines,
  scs,
  slices,
  sqlx,
  squirrel,
  strconv,
  strings,
  syscall,
  textTemplate,
  time,
  unrolledSecure,
  uuid,
  xCryptoArgon2,
  xCryptoBlowfish,
  xCryptoCast5,
  xCryptoChacha20poly1305,
  xCryptoPbkdf2,
  xCryptoScrypt,
  xCryptoSsh,
  xOauth2,
  xTimeRate,
  xmlquery,
  xorm,
  xpath,
  zap,
  zerolog,
  zerologLog,
];
