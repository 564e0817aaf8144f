// Written by `npm run codegen`. Do not edit.
import type { Model } from '../../facts/model';
import activedirectory from './models/activedirectory';
import admZip from './models/adm-zip';
import argon2 from './models/argon2';
import awsLambda from './models/aws-lambda';
import awsSdk from './models/aws-sdk';
import axios from './models/axios';
import bcrypt from './models/bcrypt';
import betterSqlite3 from './models/better-sqlite3';
import bodyParser from './models/body-parser';
import bullBoard from './models/bull-board';
import bunyan from './models/bunyan';
import busboy from './models/busboy';
import cassandraDriver from './models/cassandra-driver';
import childProcess from './models/child_process';
import classValidator from './models/class-validator';
import contentDisposition from './models/content-disposition';
import cookie from './models/cookie';
import cookieParser from './models/cookie-parser';
import cookieSession from './models/cookie-session';
import cookies from './models/cookies';
import cors from './models/cors';
import cryo from './models/cryo';
import crypto from './models/crypto';
import cryptoJs from './models/crypto-js';
import csrfSync from './models/csrf-sync';
import csurf from './models/csurf';
import debug from './models/debug';
import deepExtend from './models/deep-extend';
import dns from './models/dns';
import dompurify from './models/dompurify';
import dot from './models/dot';
import dotProp from './models/dot-prop';
import drizzleOrm from './models/drizzle-orm';
import ejs from './models/ejs';
import elasticsearch from './models/elasticsearch';
import errorhandler from './models/errorhandler';
import escapeHtml from './models/escape-html';
import escapeStringRegexp from './models/escape-string-regexp';
import eta from './models/eta';
import execa from './models/execa';
import exprEval from './models/expr-eval';
import express from './models/express';
import expressBasicAuth from './models/express-basic-auth';
import expressFileupload from './models/express-fileupload';
import expressHttpProxy from './models/express-http-proxy';
import expressJwt from './models/express-jwt';
import expressPromiseRouter from './models/express-promise-router';
import expressRateLimit from './models/express-rate-limit';
import expressSession from './models/express-session';
import expressStatusMonitor from './models/express-status-monitor';
import expressValidator from './models/express-validator';
import extend from './models/extend';
import fastXmlParser from './models/fast-xml-parser';
import fastify from './models/fastify';
import fastifyCors from './models/fastify-cors';
import formidable from './models/formidable';
import fs from './models/fs';
import funcster from './models/funcster';
import googleAuthLibrary from './models/google-auth-library';
import googleCloudBigquery from './models/google-cloud-bigquery';
import got from './models/got';
import graphql from './models/graphql';
import handlebars from './models/handlebars';
import hapi from './models/hapi';
import he from './models/he';
import helmet from './models/helmet';
import hoek from './models/hoek';
import hono from './models/hono';
import http from './models/http';
import httpProxy from './models/http-proxy';
import httpProxyMiddleware from './models/http-proxy-middleware';
import ioredis from './models/ioredis';
import ironSession from './models/iron-session';
import joi from './models/joi';
import jose from './models/jose';
import jsYaml from './models/js-yaml';
import jsonpathPlus from './models/jsonpath-plus';
import jsonwebtoken from './models/jsonwebtoken';
import jwtDecode from './models/jwt-decode';
import jwtSimple from './models/jwt-simple';
import knex from './models/knex';
import koa from './models/koa';
import koaBody from './models/koa-body';
import koaCors from './models/koa-cors';
import koaRouter from './models/koa-router';
import koaSession from './models/koa-session';
import kysely from './models/kysely';
import language from './models/language';
import ldapEscape from './models/ldap-escape';
import ldapjs from './models/ldapjs';
import ldapts from './models/ldapts';
import libxmljs from './models/libxmljs';
import liquidjs from './models/liquidjs';
import lodash from './models/lodash';
import lodashTemplate from './models/lodash.template';
import log4js from './models/log4js';
import md5 from './models/md5';
import mergeDeep from './models/merge-deep';
import mikroOrm from './models/mikro-orm';
import module from './models/module';
import mongoSanitize from './models/mongo-sanitize';
import mongodb from './models/mongodb';
import mongoose from './models/mongoose';
import morgan from './models/morgan';
import mssql from './models/mssql';
import multer from './models/multer';
import mustache from './models/mustache';
import mysql from './models/mysql';
import nanoidNonSecure from './models/nanoid-non-secure';
import needle from './models/needle';
import neo4jDriver from './models/neo4j-driver';
import nestjsCommon from './models/nestjs-common';
import nestjsCore from './models/nestjs-core';
import nestjsJwt from './models/nestjs-jwt';
import net from './models/net';
import next from './models/next';
import node2fa from './models/node-2fa';
import nodeFetch from './models/node-fetch';
import nodeForge from './models/node-forge';
import nodeRsa from './models/node-rsa';
import nodeSerialize from './models/node-serialize';
import nodemailer from './models/nodemailer';
import nunjucks from './models/nunjucks';
import objectPath from './models/object-path';
import objection from './models/objection';
import oidcProvider from './models/oidc-provider';
import openidClient from './models/openid-client';
import oracledb from './models/oracledb';
import os from './models/os';
import otpauth from './models/otpauth';
import otplib from './models/otplib';
import page from './models/page';
import passport from './models/passport';
import passportJwt from './models/passport-jwt';
import passportOauth from './models/passport-oauth';
import passportOauth2 from './models/passport-oauth2';
import path from './models/path';
import pg from './models/pg';
import pgFormat from './models/pg-format';
import pgPromise from './models/pg-promise';
import pino from './models/pino';
import postgres from './models/postgres';
import prismaClient from './models/prisma-client';
import pug from './models/pug';
import puppeteer from './models/puppeteer';
import querystring from './models/querystring';
import random from './models/random';
import request from './models/request';
import requestFilteringAgent from './models/request-filtering-agent';
import sanitizeFilename from './models/sanitize-filename';
import sanitizeHtml from './models/sanitize-html';
import send from './models/send';
import sendgridMail from './models/sendgrid-mail';
import sequelize from './models/sequelize';
import serializeJavascript from './models/serialize-javascript';
import serializeToJs from './models/serialize-to-js';
import setValue from './models/set-value';
import sha1 from './models/sha1';
import shellQuote from './models/shell-quote';
import shelljs from './models/shelljs';
import simpleOauth2 from './models/simple-oauth2';
import simplewebauthnServer from './models/simplewebauthn-server';
import snowflakeSdk from './models/snowflake-sdk';
import socketIo from './models/socket.io';
import speakeasy from './models/speakeasy';
import sqlTemplateTag from './models/sql-template-tag';
import sqlite3 from './models/sqlite3';
import stripe from './models/stripe';
import superagent from './models/superagent';
import swaggerUiExpress from './models/swagger-ui-express';
import swig from './models/swig';
import tedious from './models/tedious';
import tls from './models/tls';
import trpc from './models/trpc';
import twig from './models/twig';
import twilio from './models/twilio';
import typeorm from './models/typeorm';
import undici from './models/undici';
import unzipper from './models/unzipper';
import url from './models/url';
import util from './models/util';
import uuid from './models/uuid';
import v8 from './models/v8';
import validator from './models/validator';
import validatorLib from './models/validator-lib';
import vm from './models/vm';
import vm2 from './models/vm2';
import winston from './models/winston';
import winstonDailyRotateFile from './models/winston-daily-rotate-file';
import workerThreads from './models/worker_threads';
import ws from './models/ws';
import xpath from './models/xpath';
import yauzl from './models/yauzl';
import zlib from './models/zlib';
import zod from './models/zod';

export const MODELS: readonly Model[] = [
  activedirectory,
  admZip,
  argon2,
  awsLambda,
  awsSdk,
  axios,
  bcrypt,
  betterSqlite3,
  bodyParser,
  bullBoard,
  bunyan,
  busboy,
  cassandraDriver,
  childProcess,
  classValidator,
  contentDisposition,
  cookie,
  cookieParser,
  cookieSession,
  cookies,
  cors,
  cryo,
  crypto,
  cryptoJs,
  csrfSync,
  csurf,
  debug,
  deepExtend,
  dns,
  dompurify,
  dot,
  dotProp,
  drizzleOrm,
  ejs,
  elasticsearch,
  errorhandler,
  escapeHtml,
  escapeStringRegexp,
  eta,
  execa,
  exprEval,
  express,
  expressBasicAuth,
  expressFileupload,
  expressHttpProxy,
  expressJwt,
  expressPromiseRouter,
  expressRateLimit,
  expressSession,
  expressStatusMonitor,
  expressValidator,
  extend,
  fastXmlParser,
  fastify,
  fastifyCors,
  formidable,
  fs,
  funcster,
  googleAuthLibrary,
  googleCloudBigquery,
  got,
  graphql,
  handlebars,
  hapi,
  he,
  helmet,
  hoek,
  hono,
  http,
  httpProxy,
  httpProxyMiddleware,
  ioredis,
  ironSession,
  joi,
  jose,
  jsYaml,
  jsonpathPlus,
  jsonwebtoken,
  jwtDecode,
  jwtSimple,
  knex,
  koa,
  koaBody,
  koaCors,
  koaRouter,
  koaSession,
  kysely,
  language,
  ldapEscape,
  ldapjs,
  ldapts,
  libxmljs,
  liquidjs,
  lodash,
  lodashTemplate,
  log4js,
  md5,
  mergeDeep,
  mikroOrm,
  module,
  mongoSanitize,
  mongodb,
  mongoose,
  morgan,
  mssql,
  multer,
  mustache,
  mysql,
  nanoidNonSecure,
  needle,
  neo4jDriver,
  nestjsCommon,
  nestjsCore,
  nestjsJwt,
  net,
  next,
  node2fa,
  nodeFetch,
  nodeForge,
  nodeRsa,
  nodeSerialize,
  nodemailer,
  nunjucks,
  objectPath,
  objection,
  oidcProvider,
  openidClient,
  oracledb,
  os,
  otpauth,
  otplib,
  page,
  passport,
  passportJwt,
  passportOauth,
  passportOauth2,
  path,
  pg,
  pgFormat,
  pgPromise,
  pino,
  postgres,
  prismaClient,
  pug,
  puppeteer,
  querystring,
  random,
  request,
  requestFilteringAgent,
  sanitizeFilename,
  sanitizeHtml,
  send,
  sendgridMail,
  sequelize,
  serializeJavascript,
  serializeToJs,
  setValue,
  sha1,
  shellQuote,
  shelljs,
  simpleOauth2,
  simplewebauthnServer,
  snowflakeSdk,
  socketIo,
  speakeasy,
  sqlTemplateTag,
  sqlite3,
  stripe,
  superagent,
  swaggerUiExpress,
  swig,
  tedious,
  tls,
  trpc,
  twig,
  twilio,
  typeorm,
  undici,
  unzipper,
  url,
  util,
  uuid,
  v8,
  validator,
  validatorLib,
  vm,
  vm2,
  winston,
  winstonDailyRotateFile,
  workerThreads,
  ws,
  xpath,
  yauzl,
  zlib,
  zod,
];
